import { loadGazetteer } from '../enrich/entities/gazetteer.js';
import { lightStem } from '../enrich/words/light-stem.js';
import { fold } from '../util/fold.js';

/** A word as written; an elided one keeps its apostrophe and stands apart: « l’ » « ouverture ». */
export interface Word {
  readonly written: string;
  readonly folded: string;
  /** What spellings of one word have in common: no plural, no accent, hyphens as spaces. */
  readonly key: string;
  /** What joins it to the word before, if no space: « fruits/légumes », "click & collect". */
  readonly joint?: string;
}

/** Half of what follows: « lait 1/2 écrémé ». */
export const HALF = /(?<![\p{N}/])(?:1\/2|½)[-\s]?(?=\p{L}{3})/u;
/** Initials that an ampersand joins, and a name that ends in a plus: "H&M", "M&M's", "Canal+". */
const INITIALS = String.raw`\p{L}{1,2}&\p{L}(?:['’]?s)?(?![\p{L}\p{N}])`,
  PLUS = String.raw`\p{L}+\+(?![\p{L}\p{N}+])`;
/** Words that stop a phrase and stand in names of brands: "Too Good To Go", « La Vache qui rit ». */
const STOPPING = /(?:^|\s)(?:to|too|go|qui|et|and|&)(?:\s|$)/i;

const ELIDED = String.raw`(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]`,
  BARE = String.raw`[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*`;
const PLAIN_WORD = new RegExp(`${ELIDED}|${BARE}`, 'giu');

let made: { readonly brand: RegExp; readonly word: RegExp } | undefined;
/** Such a brand; and a word where one or a sign may stand: the brand as a whole, an elided article, a word with its hyphens and apostrophes. */
function patterns(): { readonly brand: RegExp; readonly word: RegExp } {
  if (made !== undefined) return made;
  const brand = String.raw`(?:${brandsThatStop().join('|')})(?![\p{L}\p{N}])`,
    word = [String.raw`(?<![\p{L}\p{N}])${brand}`, ELIDED, INITIALS, PLUS, `(?:${HALF.source})?${BARE}`];
  return (made = { brand: new RegExp(brand, 'iu'), word: new RegExp(word.join('|'), 'giu') });
}
/** What a text holds, if anything, that is no plain word. */
const SIGNS = /[/+&½]/;

const brandsThatStop = (): string[] =>
  loadGazetteer('brands')
    .filter(({ kind }) => kind === 'brand' || kind === 'retailer')
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => STOPPING.test(name))
    .toSorted((one, other) => other.length - one.length)
    .map((name) =>
      name
        .replaceAll(/[\\^$+.()|[\]*?{}]/g, String.raw`\$&`)
        .replaceAll(/['’]/g, "['’]")
        .replaceAll(/\s+/g, '\\s+'),
    );
/** The pronoun of a question belongs to no noun: « est-elle gardée ». */
const ASKED = /-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en)$/iu;
const HOST = String.raw`(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,12}(?:[/?#:]\S*)?(?![\p{L}\p{N}])`;
/** A slash between two words alone keeps them together: « rapport qualité/prix », not a list nor « client/e »; nor does that of a half part. */
const PAIRED = String.raw`(?<=(?<![\p{L}\p{N}/'’-])\p{L}[\p{L}'’-]{2,})/(?=\p{L}[\p{L}'’-]{2,}(?![\p{L}\p{N}/]))`,
  HALVED = String.raw`(?<=(?<![\p{N}/])1)/(?=2[-\s]?\p{L}{3})`,
  SUFFIXED = String.raw`(?<=\p{L})\+(?![\p{L}\p{N}+])`;
const OTHER = String.raw`https?://\S+|www\.\S+|\S+@\S+|${HOST}|\[[^\]]{1,20}\]|[@#]\S+|\s[-•]+\s`,
  MARKS = String.raw`[.!?;:,…()«»“”"*|=<>\n\r–—]+`;
const BREAK = new RegExp(`${OTHER}|${MARKS}`, 'giu');
/** Where a text holds slashes or pluses. */
const SIGNED_BREAK = new RegExp(`${OTHER}|${MARKS}|(?!${PAIRED}|${HALVED})/|(?!${SUFFIXED})\\+`, 'giu');

/** The clauses of a text as words: none crosses a mark; links, hosts, addresses, handles and masks are no words. */
export function clausesOf(text: string): readonly (readonly Word[])[] {
  const signed = SIGNS.test(text);
  const isPlain = !signed && !patterns().brand.test(text);
  return text.split(signed ? SIGNED_BREAK : BREAK).flatMap((clause) => {
    if (!clause) return [];
    const words = isPlain ? plainWords(clause) : signedWords(clause);
    return words.length === 0 ? [] : [words];
  });
}

const partsOf = (written: string): readonly string[] =>
  ASKED.test(written) ? written.split(/-/) : [written];

const plainWords = (clause: string): readonly Word[] =>
  (clause.match(PLAIN_WORD) ?? []).flatMap((written) => partsOf(written).map((part) => wordOf(part)));

function signedWords(clause: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: written, index } of clause.matchAll(patterns().word)) {
    const joint = words.length === 0 ? undefined : jointOf(clause.slice(end, index));
    end = index + written.length;
    partsOf(written).forEach((part, at) => words.push(wordOf(part, at === 0 ? joint : undefined)));
  }
  return words;
}

const jointOf = (between: string): string | undefined =>
  between === '/' || between === '&' ? between : /^\s+&\s+$/.test(between) ? ' & ' : undefined;

function wordOf(written: string, joint?: string): Word {
  const folded = fold(/^[1½]/.test(written) ? written.replace(HALF, 'demi-') : written).replaceAll('’', "'");
  const word = { written, folded, key: folded.split('-').map(lightStem).join(' ') };
  return joint === undefined ? word : { ...word, joint };
}

/** A name of several words that are one: a brand's. */
export const isBrandName = (written: string): boolean => /\s/.test(written) && !HALF.test(written);
/** A name with a sign of its own: "H&M", "Canal+". */
export const isSigned = (folded: string): boolean => /[+&]/.test(folded);

/** French copulas; what may stand between one and its attribute. */
const COPULAS = new Set('est sont etait etaient reste restait semble semblait'.split(' '));
const DEGREES = new Set(
  'tres trop tellement vraiment completement totalement toute tout assez bien'.split(' '),
);

/** Participles of verbs that « être » conjugates: « le panier est passé de… » tells no panier. */
const MOVED =
  /^(?:passe|alle|venu|revenu|devenu|arrive|parti|reparti|reste|tombe|entre|rentre|sorti|monte|descendu|retourne|mort)e?s?$/;

/**
 * The clause with what follows a copula brought to the word before it, once for each copula: « la texture était très granuleuse » reads
 * « la texture granuleuse », joined at `joint`. Not where it is denied or asked.
 */
export function attributedOf(
  clause: readonly Word[],
): readonly { readonly clause: readonly Word[]; readonly joint: number }[] {
  return clause.flatMap(({ folded }, at) => {
    if (at === 0 || !COPULAS.has(folded)) return [];
    let next = at + 1;
    while (DEGREES.has(clause[next]?.folded ?? '')) next++;
    return next >= clause.length || next > at + 2 || MOVED.test(clause[next]?.folded ?? '')
      ? []
      : [{ clause: [...clause.slice(0, at), ...clause.slice(next)], joint: at }];
  });
}

/** Letters of the longest acronym; a longer word in capitals is shouted. */
const LONGEST_ACRONYM = 5;
const calm = (written: string): string =>
  written.length > LONGEST_ACRONYM && written === written.toUpperCase()
    ? `${written.slice(0, 1)}${written.slice(1).toLowerCase()}`
    : written;

/** Words of a phrase as written, in lower case but for names and acronyms; a shouted one as a name. */
export function spellingOf(
  words: readonly Word[],
  use: { isProper(word: Word): boolean; isAcronym(word: Word): boolean },
): string {
  return words
    .map((word) =>
      use.isAcronym(word)
        ? word.written.toUpperCase()
        : use.isProper(word)
          ? calm(word.written)
          : word.written.toLowerCase(),
    )
    .reduce((name, word, at) => (at === 0 ? word : name + (words[at]?.joint ?? ' ') + word), '')
    .replaceAll(/(['’]) /g, '$1');
}
