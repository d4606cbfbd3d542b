/** A mark that a text gives in so many words: « 2/5 », « zéro étoile », « 10/10 pour l’accueil ». */

const LETTER = '[a-zà-öø-ÿœ]';
const NUMBERS: Readonly<Record<string, number>> = {
  zéro: 0,
  zero: 0,
  no: 0,
  aucune: 0,
  une: 1,
  one: 1,
  a: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
};

/** What may stand before a mark where it judges: nothing else of the sentence, or who gives it. */
const GIVEN = String.raw`(?:^|[.!?\n]\s*)(?:(?:ma |my )?(?:note|score|rating|mark)(?: finale| globale)?(?: ?:| de)? ?|(?:du coup |donc |so )?(?:je (?:lui |leur |vous )?(?:mets?|donne|met)|on met|j['’]ai mis|i(?:['’]d| would)? (?:give|rate)(?: (?:it|them|this|you))?) (?:une? |a )?(?:note (?:de )?)?)?`;
/** What may stand after it: the end, or for whom and why; a page and a date go on otherwise. */
const FOR = String.raw`(?=\s*(?:$|[.!?,;:…\n)]|(?:pour|pcq|car|parce|sans|et|mais|le|la|les|service|accueil|on|for|because|only|would|every|je|i|from|stars?|étoiles?)(?!${LETTER})))`;

const OUT_OF = new RegExp(
    String.raw`${GIVEN}(\d{1,3}(?:[.,]\d)?) ?(?:/|sur|out of) ?(5|10|20|100)(?![\d/.,]\d|${LETTER})${FOR}`,
    'iu',
  ),
  STARS = new RegExp(
    String.raw`${GIVEN}(\d(?:[.,]\d)?|${Object.keys(NUMBERS).join('|')}) (?:étoiles?|stars?)(?!${LETTER})(?! (?:hotel|restaurant|chef|michelin|review|rating))${FOR}`,
    'iu',
  ),
  /** Fewer than none: what gives stars would rather give none. */
  TOO_MANY =
    /(?:étoiles?|stars?)[^.!?]{0,40}(?:parce qu|car |because|since)[^.!?]{0,30}(?:mettre moins|pas (?:de )?(?:mettre|zéro|0)|give (?:less|zero|0|lower)|oblig|no zero)|(?:une|1|one|a|la moindre|single) (?:étoile|star) (?:is|est|c['’]est)[^.!?]{0,15}(?:trop|too|généreu|de trop)|si (?:je|on) pouvais? mettre (?:0|zéro|moins|une note négative)|if i could give (?:0|zero|no|less|negative)|je mets 0|zéro pointé/i;
const SIGN =
  /\d ?(?:\/|sur|out of) ?(?:5|10|20|100)(?!\d)|étoile|star|zéro pointé|mets 0|mettre|if i could give/i;

/** Marks out of five: a text that gives two takes back the first. */
const marksIn = (text: string, of: RegExp, mark: (found: RegExpExecArray) => number): number | null => {
  const found = of.exec(text);
  if (found === null) return null;
  const told = mark(found);
  return told >= 0 && told <= 5 ? told : null;
};

/**
 * Stars of five that the words of a text give, `null` where they give none.
 *
 * @example
 * ['Note : 4/20', '10/10 pour l’accueil', 'Zéro étoile', 'Page 2/5 du catalogue'].map(toldStars)
 * // → [1, 5, 0, null]
 */
export function toldStars(text: string): number | null {
  if (!SIGN.test(text)) return null;
  if (TOO_MANY.test(text)) return 0;
  return (
    marksIn(text, OUT_OF, ([, got = '', top = '']) => (5 * Number(got.replace(',', '.'))) / Number(top)) ??
    marksIn(text, STARS, ([, got = '']) => NUMBERS[got.toLowerCase()] ?? Number(got.replace(',', '.')))
  );
}
