import type { CorpusTables, GroupDimension } from '../engine/corpus-tables.js';
import type { Metric, MetricRow } from '../model/index.js';
import { checkCorpus } from '../util/checked-options.js';
import { shownAs } from '../util/shown.js';
import { tellEmptyPart } from './empty-part.js';
import { groupedRows, type GroupedValue } from './group-by.js';
import {
  type Measure,
  type Measured,
  type MetricColumns,
  type MetricDefinition,
  type RowOf,
} from './make-metric.js';
import { checkMetricOptions, resolveOptions, type MetricOptions } from './options.js';

/** How a definition groups; absent: not at all. */
type GroupsOf<Definition> = Definition extends { readonly groups: infer Groups extends 'value' | 'rows' }
  ? Groups
  : undefined;

/** The name that a definition says. */
type NameOf<Definition> = Definition extends { readonly frame: { readonly name: infer Name extends string } }
  ? Name
  : string;

type Keys<By extends GroupDimension> = { readonly [Name in By]: string | null };

/** A metric's function: `(corpus, options)`; `by` groups. Its `name` is the metric's. */
export interface MetricFunction<
  Columns extends MetricColumns = MetricColumns,
  Options extends MetricOptions = MetricOptions,
  Groups extends 'value' | 'rows' | undefined = 'value' | 'rows' | undefined,
  Name extends string = string,
> {
  <By extends GroupDimension>(
    corpus: CorpusTables,
    options: Options & { readonly by: By | readonly By[] },
  ): Promise<Metric<Keys<By> & (Groups extends 'rows' ? RowOf<Columns> : GroupedValue)>>;
  (corpus: CorpusTables, options?: Options & { readonly by?: undefined }): Promise<Metric<RowOf<Columns>>>;
  readonly definition: MetricDefinition<Columns, Name>;
  /** Its value, n and interval, without a breakdown: what another metric compares. */
  readonly inAll: (corpus: CorpusTables, options?: Options) => Promise<Measured<Columns>>;
}

/**
 * Makes the function of a metric from its definition and its calculation. Here, once for all: options and zone, groups, masked texts,
 * table and chart.
 */
export function defineMetric<
  Columns extends MetricColumns,
  Options extends MetricOptions,
  const Definition extends MetricDefinition<Columns>,
>(
  definition: Definition & MetricDefinition<Columns>,
  measure: Measure<Columns, Options>,
): MetricFunction<Columns, Options, GroupsOf<Definition>, NameOf<Definition>> {
  const inAll = (corpus: CorpusTables, options: Options = {} as Options): Promise<Measured<Columns>> =>
    measure(corpus, { ...options, zone: options.zone ?? corpus.zone }, true);
  const run = async (
    corpus: CorpusTables,
    options: Options & {
      readonly by?: GroupDimension | readonly GroupDimension[] | undefined;
    } = {} as Options,
  ): Promise<Metric<MetricRow>> => {
    checkCorpus(definition.frame.name, corpus);
    checkMetricOptions(options);
    const { by, ...own } = { ...options, zone: options.zone ?? corpus.zone };
    const { zone } = resolveOptions(own as MetricOptions);
    if (by === undefined)
      return finishMetric(await tellEmptyPart(await measure(corpus, own as never, false), corpus), corpus);
    const zoned = corpus.where({ zone });
    try {
      const grouped = await groupedRows(definition, measure, zoned, own as never, by);
      return await finishMetric(await tellEmptyPart(grouped, corpus), corpus);
    } finally {
      zoned.close();
    }
  };
  Object.defineProperty(run, 'name', { value: definition.frame.name });
  return Object.assign(run, { definition, inAll }) as unknown as MetricFunction<
    Columns,
    Options,
    GroupsOf<Definition>,
    NameOf<Definition>
  >;
}

const MASKED = {
  fr: 'Dans les textes cités, les noms de personnes sont remplacés par [nom] et les comptes de tiers par @… ; un nom isolé peut échapper aux règles.',
  en: 'In quoted texts persons’ names become [nom] and accounts of others @…; a name on its own may escape the rules.',
};

/** Masks persons in the column `text`; titles of press articles stay. */
async function maskedRows(
  corpus: Pick<CorpusTables, 'maskTexts'>,
  rows: readonly MetricRow[],
): Promise<{ readonly rows: readonly MetricRow[]; readonly quoted: boolean }> {
  const quoted = rows.filter(
    ({ text, stage }) => typeof text === 'string' && text !== '' && stage !== 'press',
  );
  const masked = await corpus.maskTexts(quoted.map(({ text }) => String(text)));
  const texts = new Map(quoted.map((row, at) => [row, masked[at] ?? null]));
  return {
    rows: rows.map((row) => (texts.has(row) ? { ...row, text: texts.get(row) ?? null } : row)),
    quoted: quoted.length > 0,
  };
}

/** Rows that are shown of a metric. */
const SHOWN_ROWS = 5;

/** A metric as the last line of a cell shows it: its figure and first rows, without methods and insides of tables. */
const shownMetric = ({ name, value, interval, unit, n, denominator, notMeasured, rows }: Metric): object => ({
  name,
  ...(value !== null && { value, ...(interval && { low: interval.low, high: interval.high }), unit }),
  n,
  of: denominator,
  ...(notMeasured && { notMeasured }),
  rows: rows().slice(0, SHOWN_ROWS),
  ...(rows().length > SHOWN_ROWS && { more: `${rows().length} rows in all: .rows(), .table, .chart()` }),
});

/** A measured metric with masked texts, its table and its chart. Arquero and the charts are loaded here, when the first metric is made. */
export async function finishMetric(
  measured: Measured,
  corpus: Pick<CorpusTables, 'maskTexts' | 'drawer'>,
): Promise<Metric> {
  const [{ table }, draw] = await Promise.all([import('arquero'), corpus.drawer()]);
  const { columns, rows: found, limits, ...rest } = measured;
  const names = Object.keys(columns);
  const { rows: texts, quoted } = names.includes('text')
    ? await maskedRows(corpus, found)
    : { rows: found, quoted: false };
  const rows = texts.map((row): MetricRow =>
    Object.fromEntries(names.map((name) => [name, (row as MetricRow)[name] ?? null])),
  );
  const told = quoted
    ? { fr: `${limits?.fr ?? ''} ${MASKED.fr}`.trim(), en: `${limits?.en ?? ''} ${MASKED.en}`.trim() }
    : limits;
  const metric: Metric<MetricRow> = {
    ...rest,
    ...(told ? { limits: told } : {}),
    table: table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])), [...names]),
    rows: () => rows,
    chart: () => draw(metric),
  };
  return shownAs(metric, () => shownMetric(metric));
}
