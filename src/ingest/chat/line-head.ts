import { hour24, readGap } from './time-words.js';

/** Date and time at the beginning of a chat line, before the order of day and month is known. */
export interface LineHead {
  /** `[date time] `, `date time - `, or the old iOS `date time: `. */
  readonly style: 'bracket' | 'dash' | 'colon';
  /** The three numbers of the date in the order written. */
  readonly date: readonly [number, number, number];
  /** Date numbers written with four digits: 0, 2, or -1 when the year has two digits. */
  readonly yearAt: 0 | 2 | -1;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** A word beside the time that no table knows. */
  readonly unknownWord: string | undefined;
  /** Date and time as written, bidirectional marks removed. */
  readonly raw: string;
  /** What follows the head, as written. */
  readonly rest: string;
}

const LONGEST_HEAD = 90;
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Removes direction marks, which exports put around names, dates and generated texts. */
export const withoutBidi = (text: string): string =>
  text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu, '');

const DIGIT_ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
  0xff10,
];

function asciiDigit(code: number): string | undefined {
  const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? undefined : String(code - zero);
}

/** The beginning of a line with ASCII digits, plain spaces and no direction marks, and where each character came from. */
function plainHead(line: string): { text: string; from: readonly number[] } {
  let text = '';
  const from: number[] = [];
  for (let i = 0; i < line.length && text.length < LONGEST_HEAD; i++) {
    const char = line.charAt(i);
    const code = line.charCodeAt(i);
    if (code > 0x7f && BIDI.test(char)) continue;
    text += code <= 0x7f ? char : (asciiDigit(code) ?? (/\s/u.test(char) ? ' ' : char));
    from.push(i);
  }
  return { text, from };
}

const DATE = '(\\d{1,4})\\s?[./\\-年년]\\s?(\\d{1,2})\\s?[./\\-月월]\\s?(\\d{1,4})\\s?[日일]?';
const TIME = '(\\d{1,2})(?:[:.]|\\s?h\\s?)(\\d{2})(?:[:.](\\d{2}))?';
const dateFirst = (end: string): RegExp =>
  new RegExp(`^(\\[)?${DATE}([^\\d\\[\\]]{1,24}?)${TIME}([^\\d\\[\\]\\-–—:]{0,20}?)(${end})`, 'u');
const DATE_FIRST = dateFirst('\\]\\s?| [-–—](?: |$)|: ');
/** Korean Android ends the time with a comma: `2024년 3월 12일 오후 2:05, `. */
const KOREAN = dateFirst('\\]\\s?|, ');
const TIME_FIRST = new RegExp(
  `^(\\[)?${TIME}([^\\d\\[\\]]{1,12}?)${DATE}([^\\d\\[\\]\\-–—:]{0,12}?)(\\]\\s?| [-–—](?: |$)|: )`,
  'u',
);

interface Found {
  readonly bracket: boolean;
  readonly date: string[];
  readonly time: string[];
  readonly gaps: [string, string];
  readonly end: string;
  readonly length: number;
}

function foundIn(match: RegExpExecArray, date: 2 | 6): Found {
  const three = (first: number): string[] => [0, 1, 2].map((at) => match[first + at] ?? '');
  return {
    bracket: match[1] !== undefined,
    date: three(date),
    time: three(date === 2 ? 6 : 2),
    gaps: [match[5] ?? '', match[9] ?? ''],
    end: match[10] ?? '',
    length: match[0].length,
  };
}

function find(text: string): Found | undefined {
  const dated = (/^\[?\d{4}년/.test(text) ? KOREAN.exec(text) : undefined) ?? DATE_FIRST.exec(text);
  if (dated) return foundIn(dated, 2);
  const timeFirst = TIME_FIRST.exec(text);
  return timeFirst ? foundIn(timeFirst, 6) : undefined;
}

/**
 * Reads the date and time that begin a line of a WhatsApp or Signal chat, in any locale: digits of any script, any order and
 * separator, 12 or 24 hours, direction marks anywhere. `undefined` when the line begins otherwise (it continues a message).
 *
 * @example
 * readHead('12/03/2019 à 14:05 - Julie: Salut')?.rest
 * // → 'Julie: Salut'
 */
export function readHead(line: string): LineHead | undefined {
  const { text, from } = plainHead(line);
  if (!/^\[?\d/.test(text)) return undefined;
  const found = find(text);
  if (!found) return undefined;
  const style = found.end.startsWith(']') ? 'bracket' : found.end.startsWith(':') ? 'colon' : 'dash';
  if ((style === 'bracket') !== found.bracket) return undefined;
  if (style === 'colon' && found.time[2] === '') return undefined;
  const date = found.date.map(Number) as [number, number, number];
  const [hour = 0, minute = 0, second = 0] = found.time.map(Number);
  if (hour > 24 || minute > 59 || second > 60 || !plausibleDate(date, found.date)) return undefined;
  const before = readGap(found.gaps[0], true),
    after = readGap(found.gaps[1], false);
  const meridiem = after.meridiem ?? before.meridiem;
  const endOfStamp = found.length - found.end.length;
  return {
    style,
    date,
    yearAt: (found.date[0] ?? '').length >= 3 ? 0 : (found.date[2] ?? '').length >= 3 ? 2 : -1,
    hour: hour24(hour, meridiem) % 24,
    minute,
    second,
    unknownWord: before.unknown ?? after.unknown,
    raw: text.slice(found.bracket ? 1 : 0, endOfStamp).trim(),
    rest: line.slice(
      found.length < from.length ? (from[found.length] ?? line.length) : afterLast(from, found.length, line),
    ),
  };
}

/** Where the rest begins when the head uses the whole normalised beginning. */
function afterLast(from: readonly number[], length: number, line: string): number {
  return length <= 0 ? 0 : Math.min(line.length, (from[length - 1] ?? line.length - 1) + 1);
}

function plausibleDate(date: readonly number[], written: readonly string[]): boolean {
  if ((written[0] ?? '').length === 3 || (written[2] ?? '').length === 3) return false;
  const longYears = written.filter((part) => part.length === 4).length;
  const small = date.filter((part) => part >= 1 && part <= 31).length;
  return longYears <= 1 && small >= 2 && date.some((part) => part >= 1 && part <= 12);
}
