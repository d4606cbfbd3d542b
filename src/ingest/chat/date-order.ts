import { persianDay } from './persian-calendar.js';

/** Which of the three numbers of a date is what. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', 'ydm'];
const DAY_MS = 86_400_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parts([a, b, c]: readonly [number, number, number], order: DateOrder): Parts {
  if (order === 'dmy') return { year: c, month: b, day: a };
  if (order === 'mdy') return { year: c, month: a, day: b };
  return order === 'ymd' ? { year: a, month: b, day: c } : { year: a, month: c, day: b };
}

/** Day as milliseconds at 00:00 UTC, or `undefined` when the calendar has no such day. */
function dayOf(date: readonly [number, number, number], order: DateOrder): number | undefined {
  const { year: written, month, day } = parts(date, order);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (written >= 1343 && written <= 1472) return persianDay(written, month, day);
  const year = written < 100 ? written + 2000 : written >= 2500 && written < 2700 ? written - 543 : written;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day && year >= 1990 && year < 2200 ? ms : undefined;
}

interface Evidence {
  valid: number;
  first: number | undefined;
  last: number | undefined;
  backwards: number;
  travelled: number;
  witnessed: number;
}

/** What the whole file shows about the order of its dates. */
export interface DateOrderVerdict {
  readonly order: DateOrder;
  /** `proven`: a number over 12, a year of four digits first, or dates in the names of attached files; `american`: by how they are written. */
  readonly how: 'proven' | 'chronology' | 'likely' | 'american' | 'option' | 'undecided';
}

/** `9/5/25, 2:05 PM`: no zero before a number, two digits of the year, capitals; Australians write `pm`, Indians `05/09/25`. */
const AMERICAN = /^\[?[1-9]\d?\/[1-9]\d?\/\d\d,?\s\d{1,2}:\d\d(?::\d\d)?\s[AP]M\b/u;

/** Gathers over a whole file what its dates show about the order of day, month and year. Memory does not grow. */
export class DateOrderEvidence {
  private count = 0;
  private american = 0;
  private readonly of: Record<DateOrder, Evidence>;

  constructor() {
    const empty = (): Evidence => ({
      valid: 0,
      first: undefined,
      last: undefined,
      backwards: 0,
      travelled: 0,
      witnessed: 0,
    });
    this.of = { dmy: empty(), mdy: empty(), ymd: empty(), ydm: empty() };
  }

  /**
   * @param yearAt - position of a year of four digits, −1 when the year has two
   * @param raw - date and time as written
   * @param witness - a day known from elsewhere, such as `IMG-20260908-WA0001.jpg` attached to this message
   */
  add(date: readonly [number, number, number], yearAt: 0 | 2 | -1, raw: string, witness?: number): void {
    this.count++;
    if (AMERICAN.test(raw)) this.american++;
    for (const order of ORDERS) {
      const yearFirst = order === 'ymd' || order === 'ydm';
      if ((yearAt === 0 && !yearFirst) || (yearAt === 2 && yearFirst)) continue;
      const day = dayOf(date, order);
      if (day === undefined) continue;
      const seen = this.of[order];
      seen.valid++;
      if (witness !== undefined && Math.abs(witness - day) <= 2 * DAY_MS) seen.witnessed++;
      if (seen.last !== undefined && day < seen.last) seen.backwards++;
      if (seen.last !== undefined) seen.travelled += Math.abs(day - seen.last);
      seen.first ??= day;
      seen.last = day;
    }
  }

  /** The order that explains most dates; ties are settled by attachments, chronology, the option, and at last day first. */
  verdict(option: 'dmy' | 'mdy' | undefined): DateOrderVerdict {
    const most = Math.max(...ORDERS.map((order) => this.of[order].valid));
    // Two-digit years first (2026 as "26/9/12") and year-day-month are rare: only when the usual orders can't be.
    let rest = ORDERS.filter((order) => this.of[order].valid === most);
    const usual = rest.filter((order) => order === 'dmy' || order === 'mdy');
    if (rest.includes('ymd') && usual.length === 0) rest = ['ymd'];
    else if (usual.length > 0 && !(this.of.ymd.valid === most && this.yearFirstIsCalmer(usual))) rest = usual;
    else if (rest.includes('ymd')) rest = ['ymd'];
    const [only] = rest;
    if (rest.length === 1 && only) return { order: only, how: 'proven' };
    return this.settle(option);
  }

  private settle(option: 'dmy' | 'mdy' | undefined): DateOrderVerdict {
    const { dmy, mdy } = this.of;
    if (dmy.witnessed !== mdy.witnessed)
      return { order: dmy.witnessed > mdy.witnessed ? 'dmy' : 'mdy', how: 'proven' };
    if (dmy.backwards !== mdy.backwards)
      return { order: dmy.backwards < mdy.backwards ? 'dmy' : 'mdy', how: 'chronology' };
    if (option) return { order: option, how: 'option' };
    if (this.american === this.count) return { order: 'mdy', how: 'american' };
    if (dmy.travelled > 6 * mdy.travelled) return { order: 'mdy', how: 'likely' };
    if (mdy.travelled > 6 * dmy.travelled) return { order: 'dmy', how: 'likely' };
    return { order: 'dmy', how: 'undecided' };
  }

  /** Dates such as 20/4/15, 20/4/16 … move by days as year-month-day and by years as day-month-year. */
  private yearFirstIsCalmer(usual: readonly DateOrder[]): boolean {
    const { ymd } = this.of;
    return (
      this.count >= 2 &&
      usual.every((order) => {
        const other = this.of[order];
        return (
          ymd.backwards < other.backwards ||
          (ymd.backwards === other.backwards && other.travelled > 20 * Math.max(ymd.travelled, DAY_MS))
        );
      })
    );
  }
}

/** Wall clock as milliseconds, read as UTC; `null` when the calendar has no such day in this order. */
export function wallClock(
  date: readonly [number, number, number],
  order: DateOrder,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const day = dayOf(date, order);
  return day === undefined ? null : day + ((hour * 60 + minute) * 60 + second) * 1000;
}
