import { DeversoirError } from './errors.js';

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format) return format;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch (cause) {
    throw new DeversoirError('option-invalid', `unknown zone "${zone}"`, {
      cause,
      hint: 'use an IANA name such as Europe/Paris',
    });
  }
  formats.set(zone, format);
  offsets.set(zone, new Map());
  return format;
}

/**
 * Milliseconds that a zone is ahead of UTC at an instant.
 *
 * @throws DeversoirError `option-invalid` for an unknown zone.
 * @example
 * zoneOffset('Europe/Paris', Date.UTC(2024, 6, 1)) / 3600000
 * // → 2
 */
export function zoneOffset(zone: string, epochMs: number): number {
  // no zone changes its clock twice in a day
  const day = Math.floor(epochMs / DAY) * DAY,
    before = offsetAt(zone, day);
  return before === offsetAt(zone, day + DAY) ? before : offsetAt(zone, epochMs);
}

/** That of the quarter of an hour; remembered, as telling it takes long. */
function offsetAt(zone: string, epochMs: number): number {
  const format = formatOf(zone);
  const cache = offsets.get(zone);
  const key = Math.floor(epochMs / (HOUR / 4));
  const known = cache?.get(key);
  if (known !== undefined) return known;
  const start = key * (HOUR / 4);
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(start)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const wall = Date.UTC(
    year,
    Number(part['month']) - 1,
    Number(part['day']),
    Number(part['hour']),
    Number(part['minute']),
    Number(part['second']),
  );
  const offset = wall - start;
  if (cache && cache.size < 100_000) cache.set(key, offset);
  return offset;
}

/**
 * The calendar day of an instant on the clock of a zone, `YYYY-MM-DD`.
 *
 * @throws DeversoirError `option-invalid` for an unknown zone.
 * @example
 * localDay(Date.UTC(2024, 6, 1, 22, 30), 'Europe/Paris')
 * // → '2024-07-02'
 */
export const localDay = (epochMs: number, zone: string): string =>
  new Date(epochMs + zoneOffset(zone, epochMs)).toISOString().slice(0, 10);

/**
 * The instant of a wall clock in a zone. A time that occurs twice (autumn) is read as the earlier one; a time that does not
 * exist (spring) as the one after the gap.
 *
 * @param wallMs the wall clock as if it were UTC, in milliseconds
 * @example
 * new Date(wallToUtc(Date.UTC(2024, 6, 1, 12), 'Europe/Paris')).toISOString()
 * // → '2024-07-01T10:00:00.000Z'
 */
export function wallToUtc(wallMs: number, zone: string): number {
  const before = zoneOffset(zone, wallMs - 24 * HOUR),
    after = zoneOffset(zone, wallMs + 24 * HOUR);
  const first = wallMs - Math.max(before, after);
  if (first + zoneOffset(zone, first) === wallMs) return first;
  const second = wallMs - Math.min(before, after);
  if (second + zoneOffset(zone, second) === wallMs) return second;
  return wallMs - before;
}

/** Offsets in minutes of the abbreviations that exports write. */
const ABBREVIATIONS = new Map(
  (
    'UTC:0 GMT:0 Z:0 WET:0 WEST:60 BST:60 IST:330 CET:60 CEST:120 MEZ:60 MESZ:120 HNEC:60 HAEC:120 ' +
    'EET:120 EEST:180 MSK:180 TRT:180 SAST:120 WAT:60 CAT:120 EAT:180 GST:240 PKT:300 WIB:420 ' +
    'ICT:420 HKT:480 SGT:480 PHT:480 AWST:480 JST:540 KST:540 ACST:570 ACDT:630 AEST:600 AEDT:660 ' +
    'NZST:720 NZDT:780 BRT:-180 BRST:-120 ART:-180 CLT:-240 CLST:-180 COT:-300 PET:-300 VET:-240 ' +
    'EST:-300 EDT:-240 CST:-360 CDT:-300 MST:-420 MDT:-360 PST:-480 PDT:-420 AST:-240 ADT:-180 ' +
    'NST:-210 NDT:-150 AKST:-540 AKDT:-480 HST:-600 HNE:-300 HAE:-240'
  )
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([name = '', minutes]) => [name, Number(minutes)] as const),
);
const AMBIGUOUS = new Set('BST IST CST AST GST EST EDT CDT PST MST CAT ADT ECT SST'.split(' '));
const NORTH_AMERICAN = new Set(['EST', 'EDT', 'CDT', 'PST', 'MST']);

/** An abbreviation of a zone: its offset, and whether the same letters mean other zones elsewhere. */
export interface ZoneAbbreviation {
  readonly minutes: number;
  readonly ambiguous: boolean;
}

/**
 * Reads a zone abbreviation such as `CEST` or `BRT`; `undefined` when it is not in the table.
 *
 * @example
 * zoneAbbreviation('BRT')
 * // → { minutes: -180, ambiguous: false }
 */
export function zoneAbbreviation(text: string): ZoneAbbreviation | undefined {
  const name = text.toUpperCase();
  const minutes = ABBREVIATIONS.get(name);
  return minutes === undefined
    ? undefined
    : { minutes, ambiguous: AMBIGUOUS.has(name) && !NORTH_AMERICAN.has(name) };
}
