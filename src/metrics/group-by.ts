import type { CorpusTables, GroupDimension, GroupValues } from '../engine/corpus-tables.js';
import { DIMENSIONS, PERIODS } from '../engine/dimensions.js';
import type { CorpusFilter } from '../engine/corpus-filter.js';
import type { MetricRow } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import {
  type Measure,
  type Measured,
  type MetricColumns,
  type MetricDefinition,
  type RowOf,
} from './make-metric.js';

/** `n`: what the metric counts in the group, its denominator; `notMeasured`: why there is no value, in French. */
const VALUE_COLUMNS = {
  n: 'number',
  value: 'number?',
  low: 'number?',
  high: 'number?',
  notMeasured: 'text?',
} as const;
/** The value of a metric in one group. */
export type GroupedValue = RowOf<typeof VALUE_COLUMNS>;

const CHOICES = [...Object.keys(DIMENSIONS).filter((name) => name !== 'author'), ...PERIODS];
const isPeriod = (name: string): boolean => (PERIODS as readonly string[]).includes(name);

function dimensionsOf(by: GroupDimension | readonly GroupDimension[]): readonly GroupDimension[] {
  const names = [...new Set(typeof by === 'string' ? [by] : by)];
  const unknown = names.find((name) => !CHOICES.includes(name));
  if (unknown !== undefined || names.length === 0)
    throw new DeversoirError('option-invalid', `by ${JSON.stringify(by)}`, {
      hint: `expected ${CHOICES.join(', ')}, alone or in a list`,
    });
  return names;
}

/** The part of a corpus that a group is, last: one filter with its first period, and another for each further period. */
function partsOf(corpus: CorpusTables, group: GroupValues): readonly CorpusTables[] {
  const entries = Object.entries(group);
  const filter = Object.fromEntries(entries.filter(([name]) => !isPeriod(name))) as CorpusFilter;
  const [first, ...more] = entries.filter(([name]) => isPeriod(name)).map(([, period]) => ({ period }));
  const parts = [corpus.where({ ...filter, ...first })];
  for (const next of more) parts.push((parts.at(-1) as CorpusTables).where(next));
  return parts;
}

/**
 * A metric measured in each group: what `where` keeps is measured as any corpus is, so that grouping and filtering agree by
 * construction. The value, n and interval are those of all groups together. A group in which nothing can be counted has no row.
 *
 * A message that names two drivers (topics, brands, products) is in both groups: their counts do not sum to the total.
 */
export async function groupedRows<Columns extends MetricColumns, Options>(
  { frame, of, groups }: MetricDefinition<Columns>,
  measure: Measure<Columns, Options>,
  corpus: CorpusTables,
  options: Options & { readonly zone: string },
  by: GroupDimension | readonly GroupDimension[],
): Promise<Measured> {
  if (groups === undefined)
    throw new DeversoirError('option-invalid', `${frame.name} can't be grouped`, {
      hint: 'measure it on corpus.where(...)',
    });
  // What the metric's own rows already tell apart is no group of them.
  const dimensions = dimensionsOf(by).filter((name) => groups === 'value' || !(name in frame.columns));
  const whole = await measure(corpus, options, true);
  const rows: MetricRow[] = [];
  for (const group of dimensions.length === 0 ? [{}] : await corpus.groups(dimensions, of)) {
    const parts = partsOf(corpus, group);
    try {
      const found = await measure(parts.at(-1) as CorpusTables, options, true);
      if (found.n === 0) continue;
      if (groups === 'rows') rows.push(...found.rows.map((row) => ({ ...group, ...(row as MetricRow) })));
      else
        rows.push({
          ...group,
          n: found.n,
          value: found.value,
          low: found.interval?.low ?? null,
          high: found.interval?.high ?? null,
          notMeasured: found.notMeasured?.fr ?? null,
        });
    } finally {
      for (const part of parts) part.close();
    }
  }
  const keys = Object.fromEntries(dimensions.map((name) => [name, 'text?' as const]));
  return { ...whole, columns: { ...keys, ...(groups === 'rows' ? frame.columns : VALUE_COLUMNS) }, rows };
}
