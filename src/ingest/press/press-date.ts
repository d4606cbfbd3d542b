import type { RecordTime } from '../../model/index.js';
import { fold } from '../../util/fold.js';
import { placeWall } from '../values/dates.js';
import { monthOf } from '../values/month-names.js';
import type { ReadOptions } from '../source.js';
import { zoneAbbreviation } from '../../util/zones.js';

/** A date as newspapers and press databases print it. Without `day`, only the month is known. */
export interface PressDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  readonly time: { readonly hour: number; readonly minute: number; readonly second: number } | undefined;
  /** Minutes east of UTC, when the text names a zone. */
  readonly offset: number | undefined;
  /** Day and month are both numbers under 13: the order was taken from the option, else day first. */
  readonly ambiguous: boolean;
  /** Where the date (without its time) stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Month names of press languages that `month-names` lacks, January to December, one language a line. */
const MORE_MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'januar februar marts april maj juni juli august september oktober november desember',
    'januari februari mars april maj juni juli augusti september oktober november december',
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  ].flatMap((line) => line.split(' ').map((name, index): [string, number] => [fold(name), index + 1])),
);

const EAST_ASIAN = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?/gu;
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu;
const DAY_WORD =
  /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|re|[ºª°.])?[ -](?:de |of )?(\p{L}{3,12})\.?,?[ -](?:de |del )?(\d{4})(?!\d)/giu;
const WORD_DAY = /(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/giu;
const NUMBERS = /(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/gu;
const WORD_YEAR = /(?<!\p{L})(\p{L}{3,12})\.? (?:de |del )?(\d{4})(?!\d)/giu;
const TIME =
  /(?<!\d)(上午|下午|오전|오후|午前|午後)?\s?(\d{1,2})(?::| ?h ?)(\d{2})(?::(\d{2}))?(?!\d)(?:\s?([ap])\.?\s?m\b\.?)?(?:\s?\(?(Z|UTC|GMT|[A-Z]{3,4})?\s?([+-]\d{1,2}(?::?\d{2})?)?(?![\w:]))?/iu;

type Day = Pick<PressDate, 'year' | 'month' | 'day' | 'ambiguous'>;

const monthNamed = (name = ''): number | undefined => monthOf(name) ?? MORE_MONTHS.get(fold(name));

function validDay(
  year: number,
  month: number | undefined,
  day: number | undefined,
  ambiguous = false,
): Day | undefined {
  if (month === undefined || month < 1 || month > 12 || year < 1500 || year > 2200) return undefined;
  if (day !== undefined && (day < 1 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day))
    return undefined;
  return { year, month, day, ambiguous };
}

function numericDay(match: RegExpMatchArray, dateOrder: ReadOptions['dateOrder']): Day | undefined {
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const ambiguous =
    first <= 12 && second <= 12 && first !== second && match[2] !== '.' && dateOrder === undefined;
  const monthFirst = second > 12 || (dateOrder === 'mdy' && first <= 12 && match[2] !== '.');
  return monthFirst ? validDay(year, first, second) : validDay(year, second, first, ambiguous);
}

type Shape = readonly [RegExp, (match: RegExpMatchArray, options: ReadOptions) => Day | undefined];

/** Shapes in the order they are tried: the most telling first. */
const SHAPES: readonly Shape[] = [
  [EAST_ASIAN, (m) => validDay(Number(m[1]), Number(m[2]), m[3] === undefined ? undefined : Number(m[3]))],
  [DAY_WORD, (m) => validDay(Number(m[3]), monthNamed(m[2]), Number(m[1]))],
  [WORD_DAY, (m) => validDay(Number(m[3]), monthNamed(m[1]), Number(m[2]))],
  [YEAR_FIRST, (m) => validDay(Number(m[1]), Number(m[3]), Number(m[4]))],
  [NUMBERS, (m, options) => numericDay(m, options.dateOrder)],
  [WORD_YEAR, (m) => validDay(Number(m[2]), monthNamed(m[1]), undefined)],
];

/** Spaces of all kinds become one plain space each, so that positions stay those of the text given. */
const plainSpaces = (text: string): string =>
  text.replace(/[\s\u00a0\u202f\u2009\u3000]/g, ' ').replace(/[\u200e\u200f\ufeff]/g, ' ');

/** A time of day such as `17:04`, `04:30 AM`, `11:21 AM GMT`, `9 h 35` or `下午 5:04`. */
export function parsePressTime(text: string): Pick<PressDate, 'time' | 'offset'> | undefined {
  const match = TIME.exec(plainSpaces(text));
  if (!match) return undefined;
  let hour = Number(match[2]);
  const [minute, second] = [Number(match[3]), Number(match[4] ?? 0)];
  const half =
    match[5]?.toLowerCase() ?? (match[1] === undefined ? '' : /下午|오후|午後/.test(match[1]) ? 'p' : 'a');
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const named = match[6] === undefined ? undefined : zoneAbbreviation(match[6])?.minutes;
  const signed = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(match[7] ?? '');
  const shift = signed
    ? (signed[1] === '-' ? -1 : 1) * (Number(signed[2]) * 60 + Number(signed[3] ?? 0))
    : undefined;
  const offset = shift === undefined ? named : shift + (named ?? 0);
  return {
    time: { hour, minute, second },
    offset: offset !== undefined && Math.abs(offset) > 840 ? undefined : offset,
  };
}

/**
 * The first date in a short text, in the languages of the large press databases (English, French, German, Spanish, Italian,
 * Portuguese, Dutch, the Nordic languages, Polish, Russian, Chinese, Japanese, Korean), with the time after it.
 *
 * @param text A line such as `March 14, 2013 Thursday 11:21 AM GMT` or `Éditorial, jeudi 4 octobre 2012, p. 03`.
 */
export function findPressDate(text: string, options: ReadOptions = {}): PressDate | undefined {
  const line = plainSpaces(text.slice(0, 400));
  for (const [shape, read] of SHAPES) {
    for (const match of line.matchAll(shape)) {
      const day = read(match, options);
      if (!day) continue;
      const end = match.index + match[0].length;
      const clock = parsePressTime(line.slice(end));
      return { ...day, time: clock?.time, offset: clock?.offset, start: match.index, end };
    }
  }
  return undefined;
}

/** The record time of a press date; `null` instant when not even the day is known. */
export function pressTime(date: PressDate, raw: string, options: ReadOptions = {}): RecordTime {
  if (date.day === undefined) return { epochMs: null, raw, zone: 'none' };
  const wall = Date.UTC(
    date.year,
    date.month - 1,
    date.day,
    date.time?.hour,
    date.time?.minute,
    date.time?.second,
  );
  if (!date.time)
    return { epochMs: Date.UTC(date.year, date.month - 1, date.day), raw, zone: 'none', dayOnly: true };
  if (date.offset !== undefined) return { epochMs: wall - date.offset * 60_000, raw, zone: 'explicit' };
  return placeWall(wall, raw, { zone: options.zone });
}
