import { fold } from '../../util/fold.js';
import { endsSentence, isMark, type Span, spansOf, tokensOf } from './name-places.js';
import type { ProductMatch } from './product-match.js';

/** A brand that a product of a text may be of. */
export interface Owner {
  readonly brand: string;
  /** How surely what the text says ties them: 1 for a brand written at the product's name, less where it stands elsewhere. */
  readonly certainty: number;
  /** Words between them; `Infinity` where the brand's place is not known. */
  readonly distance: number;
}

/** Certainty by where the brand stands: at the name, in its clause, its sentence, elsewhere or as the place where it was bought. */
const LINKED = 1,
  SUBJECT = 0.97,
  IN_CLAUSE = 0.95,
  IN_SENTENCE = 0.92,
  ELSEWHERE = 0.9,
  PLACE = 0.88;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** What may stand between a product and its brand, and between a brand and its product. */
const BEHIND = words('de d du des chez la le les l marque gamme by from of the signe signes signee'),
  BEFORE = words('le la les l de d du des un une votre vos ton tes leur leurs son ses your the their its');
/** Whose a product is that no brand makes: "le riz au lait de ma mère", "fait maison". */
const HOMEMADE = /^(?:de (?:ma|mon|mes|sa|son|notre|nos)|faite?s? maison|of my|from my|homemade)\b/;
/** A product behind one of these is of the brand that its clause begins with: "X copie Y avec sa crème". */
const POSSESSIVES = words('son sa ses leur leurs its their');
/** What announces a place rather than a maker. */
const AT = words('chez au aux du a en dans sur at in'),
  SHOPS = words('magasin supermarche hypermarche enseigne drive rayon caisse store supermarket shop');
/** A brand behind one of these is that of another thing, or of none. */
const PRONOUNS = words('celui celle ceux celles one ones'),
  DENIED = words('pas non sauf hors not except');
const COMPARATIVES = words(
  'plus moins aussi autant mieux meilleur meilleure meilleurs meilleures pire pires superieur superieure inferieur inferieure autre autres different differente differents plutot prefere preferes preferons more less better worse cheaper rather prefer',
);
const SECOND = new Map([
  ['contrairement', words('a au aux')],
  ['rapport', words('a au aux')],
  ['face', words('a au aux')],
  ['compare', words('a au aux avec')],
  ['comparee', words('a au aux avec')],
  ['cote', words('de d du des')],
  ['lieu', words('de d du des')],
  ['voir', words('avec')],
  ['compared', words('to with')],
  ['instead', words('of')],
]);
const ALONE = words('comme vs versus unlike than');
const CONJUNCTIONS = words('mais et or car donc puis alors but and because so');

/** 1 for each token of a yardstick: from what compares to the end of its clause. */
function yardsticks(tokens: readonly string[]): Uint8Array {
  const within = new Uint8Array(tokens.length);
  let compares = false,
    open = false;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1] ?? '';
    if (isMark(token) || CONJUNCTIONS.has(token)) compares = open = false;
    if (open) within[at] = 1;
    if (COMPARATIVES.has(token)) compares = true;
    const isThan = (token === 'que' || token === 'qu') && (compares || PRONOUNS.has(tokens[at + 1] ?? ''));
    // « je préfère A à B »
    const isTo =
      compares && lastComparative(tokens, at).startsWith('prefer') && /^(?:a|au|aux|to)$/.test(token);
    if (isThan || isTo || ALONE.has(token) || SECOND.get(before)?.has(token)) open = true;
  });
  return within;
}

function lastComparative(tokens: readonly string[], at: number): string {
  for (let k = at - 1; k >= 0 && !isMark(tokens[k] as string); k--)
    if (COMPARATIVES.has(tokens[k] as string)) return tokens[k] as string;
  return '';
}

/** A brand at a place of the text: what it is there. */
type Role = 'owner' | 'place' | 'other';

function roleOf(tokens: readonly string[], { first }: Span, isYardstick: boolean): Role {
  if (isYardstick) return 'other';
  const back = (steps: number): string => tokens[first - steps] ?? '';
  if (DENIED.has(back(1))) return 'other';
  let at = 1;
  while (/^(?:de|d|du|des|chez|from)$/.test(back(at))) at++;
  if (PRONOUNS.has(back(at))) return 'other';
  return AT.has(back(1)) || SHOPS.has(back(1)) || (/^(?:de|d|du)$/.test(back(1)) && SHOPS.has(back(2)))
    ? 'place'
    : 'owner';
}

/** Whether brand and product stand at each other: "yaourt vanille de chez X", "X, votre yaourt vanille". */
function isLinked(
  tokens: readonly string[],
  product: Span,
  { span: brand, role }: { readonly span: Span; readonly role: Role },
): boolean {
  const between = (from: number, to: number): readonly string[] => tokens.slice(from, to);
  if (brand.first > product.last) {
    const behind = between(product.last + 1, brand.first),
      gap = behind[0] === '(' ? behind.slice(1) : behind;
    // "le yaourt chez X", "du X de Nantes" tell a place, "de chez X" a maker
    const isPlace = gap.at(-1) === 'du' || (gap.at(-1) === 'chez' && gap.at(-2) !== 'de');
    return gap.every((word) => BEHIND.has(word)) && !isPlace;
  }
  if (role !== 'owner') return false;
  const gap = between(brand.last + 1, product.first);
  const [mark, ...rest] = gap;
  if (mark === ':') return rest.every((word) => BEFORE.has(word));
  return mark === ','
    ? /^(?:votre|vos|ton|tes|your)$/.test(rest[0] ?? '') && rest.every((word) => BEFORE.has(word))
    : gap.every((word) => BEFORE.has(word));
}

/** What stands between two places of a text: a mark of a sentence, of a clause, or neither. */
function classOf(tokens: readonly string[], a: Span, b: Span): number {
  const between = tokens.slice(Math.min(a.last, b.last) + 1, Math.max(a.first, b.first));
  if (between.some(endsSentence)) return ELSEWHERE;
  return between.some((token) => isMark(token) || CONJUNCTIONS.has(token)) ? IN_SENTENCE : IN_CLAUSE;
}

/**
 * Brands that the product of a text may be of, for each place where the text names it, the surest first; `undefined` where it is but the
 * yardstick of another ("moins bon que le yaourt X") or made at home. A brand written at the name stands alone, but for one joined to it ("X ou Y"). A brand that is a yardstick, denied or
 * another thing's ("celui de X") owns nothing; one that tells a shop comes last. Of a name or a brand that the text does not spell, nothing
 * is known but that it is named.
 *
 * @param spellings of each brand, as texts write it
 * @example
 * productOwners('Acheté chez Carrefour, le yaourt vanille Maison Brel déçoit', 'yaourt vanille', new Map([['Carrefour', ['Carrefour']], ['Maison Brel', ['Maison Brel']]]))
 * // → [[{ brand: 'Maison Brel', certainty: 1, distance: 0 }]]
 */
export function productOwners(
  text: string,
  name: string,
  spellings: ReadonlyMap<string, readonly string[]>,
): readonly (readonly Owner[] | undefined)[] {
  const tokens = tokensOf(fold(text)),
    compared = yardsticks(tokens);
  const brands = [...spellings].map(([brand, forms]) => {
    const spans = forms.flatMap((form) => spansOf(tokens, fold(form)));
    return {
      brand,
      known: spans.length > 0,
      spans: spans.map((span) => ({ span, role: roleOf(tokens, span, compared[span.first] === 1) })),
    };
  });
  const every = brands.flatMap(({ spans }) => spans.map(({ span }) => span));
  const unknown = brands.flatMap(({ brand, known, spans }): Owner[] =>
    known && spans.every(({ role }) => role === 'other')
      ? []
      : [{ brand, certainty: ELSEWHERE, distance: Infinity }],
  );
  const places = spansOf(tokens, fold(name));
  if (places.length === 0) return [unknown];
  return places.map((product) => {
    const behind = tokens.slice(product.last + 1, product.last + 3);
    if (compared[product.first] === 1 || HOMEMADE.test(behind.join(' '))) return undefined;
    const owners = brands.flatMap(({ brand, known, spans }): Owner[] => {
      if (!known) return [{ brand, certainty: ELSEWHERE, distance: Infinity }];
      const told = spans.flatMap(({ span: alone, role }): Owner[] => {
        const span = joined(tokens, alone, every);
        const distance = Math.max(product.first - span.last, span.first - product.last) - 1;
        if (isLinked(tokens, product, { span, role })) return [{ brand, certainty: LINKED, distance }];
        if (role === 'other') return [];
        return [{ brand, certainty: role === 'place' ? PLACE : classOf(tokens, product, span), distance }];
      });
      return told.toSorted(bySurest).slice(0, 1);
    });
    const sorted = (isPossessed(tokens, product) ? withSubject(owners) : owners).toSorted(bySurest);
    const [{ certainty, distance } = { certainty: 0, distance: 0 }] = sorted;
    return certainty === LINKED
      ? sorted.filter((one) => bySurest(one, { certainty, distance }) === 0)
      : sorted;
  });
}

const isPossessed = (tokens: readonly string[], { first }: Span): boolean =>
  POSSESSIVES.has(tokens[first - 1] ?? '');
/** The farthest of the clause, which begins it, as the subject. */
function withSubject(owners: readonly Owner[]): readonly Owner[] {
  const [subject] = owners
    .filter(({ certainty }) => certainty === IN_CLAUSE)
    .toSorted((a, b) => b.distance - a.distance);
  return owners.map((owner) => (owner === subject ? { ...owner, certainty: SUBJECT } : owner));
}

/** A brand with those that "and" or "or" joins to it, which stand where it stands: "X ou Y", « de chez X et de chez Y ». */
function joined(tokens: readonly string[], span: Span, others: readonly Span[]): Span {
  let { first, last } = span;
  for (const other of others) {
    const [from, to] = other.first > last ? [last, other.first] : [other.last, first];
    const between = tokens.slice(from + 1, to);
    if (from >= to || !JOINS.test(between.join(' '))) continue;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }
  return { first, last };
}
const JOINS = /^(?:et|ou|ni|and|or)(?: (?:de|d|chez))*$/;

type Nearness = Pick<Owner, 'certainty' | 'distance'>;
const bySurest = (a: Nearness, b: Nearness): number => b.certainty - a.certainty || a.distance - b.distance;

/** Farther than so many times as far, of two brands in one clause, a brand is not the product's. */
const FARTHER = 2;

/**
 * The owner of a product among those that a text leaves, by what the extract holds: a brand at the name or none; else the surest whose
 * product it may be, unless another is about as sure. `home`: the brand whose page or export it is, asked where the text ties no brand to it.
 */
export function chooseOwner(
  owners: readonly Owner[],
  home: string | null,
  match: (brand: string) => ProductMatch | undefined,
): { readonly match: ProductMatch; readonly certainty: number } | undefined {
  const [surest] = owners;
  const asked =
    home !== null && (surest?.certainty ?? 0) <= ELSEWHERE && !owners.some(({ brand }) => brand === home)
      ? [...owners, { brand: home, certainty: surest?.certainty ?? IN_CLAUSE, distance: Infinity }]
      : owners;
  const able = asked.flatMap(({ brand, certainty, distance }) => {
    const found = match(brand);
    return found === undefined ? [] : [{ match: found, certainty, distance }];
  });
  const [first] = able;
  if (first === undefined) return undefined;
  const second = able.find((one) => one.match.product !== first.match.product);
  const isClear =
    second === undefined ||
    first.certainty > second.certainty ||
    (first.certainty === IN_CLAUSE && FARTHER * first.distance < second.distance);
  return isClear ? { match: first.match, certainty: first.certainty } : undefined;
}
