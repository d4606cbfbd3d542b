import { type DriverTerms, driverTaxonomies, type Taxonomy } from './taxonomy.js';
import { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import { TokenBuffer } from '../words/tokens.js';

/** A driver spoken of, with the tokens that say so. */
export interface DriverHit {
  readonly driver: string;
  /** First token. */
  readonly start: number;
  /** Token after the last. */
  readonly end: number;
  /** `hint`: a weak term that no other term of its driver supports, for a head to confirm. `bar`: a phrase that means something else. */
  readonly role?: 'hint' | 'bar';
}

export interface DriverMatcher {
  /** Ids of the drivers, in the order of the taxonomies. */
  readonly drivers: readonly string[];
  /** Label of a driver, or `undefined` for an unknown id. */
  label(driver: string, language: 'fr' | 'en'): string | undefined;
  /**
   * Drivers of a tokenized text, in the order of the text; a driver may come several times. `language`: `fr` or `en` keeps
   * to the terms of that language, anything else looks for both. `hints`: hints and bars are given too. Time linear in the
   * number of tokens.
   */
  match(tokens: TokenBuffer, language?: string, hints?: boolean): readonly DriverHit[];
}

const STRONG = 0,
  WEAK = 1,
  EXCLUDE = 2;
const FRENCH = 1,
  ENGLISH = 2;

/** A payload holds the driver, the languages of the term (two bits) and its role (two bits). */
const payloadOf = (driver: number, languages: number, role: number): number =>
  (driver << 4) | (languages << 2) | role;

/** `weak`: terms that some taxonomy calls weak for the driver; what customers write besides may so weaken a term that the head learnt. */
function addTerms(trie: TermTrie, driver: number, terms: DriverTerms, weak: ReadonlySet<string>): void {
  for (const [languages, list] of [
    [FRENCH, terms.fr],
    [ENGLISH, terms.en],
  ] as const) {
    for (const term of list) trie.add(term, payloadOf(driver, languages, weak.has(term) ? WEAK : STRONG));
  }
  for (const term of terms.weak ?? []) {
    if (!terms.fr.includes(term) && !terms.en.includes(term))
      trie.add(term, payloadOf(driver, FRENCH | ENGLISH, WEAK));
  }
  for (const term of terms.exclude ?? []) trie.add(term, payloadOf(driver, FRENCH | ENGLISH, EXCLUDE));
}

/** Words one letter away from a driver term that mean something else. */
const NOT_TYPOS = [
  'propriété',
  'rédaction',
  'production',
  'productions',
  'direction',
  'condition',
  'conditions',
  'réparations',
  'promotionnel',
  'consommateur',
  'consommateurs',
  'consommation',
  'conversation',
  'conservation',
  'disponibilité',
  'information',
  'dégradation',
  'adoption',
  'originel',
  'provenances',
  'competition',
  'complaisant',
  'complaint',
  'deliverance',
  'emploi',
  'emplois',
  'transporter',
  'fragmenté',
  'contenait',
  'convenant',
  'méditerranée',
  'apporte',
  'apportent',
  'provenir',
  'retraite',
  'prévenance',
  'magasine',
  'magazine',
  'magazines',
  'coloré',
  'adoptif',
  'garantit',
  'conseille',
];

interface Candidate {
  readonly driver: number;
  readonly start: number;
  readonly end: number;
  readonly weak: boolean;
  /** The same object for the same term. */
  readonly term: object;
}

const inside = (hit: Candidate, spans: readonly Candidate[]): boolean =>
  spans.some((span) => span.driver === hit.driver && span.start <= hit.start && span.end >= hit.end);

/**
 * Keeps the strong terms, and the weak ones that another term of their driver supports or as hints; drops a term inside a longer
 * one. Bars come last.
 */
function settle(
  hits: readonly Candidate[],
  excluded: readonly Candidate[],
  names: readonly string[],
  hints: boolean,
): DriverHit[] {
  const free = excluded.length === 0 ? hits : hits.filter((hit) => !inside(hit, excluded));
  const longest =
    free.length === 1
      ? free
      : free.filter(
          (hit) =>
            !free.some(
              (other) =>
                other !== hit &&
                other.driver === hit.driver &&
                other.start <= hit.start &&
                other.end >= hit.end &&
                (other.end - other.start > hit.end - hit.start || (hit.weak && !other.weak)),
            ),
        );
  const supported = (hit: Candidate): boolean =>
    !hit.weak ||
    longest.some((other) => other.driver === hit.driver && (other.term !== hit.term || !other.weak));
  const found: DriverHit[] = [];
  for (const hit of longest) {
    const { start, end } = hit,
      driver = names[hit.driver] as string;
    if (supported(hit)) found.push({ driver, start, end });
    else if (hints) found.push({ driver, start, end, role: 'hint' });
  }
  if (hints)
    for (const { driver, start, end } of excluded)
      found.push({ driver: names[driver] as string, start, end, role: 'bar' });
  return found;
}

const NONE: readonly DriverHit[] = [];
/** A text longer than this speaks of so many things that more terms add nothing: keeps `settle` linear. */
const MAX_HITS = 64;

/**
 * Finds quality drivers in texts: every term of the taxonomies in one pass over the tokens. Taxonomies with a driver in
 * common are joined.
 *
 * @example
 * const matcher = createDriverMatcher();
 * const tokens = new TokenBuffer();
 * tokens.tokenize('Trop chère, la livraisson');
 * matcher.match(tokens, 'fr').map((hit) => hit.driver)
 * // → ['price', 'delivery']
 */
export function createDriverMatcher(
  taxonomies: readonly Taxonomy[] = driverTaxonomies(),
  options: { readonly notTypos?: readonly string[]; readonly words?: TermWords } = {},
): DriverMatcher {
  const trie = new TermTrie([...NOT_TYPOS, ...(options.notTypos ?? [])], options.words);
  const names: string[] = [];
  const labels = new Map<string, DriverTerms['label']>();
  for (const taxonomy of taxonomies) {
    for (const [id, terms] of Object.entries(taxonomy.drivers)) {
      if (!names.includes(id)) names.push(id);
      if (!labels.has(id)) labels.set(id, terms.label);
      const weak = taxonomies.flatMap(({ drivers }) => drivers[id]?.weak ?? []);
      addTerms(trie, names.indexOf(id), terms, new Set(weak));
    }
  }
  const hits: Candidate[] = [],
    excluded: Candidate[] = [];
  let wanted = FRENCH | ENGLISH;
  const found = (payloads: readonly number[], start: number, end: number): void => {
    if (hits.length >= MAX_HITS || excluded.length >= MAX_HITS) return;
    for (const payload of payloads) {
      if (((payload >> 2) & wanted & 3) === 0) continue;
      const role = payload & 3;
      (role === EXCLUDE ? excluded : hits).push({
        driver: payload >> 4,
        start,
        end,
        weak: role === WEAK,
        term: payloads,
      });
    }
  };
  return {
    drivers: names,
    label: (driver, language) => labels.get(driver)?.[language],
    match: (tokens, language, hints = false) => {
      hits.length = excluded.length = 0;
      wanted = language === 'fr' ? FRENCH : language === 'en' ? ENGLISH : FRENCH | ENGLISH;
      trie.scan(tokens, found);
      return hits.length + (hints ? excluded.length : 0) === 0 ? NONE : settle(hits, excluded, names, hints);
    },
  };
}
