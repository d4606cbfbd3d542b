import { lightStem } from '../enrich/light-stem.js';
import { fold } from '../util/fold.js';

/** A word as written; an elided one keeps its apostrophe and stands apart: « l’ » « ouverture ». */
export interface Word {
  readonly written: string;
  readonly folded: string;
  /** What spellings of one word have in common: no plural, no accent, hyphens as spaces. */
  readonly key: string;
}

const WORD =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/giu;
/** The pronoun of a question belongs to no noun: « est-elle gardée ». */
const ASKED = /-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en)$/iu;
const HOST = String.raw`(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,12}(?:[/?#:]\S*)?(?![\p{L}\p{N}])`;
const BREAK = new RegExp(
  String.raw`https?://\S+|www\.\S+|\S+@\S+|${HOST}|\[[^\]]{1,20}\]|[@#]\S+|[.!?;:,…()«»“”"*/|+=<>\n\r–—]+|\s[-•]+\s`,
  'giu',
);

/** The clauses of a text as words: none crosses a mark; links, hosts, addresses, handles and masks are no words. */
export function clausesOf(text: string): readonly (readonly Word[])[] {
  return text.split(BREAK).flatMap((clause) => {
    const words = (clause?.match(WORD) ?? []).flatMap((written) =>
      ASKED.test(written) ? written.split(/-/).map(wordOf) : [wordOf(written)],
    );
    return words.length === 0 ? [] : [words];
  });
}

function wordOf(written: string): Word {
  const folded = fold(written).replaceAll('’', "'");
  return { written, folded, key: folded.split('-').map(lightStem).join(' ') };
}

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
    .join(' ')
    .replaceAll(/(['’]) /g, '$1');
}
