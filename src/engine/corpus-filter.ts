import type { Stage } from '../model/index.js';
import { valueInWords } from '../util/checked-options.js';
import { isZone } from '../util/config-file.js';
import { DeversoirError } from '../util/errors.js';
import { daysOfPeriod } from './calendar.js';
import { sqlText } from './database.js';
import { dimensionOf, DIMENSIONS, isOfFacts, type DimensionName } from './dimensions.js';

type OneOrMore<T> = T | readonly T[];

/**
 * What to keep of a corpus. A list keeps rows that have any of its values; several keys keep rows that meet them all; `null` keeps
 * rows that do not say.
 */
export interface CorpusFilter {
  /** First day or period, included, in the zone: `2026-07-01`, `2026-Q3`; or an instant, included. */
  readonly from?: string | Date;
  /** Last day or period, included, in the zone; or an instant, left out. */
  readonly to?: string | Date;
  /** Calendar periods in the zone: `2026`, `2026-Q3`, `2026-07`, `2026-W30`, `2026-07-14`. `null`: without a date. */
  readonly period?: OneOrMore<string | null>;
  readonly stage?: OneOrMore<Stage>;
  readonly channel?: OneOrMore<string>;
  readonly platform?: OneOrMore<string>;
  readonly brand?: OneOrMore<string | null>;
  readonly driver?: OneOrMore<string | null>;
  readonly topic?: OneOrMore<string | null>;
  readonly store?: OneOrMore<string | null>;
  readonly product?: OneOrMore<string | null>;
  readonly region?: OneOrMore<string | null>;
  readonly language?: OneOrMore<string | null>;
  /** Pseudonyms, as `authorKey` holds them. */
  readonly author?: OneOrMore<string | null>;
  /** IANA zone in which the periods are cut. Default: the zone of the corpus. */
  readonly zone?: string;
}

/** A filter as conditions on messages and on cases, absent where all are kept, and the values that must exist. */
export interface Conditions {
  readonly message?: string;
  readonly case?: string;
  /** The one on cases reads `caseFacts` too, what their messages say. */
  readonly ofFacts: boolean;
  readonly asked: readonly { readonly dimension: DimensionName; readonly values: readonly string[] }[];
}

const listOf = <T>(value: OneOrMore<T>): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];
const isDimension = (key: string): key is DimensionName => key in DIMENSIONS;
const TIME_KEYS = ['from', 'to', 'period', 'zone'];

const invalid = (message: string, hint: string): DeversoirError =>
  new DeversoirError('option-invalid', message, { hint });

/** The instant at which a day begins in a zone, as SQL in UTC. */
const startOfDay = (day: string, zone: string): string =>
  `timezone('UTC', timezone(${sqlText(zone)}, TIMESTAMP ${sqlText(day)}))`;
const instantSql = (at: Date): string =>
  `TIMESTAMP ${sqlText(at.toISOString().replace('T', ' ').replace('Z', ''))}`;

/** A bound of time as SQL: the start of a day, or an instant. */
function boundSql(key: 'from' | 'to', value: string | Date, zone: string): string {
  const at =
    value instanceof Date ? value : /T\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(value) ? new Date(value) : null;
  if (at !== null) {
    if (Number.isNaN(at.getTime()))
      throw invalid(
        `${key} "${String(value)}"`,
        'expected a date or an instant such as 2026-07-01T00:00:00Z',
      );
    return instantSql(at);
  }
  const days = daysOfPeriod(String(value));
  return startOfDay(key === 'from' ? days.from : days.until, zone);
}

/** Bounds that leave nothing between them are a mistake, told rather than measured. */
function checkOrder(from: string | Date, to: string | Date): void {
  const instant = (value: string | Date): boolean => value instanceof Date || String(value).includes('T');
  const [first, last] = [from, to].map(instant);
  if (first !== last) return;
  const isEmpty = first
    ? new Date(from).getTime() >= new Date(to).getTime()
    : daysOfPeriod(String(from)).from >= daysOfPeriod(String(to)).until;
  if (isEmpty)
    throw invalid(`from ${JSON.stringify(from)} to ${JSON.stringify(to)}`, 'expected "from" before "to"');
}

function timeConditions(filter: CorpusFilter, zone: string): ((column: string) => string)[] {
  const conditions: ((column: string) => string)[] = [];
  const { from, to, period } = filter;
  if (from !== undefined && to !== undefined) checkOrder(from, to);
  if (from !== undefined) {
    const bound = boundSql('from', from, zone);
    conditions.push((column) => `${column} >= ${bound}`);
  }
  if (to !== undefined) {
    const bound = boundSql('to', to, zone);
    conditions.push((column) => `${column} < ${bound}`);
  }
  if (period !== undefined) {
    const spans = listOf(period).map((name) => (name === null ? null : daysOfPeriod(name)));
    if (spans.length === 0) throw invalid('period []', 'give one period at least');
    conditions.push(
      (column) =>
        `(${spans
          .map((span) =>
            span === null
              ? `${column} IS NULL`
              : `(${column} >= ${startOfDay(span.from, zone)} AND ${column} < ${startOfDay(span.until, zone)})`,
          )
          .join(' OR ')})`,
    );
  }
  return conditions;
}

function valueCondition(list: string, values: readonly (string | null)[]): string {
  const named = values.flatMap((value) => (value === null ? [] : [sqlText(value)]));
  const parts = [
    ...(named.length > 0 ? [`list_has_any(${list}, [${named.join(', ')}])`] : []),
    ...(named.length < values.length ? [`len(${list}) = 0`] : []),
  ];
  return `(${parts.join(' OR ')})`;
}

/** Throws `option-invalid` for a filter that is no object of them. */
export function checkedFilter(filter: CorpusFilter): CorpusFilter {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter))
    throw invalid(
      `where ${valueInWords(filter)}`,
      `expected an object with some of ${[...TIME_KEYS, ...Object.keys(DIMENSIONS)].join(', ')}`,
    );
  return filter;
}

/** Conditions of a filter in a zone. Throws `option-invalid` for a key, a period or a date that can't be. */
export function conditionsOf(filter: CorpusFilter, zone: string): Conditions {
  const keys = Object.entries(filter).filter(([, value]) => value !== undefined);
  const unknown = keys.find(([key]) => !isDimension(key) && !TIME_KEYS.includes(key));
  if (unknown)
    throw invalid(
      `a corpus has no "${unknown[0]}" to filter on`,
      `expected ${[...TIME_KEYS, ...Object.keys(DIMENSIONS)].join(', ')}`,
    );
  if (!isZone(zone)) throw invalid(`zone "${zone}"`, 'expected an IANA zone such as Europe/Paris');
  const times = timeConditions(filter, zone);
  const message = times.map((time) => time('sentAt'));
  const ofCase = times.map((time) => time('openedAt'));
  const asked: { dimension: DimensionName; values: string[] }[] = [];
  for (const [key, value] of keys) {
    if (!isDimension(key)) continue;
    const values = listOf(value as OneOrMore<string | null>);
    if (values.length === 0 || values.some((item) => item !== null && typeof item !== 'string'))
      throw invalid(`${key} ${JSON.stringify(value)}`, 'expected a text, null, or a list of them');
    const { message: ofMessage, case: theirs } = dimensionOf(key);
    message.push(valueCondition(ofMessage, values));
    ofCase.push(valueCondition(theirs, values));
    asked.push({ dimension: key, values: values.filter((item) => item !== null) });
  }
  return {
    ...(message.length > 0 && { message: message.join(' AND '), case: ofCase.join(' AND ') }),
    ofFacts: asked.some(({ dimension }) => isOfFacts(dimension)),
    asked,
  };
}
