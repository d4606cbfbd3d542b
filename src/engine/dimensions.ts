import { STAGES } from '../model/index.js';
import { humanMessage } from './human-messages.js';

/** A dimension that a corpus can be filtered and grouped by: what it reads of a message and of a case. */
interface DimensionSql {
  /** Lists the values of one message: SQL giving a list of texts, empty when the message does not say. */
  readonly message: string;
  /** The same of one case, from `cases` joined to `caseFacts`. */
  readonly case: string;
  /** Columns of `messages` that must be there; a corpus of an older version may lack them. */
  readonly needs?: readonly string[];
  /** Closed list of values: those are valid even when no message has them. */
  readonly values?: readonly string[];
}

const one = (expression: string): string =>
  `CASE WHEN ${expression} IS NULL THEN []::VARCHAR[] ELSE [CAST(${expression} AS VARCHAR)] END`;
const named = (list: string, single: string): string =>
  `list_distinct(list_filter(list_append(${list}, ${single}), item -> item IS NOT NULL))`;

/**
 * What a corpus can be cut by, besides time. A message belongs to every driver, topic, brand and product it names (and to the brand
 * its export is about, and the product it stands under), and to the one store, region, language, stage, channel and platform it comes from. A case has the driver and
 * brand that are its own, the stage, channel and platform it opened in, the first language, store and region that an inbound message
 * of it gives, and every topic, product and author of its inbound messages.
 */
export const DIMENSIONS = {
  stage: { message: one('stage'), case: one('firstStage'), values: STAGES },
  channel: { message: one('channel'), case: one('firstChannel') },
  platform: { message: one('platform'), case: one('platform') },
  brand: { message: named('brands', 'givenBrand'), case: one('brand') },
  driver: { message: 'drivers', case: one('driver') },
  topic: { message: 'topics', case: 'coalesce(topics, [])', needs: ['topics'] },
  store: { message: one('store'), case: one('store'), needs: ['store'] },
  product: {
    message: named('list_concat(products, contextProducts)', 'product'),
    case: 'coalesce(products, [])',
    needs: ['product', 'contextProducts'],
  },
  region: { message: one('region'), case: one('region'), needs: ['region'] },
  language: { message: one('languageCode'), case: one('languageCode') },
  author: { message: one('authorKey'), case: 'coalesce(authors, [])' },
} as const satisfies Readonly<Record<string, DimensionSql>>;

/** Columns that cases have of their own. */
const OWN: ReadonlySet<string> = new Set(['stage', 'channel', 'driver', 'brand']);
/** Whether a case's values of a dimension stand in `caseFacts`. */
export const isOfFacts = (name: DimensionName): boolean => !OWN.has(name);

export type DimensionName = keyof typeof DIMENSIONS;
export const dimensionOf = (name: DimensionName): DimensionSql => DIMENSIONS[name];

/** Periods that time is cut in; weeks are ISO weeks and begin on Monday. */
export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The local time of an instant in a zone. `zone` is SQL. Instants are of UTC: that alone tells DuckDB so without a calendar, half as dear as one of `UTC`. */
export const localTime = (instant: string, zone: string): string =>
  `timezone(${zone}, make_timestamptz(epoch_us(${instant})))`;

/** The calendar period an instant falls in, as `period` of a filter writes it: `2026-07-14`, `2026-W29`, `2026-07`, `2026-Q3`. */
export function periodLabel(instant: string, period: PeriodName, zone: string): string {
  const local = localTime(instant, zone);
  return {
    day: `strftime(${local}, '%Y-%m-%d')`,
    week: `strftime(${local}, '%G-W%V')`,
    month: `strftime(${local}, '%Y-%m')`,
    quarter: `CAST(year(${local}) AS VARCHAR) || '-Q' || CAST(quarter(${local}) AS VARCHAR)`,
  }[period];
}

/** What the messages of a case say of it: one row a case, from its inbound messages in their order. `has` tells which columns exist. */
export function caseFactsSql(has: (column: string) => boolean): string {
  const order = `(coalesce(sentAt, TIMESTAMP '9999-01-01'), messageId)`;
  const first = (column: string): string =>
    has(column)
      ? `arg_min(${column}, ${order}) FILTER (WHERE ${column} IS NOT NULL)`
      : 'CAST(NULL AS VARCHAR)';
  const all = (expression: string): string => `list_sort(list_distinct(flatten(list(${expression}))))`;
  return `SELECT caseId, ${first('platform')} AS platform, ${first('languageCode')} AS languageCode, ${first('store')} AS store,
      ${first('region')} AS region, ${all(has('contextProducts') ? DIMENSIONS.product.message : 'products')} AS products,
      ${has('topics') ? all('topics') : '[]::VARCHAR[]'} AS topics, ${all(DIMENSIONS.author.message)} AS authors
    FROM main.caseMessages JOIN main.messages USING (messageId) WHERE direction = 'inbound' AND ${humanMessage()} GROUP BY caseId`;
}
