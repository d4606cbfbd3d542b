import { saysTheSame } from '../../util/content-words.js';
import { NBSP } from '../../util/french.js';
import { LANGUAGES } from '../../util/language.js';
import { localDay } from '../../util/zones.js';
import { maskedIn } from './mask-words.js';
import { numberOf, numberOrNull, rowsOf, textOf, dateOf, listOf, type Row, type Telling } from './reading.js';
import type { StoryQuote } from './story.js';

const LONGEST = 260;

/** Words from which a text says something by itself. */
const LEAST_WORDS = 5;

/** Languages that a reader of the report reads; empty: not told. */
const READ: ReadonlySet<string> = new Set(['', 'und', ...LANGUAGES]);

const LINKS = /(?:https?:\/\/|www\.)\S+/gi;

/** Who tags two accounts or more calls them, or enters a contest. */
const TAGS = /(?:^|\s)@/g;

/**
 * Whether a text says something without its links, mentions and hashtags.
 *
 * @example
 * ['#marcheinterdit @Enseigne https://t.co/R5jr7r9DUU', 'Du pain pour le plaisir ! @… @…', 'Le pain était rassis ce matin encore'].map(saysSomething)
 * // → [false, false, true]
 */
export const saysSomething = (text: string): boolean =>
  (text.match(TAGS)?.length ?? 0) < 2 &&
  text
    .replace(LINKS, ' ')
    .replace(/(?:^|\s)(?:RT\b|via\b|[@#]\S+)/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word)).length >= LEAST_WORDS;

/** A text without its links, cut at a word when it is too long to quote whole, the cut shown. */
export function shortened(whole: string, longest = LONGEST): string {
  const text = whole
    .replace(LINKS, ' ')
    .replace(/\s*\n\s*|\s{2,}/g, ' ')
    // No line begins with a sign; the words stay as they were written.
    .replace(/ (?=[;:!?»])/g, NBSP)
    .trim();
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, '')} […]`;
}

/** A row of a list of texts as a quote: channel and date under it, never the author. */
export function quoteOf(row: Row, { words }: Telling): StoryQuote {
  const at = dateOf(row, 'sentAt');
  const source = textOf(row, 'source');
  const sentiment = textOf(row, 'sentiment');
  return {
    ...(sentiment !== '' && { sentiment }),
    text: shortened(maskedIn(textOf(row, 'text'), words.language)),
    source: [
      source === '' ? words.channel(textOf(row, 'channel')) : source,
      ...(at === null ? [] : [words.date(at)]),
    ].join(' · '),
  };
}

/** Headlines as quotes: one that several papers print stands once, under the first of them, which the others follow. */
export function printedTitles(rows: readonly Row[], telling: Telling): StoryQuote[] {
  const first = rows.filter(
    (row, at) => rows.findIndex((one) => textOf(one, 'text') === textOf(row, 'text')) === at,
  );
  return first.map((row) => {
    const others = rows.filter((one) => one !== row && textOf(one, 'text') === textOf(row, 'text'));
    const papers = [...new Set(others.map((one) => textOf(one, 'source')))].filter(
      (name) => name !== '' && name !== textOf(row, 'source'),
    );
    const quote = quoteOf(row, telling);
    const { words } = telling;
    return papers.length === 0
      ? quote
      : {
          ...quote,
          source: words.say(
            `${quote.source}, puis ${words.list(papers)}`,
            `${quote.source}, then ${words.list(papers)}`,
          ),
        };
  });
}

export interface QuoteChoice {
  readonly driver?: string;
  readonly sentiment?: string;
  /** Only complaints. */
  readonly complaint?: true;
  readonly channels?: readonly string[];
  /** First day of the quarter that the quotes are of. */
  readonly quarter?: string;
}

/** First day of the quarter of an instant on the wall clock of a zone. */
function quarterOf(at: Date | null, zone: string): string {
  if (at === null) return '';
  const [year, month] = localDay(at.getTime(), zone).split('-').map(Number) as [number, number];
  return `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

/** Polarity from which a text is read as blame with enough margin to stand under a criticism. */
const CLEARLY_NEGATIVE = -0.6;

/** Whether a text is of a tone beyond doubt: what reads as mild blame may be praise that recalls it. */
const isOfTone = (row: Row, sentiment: string): boolean =>
  row['sentiment'] === sentiment &&
  row['starsAgree'] !== false &&
  (sentiment !== 'negative' || (numberOrNull(row, 'polarity') ?? CLEARLY_NEGATIVE) <= CLEARLY_NEGATIVE);

/** Texts that stand for a choice: the most typical first, then others of the sample; none that says again what is quoted. */
export function quotesFor(telling: Telling, choice: QuoteChoice, count = 2): StoryQuote[] {
  const fits = (row: Row): boolean =>
    (choice.driver === undefined ||
      [textOf(row, 'driver'), ...listOf(row, 'drivers').slice(0, 1)].includes(choice.driver)) &&
    (choice.sentiment === undefined || isOfTone(row, choice.sentiment)) &&
    (choice.complaint === undefined || (row['complaint'] === true && row['sentiment'] !== 'positive')) &&
    READ.has(textOf(row, 'language')) &&
    (choice.quarter === undefined || quarterOf(dateOf(row, 'sentAt'), telling.zone) === choice.quarter) &&
    (choice.channels === undefined || choice.channels.includes(textOf(row, 'channel'))) &&
    textOf(row, 'text').length >= 40 &&
    saysSomething(textOf(row, 'text'));
  // What the reader reads first is in the language of the report.
  const foreign = (row: Row): number =>
    Number(LANGUAGES.some((one) => one === row['language'] && one !== telling.words.language));
  const rows = [
    ...rowsOf(telling.metrics.get('verbatims')).toSorted(
      (a, b) => numberOf(b, 'groupSize') - numberOf(a, 'groupSize'),
    ),
    ...rowsOf(telling.metrics.get('messageSample')),
  ]
    .filter(fits)
    .toSorted((a, b) => foreign(a) - foreign(b));
  const chosen: Row[] = [];
  for (const row of rows) {
    if (chosen.length === count) break;
    const text = textOf(row, 'text');
    if ([...telling.quoted].some((other) => saysTheSame(other, text))) continue;
    telling.quoted.add(text);
    chosen.push(row);
  }
  return chosen.map((row) => quoteOf(row, telling));
}
