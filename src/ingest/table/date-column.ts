import type { RecordTime } from '../../model/index.js';
import { type DateOptions, type DateOrder, readDate, serialToWall } from '../values/dates.js';
import type { ReadOptions, RowDoubt } from '../source.js';

/** What a column of dates shows about the order of day and month. */
export interface OrderEvidence {
  readonly order: DateOrder | undefined;
  /** What speaks for an order without deciding: it is read, and said as a doubt. */
  readonly likely?: DateOrder;
  /** In words, for a note or doubt. */
  readonly why: string;
}

const CHRONOLOGY_SAMPLE = 5000;
const MANY_MONTHS = 5;
const HALF_OF_DAY = /\d [AP]M$/;

/** Collects dates of a column until the order of day and month is decided. */
export class OrderSurvey {
  private readonly votes = { dmy: 0, mdy: 0 };
  private readonly inDmy: number[] = [];
  private readonly inMdy: number[] = [];
  /** Dates that could be read either way. */
  open = 0;
  private halves = 0;
  /** Dates of any shape. */
  dates = 0;

  add(cell: string): void {
    const reading = readDate(cell, { order: 'dmy' });
    if (!reading) return;
    this.dates++;
    if (reading.decides) this.votes[reading.decides]++;
    const either = readDate(cell);
    if (either?.orderOpen) {
      this.open++;
      if (HALF_OF_DAY.test(cell.trim())) this.halves++;
    }
    if (this.inDmy.length >= CHRONOLOGY_SAMPLE || (!either?.orderOpen && !reading.decides)) return;
    this.inDmy.push(reading.time.epochMs ?? 0);
    this.inMdy.push(readDate(cell, { order: 'mdy' })?.time.epochMs ?? 0);
  }

  /** A part over 12 decides. */
  get decided(): boolean {
    return this.votes.dmy + this.votes.mdy > 0;
  }

  evidence(): OrderEvidence {
    const { dmy, mdy } = this.votes;
    if (dmy > 0 && mdy > 0) {
      return {
        order: dmy > mdy * 4 ? 'dmy' : mdy > dmy * 4 ? 'mdy' : undefined,
        why: `${dmy} dates are only valid day first, ${mdy} only month first`,
      };
    }
    if (dmy + mdy > 0)
      return { order: dmy > 0 ? 'dmy' : 'mdy', why: `${dmy + mdy} dates have a part over 12` };
    const [asDmy, asMdy] = [disorder(this.inDmy), disorder(this.inMdy)];
    if (
      this.inDmy.length >= 5 &&
      asDmy !== asMdy &&
      Math.min(asDmy, asMdy) <= 0.02 &&
      Math.max(asDmy, asMdy) >= 0.1
    ) {
      return { order: asDmy < asMdy ? 'dmy' : 'mdy', why: 'only in that order do the rows follow in time' };
    }
    const likely = this.likely();
    return { order: undefined, ...likely, why: likely?.why ?? 'no date of the file decides' };
  }

  /** Times of a clock of twelve hours, or days that follow in one month where day first gives one day of many months. */
  private likely(): Pick<OrderEvidence, 'likely' | 'why'> | undefined {
    if (this.open > 0 && this.halves >= this.open)
      return { likely: 'mdy', why: 'no date of the file decides, times are of twelve hours' };
    const days = new Set(this.inDmy.map((ms) => new Date(ms).getUTCDate())),
      months = new Set(this.inDmy.map((ms) => new Date(ms).getUTCMonth()));
    // what comes once a month comes on the first
    return days.size === 1 && !days.has(1) && months.size >= MANY_MONTHS
      ? { likely: 'mdy', why: 'day first, all dates would be one day of many months' }
      : undefined;
  }
}

/**
 * A day number of a spreadsheet (1970 to 2099) that lost its date format, as a date; `undefined` for anything else.
 *
 * @example
 * [serialText('45293.5'), serialText('45293'), serialText('1704189600')]
 * // → ['2024-01-02 12:00:00', '2024-01-02', undefined]
 */
export function serialText(cell: string): string | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(cell)) return undefined;
  const serial = Number(cell.replace(',', '.'));
  if (serial < 25_569 || serial >= 73_051) return undefined;
  return new Date(Math.round(serialToWall(serial) / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
    .replace(/ 00:00:00$/, '');
}

/** Share of steps against the main direction of time. */
function disorder(times: readonly number[]): number {
  let up = 0,
    down = 0;
  for (let i = 1; i < times.length; i++) {
    const step = (times[i] ?? 0) - (times[i - 1] ?? 0);
    if (step > 0) up++;
    else if (step < 0) down++;
  }
  return up + down === 0 ? 0 : Math.min(up, down) / (up + down);
}

/** Whether the name of a column of dates or hours says that they are UTC: "Time (UTC)". */
export const namesUtc = (...names: readonly (string | undefined)[]): boolean =>
  names.some((name) => /[([](?:gmt|utc)(?:\+0?0(?::?00)?)?[)\]]/i.test(name ?? ''));

/** Reads the dates of one column, and says once what stays doubtful about them. */
export class DateColumn {
  private readonly said = new Set<string>();
  private doubts: RowDoubt[] = [];
  private readonly dateOptions: DateOptions;

  constructor(
    private readonly column: string,
    options: ReadOptions,
    private readonly settings: {
      readonly order?: DateOrder | undefined;
      readonly fallback?: DateOrder | undefined;
      readonly utc?: boolean;
      readonly why?: string;
    },
  ) {
    this.dateOptions = {
      order: options.dateOrder ?? settings.order,
      ...(settings.utc ? { utc: true } : { zone: options.zone }),
    };
  }

  /** The doubts that came up since the last call. */
  takeDoubts(): readonly RowDoubt[] {
    const taken = this.doubts;
    this.doubts = [];
    return taken;
  }

  private say(key: string, doubt: RowDoubt): void {
    if (this.said.has(key)) return;
    this.said.add(key);
    this.doubts.push({ column: this.column, ...doubt });
  }

  /** The time of a cell; a cell that is no date gives its text with `epochMs: null` and, unless its column says its own, a doubt. */
  read(cell: string, row: number, ownColumn = false): RecordTime {
    const serial = serialText(cell);
    let reading = readDate(serial ?? cell, this.dateOptions);
    if (reading && serial !== undefined) reading = { ...reading, time: { ...reading.time, raw: cell } };
    if (!reading) {
      if (!ownColumn)
        this.doubts.push({
          row,
          column: this.column,
          value: cell,
          reason: 'other',
          hint: 'not readable as a date: kept without time',
        });
      return { epochMs: null, raw: cell, zone: 'none' };
    }
    if (reading.orderOpen) {
      const { fallback = 'dmy', why = 'no date of the file decides' } = this.settings;
      reading = readDate(cell, { ...this.dateOptions, order: fallback }) ?? reading;
      this.say('order', {
        value: cell,
        reason: 'date-order',
        hint: `${why}: read ${fallback === 'dmy' ? 'day' : 'month'} first; settle it with dateOrder (dmy or mdy)`,
      });
    } else if (reading.decides && this.dateOptions.order && reading.decides !== this.dateOptions.order) {
      this.doubts.push({
        row,
        column: this.column,
        value: cell,
        reason: 'date-order',
        hint: `only valid as ${reading.decides}, against the rest of the column`,
      });
    }
    if (reading.zoneOpen !== undefined)
      this.say(`zone ${reading.zoneOpen}`, {
        value: cell,
        reason: 'zone',
        hint: `"${reading.zoneOpen}" names several zones: the first of the table is taken`,
      });
    if (reading.time.zone === 'none' && !reading.time.dayOnly) {
      this.say('zone', {
        reason: 'zone',
        hint: 'times carry no zone: read as UTC; settle it with zone, e.g. Europe/Paris',
      });
    }
    return reading.time;
  }
}
