import { barcode, type ProductFacts } from '../../engine/product-facts.js';
import { fold } from '../../util/fold.js';
import { tally } from '../../util/grouped.js';

/** A product as messages speak of it. */
export interface ProductMention {
  /** Barcode that the export or the text gives. */
  readonly code?: string | null;
  readonly brand: string | null;
  /** Its name, as the export gives it or the text names it. */
  readonly product: string | null;
}

export interface ProductMatch {
  readonly product: ProductFacts;
  /** 1 for a barcode; else how alike the names are, 0 to 1. */
  readonly score: number;
  readonly by: 'barcode' | 'name';
}

/** A name covers this part of a product's words at least, by weight; the next product of other facts is this much less alike. */
const LEAST = 0.85,
  MARGIN = 0.1;
/** Words this long may be one letter off. */
const TYPO_LENGTH = 6;

const SKIPPED = new Set(
  'le la les l de du des d et a au aux en un une x g kg ml cl l pot pots lot sachet paquet barquette bouteille boite pack the of and with'.split(
    ' ',
  ),
);

/** Words of a name without brand, quantities and small words; plurals count as one. */
function wordsOf(name: string, brands: readonly string[]): string[] {
  const dropped = new Set(brands.flatMap((brand) => fold(brand).split(/[^a-z0-9]+/)));
  return [
    ...new Set(
      fold(name)
        .replaceAll(/\b\d+(?:[.,]\d+)?\s*(?:x\s*\d+\s*)?(?:g|kg|ml|cl|l)\b|\bx\s*\d+\b|\b\d+\s*x\b/g, ' ')
        .split(/[^a-z0-9%]+/)
        .filter((word) => word.length > 1 && !SKIPPED.has(word) && !dropped.has(word))
        .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word)),
    ),
  ];
}

/** Names at most that are looked for in texts, and those of one pattern. */
const MOST_NAMES = 2000,
  OF_A_PATTERN = 200;

/** What may stand between two words of a name, "and" only where the name has it; never a comma. */
const linked = (words: string): string => `[\\s'’-]+(?:(?:${words})[\\s'’-]+)*`;
const SMALL = 'les?|la|l|des?|du|d|aux?|a|en|of|the';
const LINKS = { plain: linked(SMALL), and: linked(`${SMALL}|et|and|avec|with`) };

/**
 * Patterns of the names of products of two words or more as texts write them: folded (small letters, no accents), singular or plural, with
 * small words between or without, the longer first. None where the names are too many to be looked for.
 *
 * @example
 * const facts = { code: '2000000000015', brands: ['Maison Brel'], nutriScore: 'b', nova: 3, additives: [], origins: [], labels: [] };
 * const [pattern] = namePatterns([{ ...facts, name: 'Yaourt brassé à la vanille, Maison Brel, 4 x 125 g' }]);
 * 'deux yaourts brasses vanille'.match(pattern)[0]
 * // → 'yaourts brasses vanille'
 */
export function namePatterns(products: readonly ProductFacts[]): string[] {
  const names = new Set(
    products.flatMap(({ name, brands }) => {
      const words = wordsOf(name, brands).map((word) => word.replaceAll('%', ''));
      const between = LINKS[/ (?:et|and|avec|with) /i.test(name) ? 'and' : 'plain'];
      return words.length < 2 || words.includes('')
        ? []
        : [words.map((word) => `${word}[sx]?`).join(between)];
    }),
  );
  if (names.size > MOST_NAMES) return [];
  const sorted = [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return Array.from(
    { length: Math.ceil(sorted.length / OF_A_PATTERN) },
    (_, at) => `\\b(?:${sorted.slice(at * OF_A_PATTERN, (at + 1) * OF_A_PATTERN).join('|')})\\b`,
  );
}

/** One letter more, less or other. */
function oneOff(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < TYPO_LENGTH - 1 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const [rest, other] = [a.slice(at), b.slice(at)];
  return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1);
}

const same = (a: string, b: string): boolean => a === b || oneOff(a, b);

const brandKey = (brand: string): string =>
  fold(brand)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Products differ only in what does not matter here: the same facts told twice. */
const sameFacts = (a: ProductFacts, b: ProductFacts): boolean =>
  a.nutriScore === b.nutriScore &&
  a.nova === b.nova &&
  a.additives.join() === b.additives.join() &&
  brandKey(a.name) === brandKey(b.name);

export interface ProductMatcher {
  match(mention: ProductMention): ProductMatch | undefined;
}

/**
 * Joins mentions to products: by barcode (its check digit right), else by brand and name. Every word of the mention must be one of the
 * product's, up to a letter; its score is the part of the product's words that it covers, each weighed by how rare it is among the products
 * of the brand. Where a product of other facts is about as well covered, none is told; without a brand neither.
 *
 * @example
 * const facts = { brands: ['Maison Brel'], nutriScore: 'b', nova: 3, additives: [], origins: [], labels: [] };
 * const matcher = productMatcher([{ ...facts, code: '3017620422003', name: 'Yaourt brassé vanille 4x125 g' }, { ...facts, code: '2000000000015', name: 'Yaourt brassé fraise 4x125 g', nutriScore: 'c' }]);
 * matcher.match({ brand: 'maison brel', product: 'yaourts brassés à la vanille' }).product.nutriScore
 * // → 'b'
 */
export function productMatcher(products: readonly ProductFacts[]): ProductMatcher {
  const byCode = new Map(products.map((product) => [product.code, product]));
  const ofBrand = new Map<string, { product: ProductFacts; words: readonly string[] }[]>();
  for (const product of products)
    for (const brand of product.brands) {
      const key = brandKey(brand);
      ofBrand.set(key, [
        ...(ofBrand.get(key) ?? []),
        { product, words: wordsOf(product.name, product.brands) },
      ]);
    }
  const rarity = new Map<string, ReadonlyMap<string, number>>();
  for (const [brand, list] of ofBrand) {
    const spread = tally(list.flatMap(({ words }) => words));
    rarity.set(brand, new Map([...spread].map(([word, n]) => [word, Math.log((list.length + 1) / n)])));
  }
  return {
    match({ code, brand, product }) {
      const valid = code ? barcode(code) : undefined;
      const exact = valid === undefined ? undefined : byCode.get(valid);
      if (exact !== undefined) return { product: exact, score: 1, by: 'barcode' };
      if (!brand || !product) return undefined;
      const key = brandKey(brand),
        weights = rarity.get(key);
      const words = wordsOf(product, [brand]);
      if (weights === undefined || words.length === 0) return undefined;
      const weigh = (list: readonly string[]): number =>
        list.reduce((sum, word) => sum + (weights.get(word) ?? 0) ** 2, 0);
      const ranked = (ofBrand.get(key) ?? [])
        .map((one) => ({
          product: one.product,
          score: words.every((word) => one.words.some((theirs) => same(word, theirs)))
            ? weigh(one.words.filter((theirs) => words.some((word) => same(word, theirs)))) /
              (weigh(one.words) || 1)
            : 0,
        }))
        .toSorted((a, b) => b.score - a.score || (a.product.code < b.product.code ? -1 : 1));
      const [best] = ranked;
      if (best === undefined || best.score < LEAST) return undefined;
      const rival = ranked.find(
        ({ product: other }) => other !== best.product && !sameFacts(other, best.product),
      );
      return rival !== undefined && best.score - rival.score < MARGIN ? undefined : { ...best, by: 'name' };
    },
  };
}
