import type { RecordTime } from '../../model/index.js';
import { dateTime } from '../values/dates.js';
import { monthOf } from '../values/month-names.js';
import { zoneAbbreviation } from '../../util/zones.js';

/** A time of a mail header, and whether its zone had to be left out. */
export interface MailTime {
  readonly time: RecordTime;
  /** The zone written is impossible: the wall clock was kept. */
  readonly badZone?: boolean;
}

const RFC =
  /(\d{1,2})[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]m)?\s*(.*)$/isu;
/** The shape of C's `asctime`, used in `From ` lines: `Tue Feb 20 08:27:35 2007`, with a zone or without. */
const ASCTIME =
  /(\p{L}{3,9})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-]\d{4}|[A-Z]{3,5})\s+)?(\d{4})(?:\s+([+-]\d{4}))?/u;

/** Minutes east of UTC; `null` when the zone is impossible or unknown, `undefined` when there is none. */
function offsetOf(text: string): number | null | undefined {
  const zone = text.trim();
  const signed = /^(?:GMT|UTC)?\s*([+-])(\d{2}):?(\d{2})\b/i.exec(zone);
  if (signed) {
    const [hours, minutes] = [Number(signed[2]), Number(signed[3])];
    return hours > 14 || minutes > 59 ? null : (signed[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  const word = /^\(?"?([A-Z]{1,5})\b/i.exec(zone)?.[1];
  if (word === undefined) return zone === '' ? undefined : null;
  return zoneAbbreviation(word)?.minutes ?? null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? (year < 1000 ? year + 1900 : year) : year < 50 ? year + 2000 : year + 1900;
}

function build(
  raw: string,
  day: readonly [number, number, number],
  clock: readonly [number, number, number],
  zone: string,
): MailTime | undefined {
  const [year, month, date] = day;
  const wall = Date.UTC(year, month - 1, date, ...clock);
  if (
    new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date ||
    clock[0] > 24 ||
    clock[1] > 59 ||
    clock[2] > 60
  )
    return undefined;
  const offset = offsetOf(zone);
  if (typeof offset === 'number') return { time: { epochMs: wall - offset * 60_000, raw, zone: 'explicit' } };
  return { time: { epochMs: wall, raw, zone: 'none' }, ...(offset === null ? { badZone: true } : {}) };
}

/**
 * The time of a `Date:` or `Received:` header (RFC 5322), with what old and broken programs write: two-digit years, zone names,
 * comments, month names of other languages, no seconds. A zone of more than 14 hours is left out.
 */
export function mailTime(value: string): MailTime | undefined {
  const raw = value.replace(/\s+/g, ' ').trim().slice(0, 200);
  const rfc = RFC.exec(raw);
  const month = rfc ? monthOf(rfc[2] ?? '') : undefined;
  if (rfc && month !== undefined) {
    const hour =
      (Number(rfc[4]) % (rfc[7] === undefined ? 25 : 12)) + (rfc[7]?.toLowerCase() === 'pm' ? 12 : 0);
    return build(
      raw,
      [fullYear(rfc[3] ?? ''), month, Number(rfc[1])],
      [hour, Number(rfc[5]), Number(rfc[6] ?? 0)],
      rfc[8] ?? '',
    );
  }
  const asctime = ASCTIME.exec(raw);
  const named = asctime ? monthOf(asctime[1] ?? '') : undefined;
  if (asctime && named !== undefined) {
    const clock = [Number(asctime[3]), Number(asctime[4]), Number(asctime[5] ?? 0)] as const;
    return build(raw, [Number(asctime[7]), named, Number(asctime[2])], clock, asctime[6] ?? asctime[8] ?? '');
  }
  const other = dateTime(raw);
  return other === undefined ? undefined : { time: other };
}
