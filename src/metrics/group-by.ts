import type { CorpusTables, GroupDimension, GroupValues } from '../engine/corpus-tables.js';
import { DIMENSIONS, PERIODS, type DimensionName } from '../engine/dimensions.js';
import type { CorpusFilter } from '../engine/corpus-filter.js';
import type { Bilingual, MetricRow } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { DIFFERENCE_COLUMNS, differenceRow } from './basic/difference-columns.js';
import { differenceInterval, type ToldFigure } from './basic/score-interval.js';
import {
  type Measure,
  type Measured,
  type MetricColumns,
  type MetricDefinition,
  type RowOf,
} from './make-metric.js';
import { grouped } from '../util/grouped.js';

/**
 * `n`: what the metric counts in the group, its denominator; `difference`: how far its value lies from that of the period before, without
 * periods from that of the group with the greatest `n` that has a name, none where either has an `n` of 1; `notMeasured`: why there is no value, in French.
 */
const VALUE_COLUMNS = {
  n: 'number',
  value: 'number?',
  low: 'number?',
  high: 'number?',
  ...DIFFERENCE_COLUMNS,
  notMeasured: 'text?',
} as const;
/** The value of a metric in one group. */
export type GroupedValue = RowOf<typeof VALUE_COLUMNS>;

const CHOICES = [...Object.keys(DIMENSIONS).filter((name) => name !== 'author'), ...PERIODS];
const isPeriod = (name: string): boolean => (PERIODS as readonly string[]).includes(name);

function dimensionsOf(by: GroupDimension | readonly GroupDimension[]): readonly GroupDimension[] {
  const names = [...new Set(Array.isArray(by) ? (by as readonly GroupDimension[]) : [by as GroupDimension])];
  if (names.length === 0 || !names.every((name) => CHOICES.includes(name)))
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

type PlainRow = MetricRow & Pick<GroupedValue, 'n' | 'value' | 'low' | 'high'>;

/** From one message or case alone no difference is told, nor is any told of it. */
const LEAST_COMPARED = 2;
const toldOf = ({ n, value, low, high }: PlainRow): ToldFigure | null =>
  n < LEAST_COMPARED || value === null || low === null || high === null ? null : { value, low, high };

/**
 * Rows with the interval of their difference from what they are compared with, as two intervals that overlap prove nothing: MOVER. Groups
 * that share messages are known to differ better than it says.
 */
function withDifferences(rows: readonly PlainRow[], dimensions: readonly GroupDimension[]): MetricRow[] {
  const period = dimensions.find(isPeriod),
    rest = dimensions.filter((name) => name !== period);
  const isNamed = (row: PlainRow): boolean => rest.every((name) => row[name] !== null);
  const lists = grouped(rows, (row) =>
    period === undefined ? '' : JSON.stringify(rest.map((name) => row[name])),
  );
  const before = new Map<PlainRow, PlainRow | undefined>();
  for (const list of lists.values()) {
    const dated = list
      .filter((row) => period === undefined || row[period] !== null)
      .toSorted((a, b) =>
        period === undefined
          ? Number(isNamed(b)) - Number(isNamed(a)) || b.n - a.n
          : String(a[period]) < String(b[period])
            ? -1
            : 1,
      );
    dated.forEach((row, at) =>
      before.set(row, at === 0 ? undefined : dated[period === undefined ? 0 : at - 1]),
    );
  }
  return rows.map((row) => {
    const other = before.get(row),
      [own, compared] = [toldOf(row), other === undefined ? null : toldOf(other)];
    const found =
      own === null || compared === null
        ? null
        : { value: own.value - compared.value, ...differenceInterval(own, compared) };
    return { ...row, ...differenceRow(found) };
  });
}

const UNSAID: Readonly<Record<DimensionName, readonly [fr: string, en: string]>> = {
  stage: ['l’étape', 'the stage'],
  channel: ['le canal', 'the channel'],
  platform: ['la plateforme', 'the platform'],
  brand: ['la marque', 'the brand'],
  driver: ['le motif', 'the driver'],
  topic: ['le sujet', 'the subject'],
  store: ['le magasin', 'the store'],
  product: ['le produit', 'the product'],
  region: ['la région', 'the region'],
  language: ['la langue', 'the language'],
  author: ['l’auteur', 'the author'],
};
/** The periods of a message without a date are all missing at once. */
const UNDATED = ['la date', 'the date'] as const;

/** What is counted, and that nothing says the group where no row has one: it would read as a figure of each. */
function withoutGroups(
  counted: Bilingual,
  dimensions: readonly GroupDimension[],
  rows: readonly MetricRow[],
): Bilingual {
  const missing = dimensions.filter((name) => rows.every((row) => row[name] === null));
  if (rows.length === 0 || missing.length === 0) return counted;
  const unsaid = [
    ...new Set(missing.map((name) => (isPeriod(name) ? UNDATED : UNSAID[name as DimensionName]))),
  ];
  return {
    fr: `${counted.fr} ; rien n’y dit ${unsaid.map(([fr]) => fr).join(' ni ')}`,
    en: `${counted.en}; nothing there tells ${unsaid.map(([, en]) => en).join(' or ')}`,
  };
}

/**
 * A metric measured in each group: what `where` keeps is measured as any corpus is, so that grouping and filtering agree by
 * construction. The value, n and interval are those of all groups together. A group in which nothing can be counted has no row.
 *
 * A message that names two drivers (topics, brands, products) is in both groups: their counts do not sum to the total.
 */
export async function groupedRows<Columns extends MetricColumns, Options>(
  { frame, of, groups, instead }: MetricDefinition<Columns>,
  measure: Measure<Columns, Options>,
  corpus: CorpusTables,
  options: Options & { readonly zone: string },
  by: GroupDimension | readonly GroupDimension[],
): Promise<Measured> {
  if (groups === undefined)
    throw new DeversoirError('option-invalid', `${frame.name} can't be grouped`, {
      hint: `${instead === undefined ? '' : `ask ${instead} by group, or `}measure it on corpus.where(...)`,
    });
  // What the metric's own rows already tell apart is no group of them.
  const dimensions = dimensionsOf(by).filter((name) => groups === 'value' || !(name in frame.columns));
  const whole = await measure(corpus, options, true);
  const rows: MetricRow[] = [],
    values: PlainRow[] = [];
  for (const group of dimensions.length === 0 ? [{}] : await corpus.groups(dimensions, of)) {
    const parts = partsOf(corpus, group);
    try {
      const found = await measure(parts.at(-1) as CorpusTables, options, true);
      if (found.n === 0) continue;
      if (groups === 'rows') rows.push(...found.rows.map((row) => ({ ...group, ...(row as MetricRow) })));
      else
        values.push({
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
  rows.push(...withDifferences(values, dimensions));
  const keys = Object.fromEntries(dimensions.map((name) => [name, 'text?' as const]));
  const denominator = withoutGroups(whole.denominator, dimensions, rows);
  return {
    ...whole,
    denominator,
    columns: { ...keys, ...(groups === 'rows' ? frame.columns : VALUE_COLUMNS) },
    rows,
  };
}
