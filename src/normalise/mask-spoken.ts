/** Phone numbers read out: "zéro six douze trente-quatre cinquante-six soixante-dix-huit", "oh seven double seven …". */

const FRENCH_UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize';
const FRENCH_TENS = 'vingt trente quarante cinquante soixante septante huitante nonante octante';
const FRENCH_TENS_OF = [20, 30, 40, 50, 60, 70, 80, 90, 80];
const ENGLISH_UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

type Kind = 'unit' | 'teen' | 'ten' | 'times';
interface Word {
  readonly kind: Kind;
  readonly value: number;
}

const WORDS = new Map<string, Word>([
  ...listed(ENGLISH_UNITS, (at) => at),
  ...listed(ENGLISH_TENS, (at) => 20 + 10 * at),
  ...listed(FRENCH_UNITS, (at) => at),
  ...listed(FRENCH_TENS, (at) => FRENCH_TENS_OF[at] as number),
  ['zero', { kind: 'unit', value: 0 }],
  ['vingts', { kind: 'ten', value: 20 }],
  ['oh', { kind: 'unit', value: 0 }],
  ['double', { kind: 'times', value: 2 }],
  ['triple', { kind: 'times', value: 3 }],
]);

function listed(words: string, valueAt: (at: number) => number): [string, Word][] {
  return words.split(' ').map((word, at) => {
    const value = valueAt(at);
    return [word, { kind: value < 10 ? 'unit' : value < 20 ? 'teen' : 'ten', value }];
  });
}

const ANY = [...WORDS.keys()].toSorted((a, b) => b.length - a.length).join('|');
const GAP = String.raw`(?:[ \u00A0\u202F\n]?[,.\-–/][ \u00A0\u202F]?|[ \u00A0\u202F\n]{1,2})`;
const TOKEN = String.raw`(?:\d{1,4}|(?:${ANY})(?!\p{L}))`;
/** A zero, a number that begins with one, or France's code, then numbers in words or digits. */
const READ_OUT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:plus|\+)${GAP}?(?:trente[- ]trois|33)|z[ée]ro|oh|0[1-9]?)(?![\p{L}\p{N}])(?:${GAP}(?:et${GAP})?${TOKEN}){4,11}(?![\p{L}\p{N}])`,
  'giu',
);
/** What a text must hold for it: a number in words beside another number. */
const SPOKEN = new RegExp(
  String.raw`(?:z[ée]ro|oh|\d|trente[- ]trois)${GAP}(?:${ANY})(?!\p{L})|(?:z[ée]ro|oh)${GAP}\d`,
  'iu',
);
/** A number of the United States or of a town, digit by digit: it begins with none that tells. */
const ENGLISH_DIGIT = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)';
const BY_DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${ENGLISH_DIGIT}(?:${GAP}${ENGLISH_DIGIT}){5,10}(?!\p{L}|${GAP}${ENGLISH_DIGIT})`,
  'giu',
);
const DIGITS_IN_A_ROW = new RegExp(String.raw`(?<!\p{L})${ENGLISH_DIGIT}(?:${GAP}${ENGLISH_DIGIT}){5}`, 'iu');
const COUNTING = '012345678910';
const FRANCE = new RegExp(String.raw`^(?:plus|\+)${GAP}?(?:trente[- ]trois|33)`, 'iu');

/** A number that was said, and where it ends. */
interface Said {
  readonly digits: string;
  readonly end: number;
}

/** The numbers in words and digits from left to right; words that a space or hyphen joins make one: "quatre-vingt-dix-huit", not "quatre, vingt". */
function numbersIn(text: string): Said[] {
  const tokens = [...text.matchAll(new RegExp(String.raw`\d{1,4}|(?:${ANY}|et)(?!\p{L})`, 'giu'))].map(
    ({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }),
  );
  const wordAt = (at: number): Word | undefined => WORDS.get(tokens[at]?.word ?? '');
  const joins = (at: number): boolean =>
    /^[ \u00A0\u202F-]?$/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start));
  const said: Said[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { word } = tokens[at] as { word: string };
    const first = wordAt(at);
    if (first === undefined) {
      if (word !== 'et') said.push({ digits: word, end: (tokens[at] as { end: number }).end });
      continue;
    }
    let value = first.value,
      times = 1;
    if (first.kind === 'times') {
      times = first.value;
      value = wordAt(++at)?.value ?? 0;
    } else {
      if (value === 4 && /^vingts?$/.test(tokens[at + 1]?.word ?? '') && joins(at)) {
        at++;
        value = 80;
      }
      if (value >= 20 && joins(at)) {
        const next = tokens[at + 1]?.word === 'et' && joins(at + 1) ? at + 2 : at + 1;
        const added = wordAt(next);
        // only "soixante" and "quatre-vingt" are followed by "douze"
        if (
          added !== undefined &&
          added.value > 0 &&
          (added.kind === 'unit' || (added.kind === 'teen' && (value === 60 || word === 'quatre')))
        ) {
          at = next;
          value += added.value;
        }
      }
      if (value % 20 === 10 && tokens[at]?.word === 'dix' && joins(at)) {
        const added = wordAt(at + 1)?.value ?? 0;
        if (added >= 7 && added <= 9) {
          at++;
          value += added;
        }
      }
    }
    said.push({ digits: String(value).repeat(times), end: tokens[at]?.end ?? text.length });
  }
  return said;
}

/**
 * Masks phone numbers that are written as they are said, in French (of Belgium and Switzerland too) or English: ten digits from a zero
 * on, eleven in English, nine after France's code.
 *
 * @example
 * maskSpoken('le zéro six douze trente-quatre cinquante-six soixante-dix-huit', (phone) => `<${phone}>`)
 * // → 'le <0612345678>'
 */
export const maskSpoken = (text: string, remember: (phone: string) => string): string =>
  byDigits(withoutReadOut(text, remember), remember);

const byDigits = (text: string, remember: (phone: string) => string): string =>
  !DIGITS_IN_A_ROW.test(text)
    ? text
    : text.replace(BY_DIGITS, (found) => {
        const digits = numbersIn(found)
          .map((said) => said.digits)
          .join('');
        return /^(?:\d{7}|\d{10,11})$/.test(digits) && !COUNTING.includes(digits.slice(0, 7))
          ? remember(digits)
          : found;
      });

const withoutReadOut = (text: string, remember: (phone: string) => string): string =>
  !SPOKEN.test(text)
    ? text
    : text.replace(READ_OUT, (found) => {
        if (!/\p{L}/u.test(found)) return found;
        const code = FRANCE.exec(found)?.[0].length ?? 0;
        const isEnglish = /\b(?:oh|one|two|three|four|five|seven|eight|nine|double|triple)\b/i.test(found);
        const lengths = code > 0 ? [9, 10] : isEnglish ? [11, 10] : [10];
        let digits = '';
        const ends = new Map<number, { digits: string; end: number }>();
        for (const { digits: more, end } of numbersIn(found.slice(code))) {
          digits += more;
          ends.set(digits.length, { digits, end });
        }
        const whole = lengths.map((length) => ends.get(length)).find((one) => one !== undefined);
        if (
          whole === undefined ||
          (code === 0 && !/^0[1-9]/.test(whole.digits)) ||
          whole.digits.startsWith('0123456789')
        )
          return found;
        const phone = code === 0 ? whole.digits : `+33${whole.digits.replace(/^0/, '')}`;
        return remember(phone) + found.slice(code + whole.end);
      });
