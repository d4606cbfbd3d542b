import type { EntityKind, GazetteerEntry } from './gazetteer.js';
import { foldWord, hashWord } from '../words/token-hashes.js';
import { FLAG, TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

/** Hashes of the words of a list with spaces between. */
export const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashWord));

/** Before an ordinary noun; before the name of a brand much less. */
const DETERMINERS = words(
  "le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs monsieur madame mr mme ex vice the a an this that my your our his her l' d' chaque quel quelle",
);
const OF_PLACE = words(
  "à de d' en sur dans vers depuis près chez du au le la l' from in near at quartier région ville magasin",
);
const AT_RETAILER = words('chez');
const TO_RETAILER = words('à vers chez');
/** After "carrefour" as a crossroads. */
const CROSSROADS = words('giratoire dangereux routier routière feu feux entre');
/** Link words between a retailer and the town of a store. */
export const STORE_LINKS = words("de d' à du des");
/** Tokens on each side in which a context word counts; after an article it must stand close. */
const CONTEXT_REACH = 12,
  ARTICLE_REACH = 3;
const SHORTEST_LOWER_RETAILER = 6;
/** A shorter name must be spelled as it is: "sainte" is not Saintes. */
const TYPO_LETTERS = 8;

/** A way to write a name. */
export interface Alias {
  readonly entry: GazetteerEntry;
  readonly folded: string;
  /** Letters and digits of `folded`. */
  readonly letters: string;
  readonly ambiguous: boolean;
  readonly context: ReadonlySet<number>;
}

/** Letters and digits alone. */
export const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

export const isPlace = (kind: EntityKind): boolean =>
  kind === 'city' || kind === 'department' || kind === 'region' || kind === 'country';

/** Mostly capitals: a capital says nothing. */
export const shouts = (tokens: TokenBuffer): boolean =>
  tokens.letters > 10 && tokens.capitals * 2 > tokens.letters;

export const hasCapital = (tokens: TokenBuffer, i: number): boolean =>
  ((tokens.flags[i] as number) & (FLAG.capital | FLAG.upper)) !== 0;

function startsSentence(tokens: TokenBuffer, i: number): boolean {
  if (i === 0 || ((tokens.flags[i] as number) & FLAG.lineStart) !== 0) return true;
  const kind = tokens.kinds[i - 1];
  if (kind === TOKEN.mark || kind === TOKEN.emoji || kind === TOKEN.mention || kind === TOKEN.url)
    return true;
  return (
    kind === TOKEN.punctuation && '.:;«"([-•'.includes(tokens.text.charAt(tokens.starts[i - 1] as number))
  );
}

function hasContext(
  tokens: TokenBuffer,
  alias: Alias,
  start: number,
  end: number,
  reach = CONTEXT_REACH,
): boolean {
  if (alias.context.size === 0) return false;
  const to = Math.min(tokens.count, end + reach);
  for (let i = Math.max(0, start - reach); i < to; i++) {
    if ((i < start || i >= end) && alias.context.has(tokens.hashes[i] as number)) return true;
  }
  return false;
}

/** The tokens are the alias, letter by letter: no plural, no typo. */
function isSpelled(tokens: TokenBuffer, alias: Alias, start: number, end: number): boolean {
  if (end - start === 1 && tokens.isFolded(start, alias.letters)) return true;
  const text = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
  return text.length < 100 && lettersOf(foldWord(text)) === alias.letters;
}

/** The same letters in another language: "the" is no tea, "pain" no bread, unless the accents say so. */
export function isForeign(
  tokens: TokenBuffer,
  { entry }: Alias,
  start: number,
  end: number,
  language: string | undefined,
): boolean {
  if (entry.within === undefined || language === undefined || language === entry.within) return false;
  return end - start === 1 && !/[^ -~]/.test(tokens.written(start));
}

/** Whether a name found is meant as one where it stands. */
export function accepts(
  tokens: TokenBuffer,
  alias: Alias,
  start: number,
  end: number,
  placeStarts: ReadonlySet<number>,
): boolean {
  const { kind } = alias.entry;
  const before = start > 0 ? (tokens.hashes[start - 1] as number) : 0;
  const capital = hasCapital(tokens, start) && !shouts(tokens);
  if (
    (alias.ambiguous || end - start === 1) &&
    alias.folded.length < TYPO_LETTERS &&
    !isSpelled(tokens, alias, start, end)
  )
    return false;
  if (isPlace(kind)) {
    const named = hasCapital(tokens, end - 1) && !shouts(tokens);
    if (alias.ambiguous) return named && OF_PLACE.has(before);
    return (
      named ||
      end - start > 1 ||
      OF_PLACE.has(before) ||
      shouts(tokens) ||
      ((tokens.flags[start] as number) & FLAG.inHashtag) !== 0
    );
  }
  if (!alias.ambiguous) return true;
  // An inflected form of an ordinary word is the ordinary word: "présidente" is never the cheese.
  if (!isSpelled(tokens, alias, start, end)) return false;
  if (AT_RETAILER.has(before)) return true;
  const next = end < tokens.count ? (tokens.hashes[end] as number) : 0;
  if (CROSSROADS.has(next)) return false;
  if (
    capital &&
    kind === 'retailer' &&
    !alias.entry.strict &&
    placeStarts.has(next) &&
    hasCapital(tokens, end)
  )
    return true;
  const article = start > 0 && DETERMINERS.has(before);
  if (
    capital &&
    kind === 'retailer' &&
    !alias.entry.strict &&
    STORE_LINKS.has(next) &&
    end + 1 < tokens.count &&
    hasCapital(tokens, end + 1)
  )
    return true;
  if (!article && hasContext(tokens, alias, start, end)) return true;
  if (article && capital && hasContext(tokens, alias, start, end, ARTICLE_REACH)) return true;
  if (alias.entry.strict) return false;
  if (!capital)
    return (
      kind === 'retailer' &&
      alias.folded.length >= SHORTEST_LOWER_RETAILER &&
      TO_RETAILER.has(before) &&
      !STORE_LINKS.has(next)
    );
  return !article && !startsSentence(tokens, start) && tokens.kinds[start - 1] !== TOKEN.number;
}
