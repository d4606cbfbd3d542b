import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Bilingual, Metric, MetricRow } from '../model/index.js';

export type { Bilingual };

/** What a column of a metric holds; `?` when it may be absent. */
interface Values {
  readonly text: string;
  readonly number: number;
  readonly instant: Date;
  readonly boolean: boolean;
  readonly texts: readonly string[];
}
export type ColumnType = keyof Values | `${keyof Values}?`;
/** Columns of a metric's table, in order, there even when no row is. */
export type MetricColumns = Readonly<Record<string, ColumnType>>;

type CellOf<Type extends ColumnType> = Type extends `${infer Known extends keyof Values}?`
  ? Values[Known] | null
  : Type extends keyof Values
    ? Values[Type]
    : never;

/** The row that columns describe. */
export type RowOf<Columns extends MetricColumns> = {
  readonly [Name in keyof Columns]: CellOf<Columns[Name]>;
};

/** What a metric is whatever its value: all but value, n, interval and rows. */
export interface MetricFrame<Columns extends MetricColumns = MetricColumns, Name extends string = string> {
  readonly name: Name;
  readonly label: Bilingual;
  readonly unit: Metric['unit'];
  readonly denominator: Bilingual;
  readonly method: Bilingual;
  readonly limits?: Bilingual;
  readonly columns: Columns;
}

/** A percentage stands with its number in English and apart from it in French: some methods share their figures. */
const inBoth = ({ fr, en }: Bilingual): Bilingual => ({ fr, en: en.replace(/(\d)[ \u00a0]%/g, '$1%') });

/** A frame, with its name and the types of its columns kept. */
export const metricFrame = <const Columns extends MetricColumns, const Name extends string>(
  frame: MetricFrame<Columns, Name>,
): MetricFrame<Columns, Name> => ({
  ...frame,
  denominator: inBoth(frame.denominator),
  method: inBoth(frame.method),
  ...(frame.limits && { limits: inBoth(frame.limits) }),
});

export interface MetricResult<Row = MetricRow> {
  readonly value: number | null;
  readonly n: number;
  readonly interval?: Metric['interval'];
  readonly rows: readonly Row[];
  readonly notMeasured?: Bilingual;
  readonly limits?: Bilingual | undefined;
  /** Where it is not that of the frame. */
  readonly denominator?: Bilingual | undefined;
}

/** A metric as its calculation gives it: a frame and a result, without table and chart. */
export interface Measured<Columns extends MetricColumns = MetricColumns>
  extends MetricFrame<Columns>, MetricResult<RowOf<Columns>> {
  readonly interval: Metric['interval'];
  readonly denominator: Bilingual;
  // TypeScript 7 wants to be told which of the two they are.
  readonly limits?: Bilingual;
}

/** What a metric is, and how it is grouped. */
export interface MetricDefinition<
  Columns extends MetricColumns = MetricColumns,
  Name extends string = string,
> {
  readonly frame: MetricFrame<Columns, Name>;
  /** What its groups are groups of. */
  readonly of: 'messages' | 'cases';
  /** A group has one row with its value, or the metric's own rows; absent: it can't be grouped. */
  readonly groups?: 'value' | 'rows';
  /** Of one that can't be grouped: the metric that tells groups what they would ask of it. */
  readonly instead?: string;
}

/** The calculation of a metric; `whole` asks for the value, or the rows, of all the corpus without a breakdown. */
export type Measure<Columns extends MetricColumns, Options> = (
  corpus: CorpusTables,
  options: Options & { readonly zone: string },
  whole: boolean,
) => Promise<Measured<Columns>>;

/** Joins a frame and a result. */
export function makeMetric<Columns extends MetricColumns>(
  frame: MetricFrame<Columns>,
  result: MetricResult<RowOf<Columns>>,
): Measured<Columns> {
  const { limits = frame.limits, denominator = frame.denominator, notMeasured } = result;
  const { limits: _, ...rest } = frame;
  return {
    ...rest,
    denominator: inBoth(denominator),
    value: notMeasured ? null : result.value,
    n: result.n,
    interval: notMeasured ? null : (result.interval ?? null),
    rows: result.rows,
    ...(limits ? { limits: inBoth(limits) } : {}),
    ...(notMeasured ? { notMeasured: inBoth(notMeasured) } : {}),
  };
}

/** A metric that could not be measured, with the reason in both languages. */
export function unmeasured<Columns extends MetricColumns>(
  frame: MetricFrame<Columns>,
  n: number,
  fr: string,
  en: string,
  rows: readonly RowOf<Columns>[] = [],
): Measured<Columns> {
  return makeMetric(frame, { value: null, n, rows, notMeasured: { fr, en } });
}
