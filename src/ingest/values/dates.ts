import type { RecordTime } from '../../model/index.js';
import { monthOf } from './month-names.js';
import { readTimeOfDay } from './time-of-day.js';
import { wallToUtc } from '../../util/zones.js';

/** Order of day and month in `03/04/2024`. */
export type DateOrder = 'dmy' | 'mdy';

export interface DateOptions {
  /** Order where day and month could be either. Default `dmy`, and then the reading is marked `orderOpen`. */
  readonly order?: DateOrder | undefined;
  /** IANA zone of times that carry none. */
  readonly zone?: string | undefined;
  /** The vendor documents that times without zone are UTC. */
  readonly utc?: boolean | undefined;
}

/** A date as read, with what stays open about it. */
export interface DateReading {
  readonly time: RecordTime;
  /** Day and month could be either, and no order was given. */
  readonly orderOpen: boolean;
  /** The zone is an abbreviation that means several zones. */
  readonly zoneOpen?: string;
  /** The only order in which the numbers make a date, when they decide. */
  readonly decides?: DateOrder;
}

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly orderOpen?: boolean;
  readonly decides?: DateOrder | undefined;
  /** Text after the date, with the time. */
  readonly rest: string;
}

const SPACES = /[\u00a0\u202f\u2009\u200e\u200f\u202a-\u202e\ufeff]/g;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s,])[T\s,]*(.*)$/;
const NUMERIC = /^(\d{1,4})([/.\-\s])\s?(\d{1,2})\2\s?(\d{2}|\d{4})(?!\d)\.?,?(.*)$/;
const CJK = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]\s*(.*)$/;
const WEEKDAY = /^(?:[\p{L}]{2,12}\.?,?\s+)(?=(?:le\s+)?\d|[\p{L}]{3,10}\.?\s+\d)/u;
const DAY_MONTH =
  /^(?:le\s+|den\s+|on\s+)?(\d{1,2})(?:er|re|st|nd|rd|th|\.|º)?(?:\s+de)?[\s\-/,.]*([\p{L}]{3,12})\.?(?:\s+(?:de|del))?[\s\-/,.]*(\d{4}|\d{2})(?!\d|:)(.*)$/iu;
const MONTH_DAY = /^([\p{L}]{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)(.*)$/iu;
const RUBY = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) (?:(\+\d{4}|[A-Z]{2,5}) )?(\d{4})$/u;
const MCAULEY = /^(\d{2}) (\d{1,2}), (\d{4})$/;
/** What OData writes for an instant. */
const ODATA = /^\/Date\((-?\d{9,13})(?:[+-]\d{4})?\)\/$/;
const EPOCH = /^-?\d{9,10}(?:\.\d+)?$|^\d{13}$|^\d{16}$/;

/** Full year of two digits: 70 to 99 are the last century. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

function validDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    year >= 1900 &&
    year <= 2200
  );
}

function numericDate(text: string, order: DateOrder | undefined): Wall | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, a = '', , b = '', c = '', rest = ''] = match;
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c), rest };
  if (a.length === 3) return undefined;
  const year = fullYear(c),
    one = Number(a),
    two = Number(b);
  const dmy = validDay(year, two, one),
    mdy = validDay(year, one, two);
  if (dmy !== mdy) {
    return dmy
      ? { year, month: two, day: one, decides: 'dmy', rest }
      : { year, month: one, day: two, decides: 'mdy', rest };
  }
  const monthFirst = order === 'mdy';
  return {
    year,
    month: monthFirst ? one : two,
    day: monthFirst ? two : one,
    orderOpen: order === undefined && one !== two,
    rest,
  };
}

function wordDate(text: string): Wall | undefined {
  const plain = text.replace(WEEKDAY, '');
  for (const candidate of plain === text ? [text] : [plain, text]) {
    const dayFirst = DAY_MONTH.exec(candidate);
    const month = dayFirst ? monthOf(dayFirst[2] ?? '') : undefined;
    if (dayFirst && month)
      return { year: fullYear(dayFirst[3] ?? ''), month, day: Number(dayFirst[1]), rest: dayFirst[4] ?? '' };
    const monthFirst = MONTH_DAY.exec(candidate);
    const named = monthFirst ? monthOf(monthFirst[1] ?? '') : undefined;
    if (monthFirst && named)
      return {
        year: Number(monthFirst[3]),
        month: named,
        day: Number(monthFirst[2]),
        rest: monthFirst[4] ?? '',
      };
  }
  return undefined;
}

function readWall(text: string, order: DateOrder | undefined): Wall | undefined {
  const iso = ISO.exec(text) ?? CJK.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rest: iso[4] ?? '' };
  const ruby = RUBY.exec(text);
  const rubyMonth = ruby ? monthOf(ruby[1] ?? '') : undefined;
  if (ruby && rubyMonth)
    return {
      year: Number(ruby[5]),
      month: rubyMonth,
      day: Number(ruby[2]),
      rest: `${ruby[3] ?? ''} ${ruby[4] ?? ''}`,
    };
  const mcauley = MCAULEY.exec(text);
  if (mcauley)
    return { year: Number(mcauley[3]), month: Number(mcauley[1]), day: Number(mcauley[2]), rest: '' };
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (compact) {
    const [, year, month, day, h, m, s, z] = compact;
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      rest: h === undefined ? '' : `${h}:${m}:${s}${z}`,
    };
  }
  return numericDate(text, order) ?? wordDate(text);
}

/** The instant of a wall clock under the options, and how its zone is known. */
export function placeWall(wallMs: number, raw: string, options: DateOptions, dayOnly = false): RecordTime {
  const day = dayOnly ? { dayOnly: true } : {};
  if (options.utc) return { epochMs: wallMs, raw, zone: 'documented', ...day };
  if (options.zone !== undefined)
    return { epochMs: wallToUtc(wallMs, options.zone), raw, zone: 'assumed', ...day };
  return { epochMs: wallMs, raw, zone: 'none', ...day };
}

/**
 * Reads a date in any shape that exports write: ISO, numeric with `/ . -`, month words in nine languages, Ruby (`Sat Jan 25
 * 10:11:12 +0000 2020`), Kibana (`Mar 20, 2026 @ 19:50:57.000`), 14 digits, epoch seconds, milliseconds or microseconds.
 *
 * @returns `undefined` when it is no date.
 * @example
 * readDate('22/09/17 11:00:24', { zone: 'Europe/Paris' })?.time.epochMs === Date.UTC(2017, 8, 22, 9, 0, 24)
 * // → true
 */
export function readDate(raw: string, options: DateOptions = {}): DateReading | undefined {
  if (raw.length > 200) return undefined;
  const text = raw
    .replaceAll(SPACES, ' ')
    .trim()
    .replace(/^['"]+|['"]+$/g, '')
    .replaceAll(/\s+/g, ' ');
  if (text.length < 6 || text.length > 80) return undefined;
  const odata = ODATA.exec(text)?.[1];
  if (odata !== undefined || EPOCH.test(text)) {
    const time =
      odata === undefined ? readEpoch(text) : { epochMs: Number(odata), raw, zone: 'explicit' as const };
    return time && { time, orderOpen: false };
  }
  const wall = readWall(text, options.order);
  if (!wall || !validDay(wall.year, wall.month, wall.day)) return undefined;
  const clock = readTimeOfDay(wall.rest);
  if (!clock) return undefined;
  const day = Date.UTC(wall.year, wall.month - 1, wall.day);
  const open = { orderOpen: wall.orderOpen ?? false, ...(wall.decides ? { decides: wall.decides } : {}) };
  if (clock === 'none') return { time: placeWall(day, raw, options, true), ...open };
  if (clock.offsetMinutes === undefined) return { time: placeWall(day + clock.ms, raw, options), ...open };
  const time: RecordTime = { epochMs: day + clock.ms - clock.offsetMinutes * 60_000, raw, zone: 'explicit' };
  return { time, ...open, ...(clock.zoneOpen === undefined ? {} : { zoneOpen: clock.zoneOpen }) };
}

/** {@link readDate} for formats whose order is known: the time only. */
export function dateTime(raw: string | undefined, options: DateOptions = {}): RecordTime | undefined {
  return raw === undefined ? undefined : readDate(raw, options)?.time;
}

/** 1 January 2001 in microseconds. */
const LEAST_MICROSECONDS = 978_307_200_000_000;

/**
 * An instant given as seconds, milliseconds or microseconds since 1970, told apart by size; `undefined` for a size that is none of
 * them, such as that of a barcode.
 *
 * @example
 * readEpoch(1774192328)?.epochMs
 * // → 1774192328000
 */
export function readEpoch(value: number | string): RecordTime | undefined {
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isFinite(number) || String(value).trim() === '') return undefined;
  const size = Math.abs(number);
  const ms =
    size < 5e9
      ? number * 1000
      : size < 5e12
        ? number
        : size >= LEAST_MICROSECONDS && size < 5e15
          ? number / 1000
          : Number.NaN;
  return Number.isNaN(ms) ? undefined : { epochMs: Math.round(ms), raw: String(value), zone: 'explicit' };
}

/**
 * Wall clock of a spreadsheet serial, in milliseconds as if it were UTC; serial 1 is 1 January 1900.
 *
 * @example
 * new Date(serialToWall(44196.5)).toISOString()
 * // → '2020-12-31T12:00:00.000Z'
 */
export function serialToWall(serial: number, from1904 = false): number {
  const days = from1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial;
  return Math.round((days - 25_569) * 86_400) * 1000;
}
