import type { Metric } from '../../model/index.js';
import type { NumberStyle } from '../../util/french.js';
import { styleOfCompared } from './change.js';
import { styleOf, type Row } from './reading.js';

const SHARES =
  /^(share|rate|cumulativeIncidence|resolvedIncidence|probability|predicted|observed|linkProbability|atLeastOne|seen|found|keys|linkability|keyless|timing|twoKeys|spillUnidentified|spillIdentified|stability|csatProxy|npsProxy)$|Share$/;
const HOURS = /^(median|p90|marketMean|hours)$|Hours$/;
const BOUND = /^(.+)(?:Low|High)$/;

/** Columns that mean something else in their metric than their name says elsewhere; their bounds go with them. */
const OWN: Readonly<Record<string, Readonly<Record<string, NumberStyle>>>> = {
  spillRate: { seenDifference: 'share' },
  unidentifiedComplaints: { seenDifference: 'share' },
  reservoirOverTime: { spills: 'number' },
  scoreDecomposition: {
    previousScore: 'score',
    mix: 'score',
    rate: 'score',
    change: 'score',
    low: 'score',
    high: 'score',
    rest: 'score',
  },
  correctedShares: { raw: 'share' },
  topicTrends: { difference: 'share' },
  benchmarks: {
    shrunk: 'share',
    low: 'share',
    high: 'share',
    expected: 'share',
    low95: 'share',
    high95: 'share',
    low998: 'share',
    high998: 'share',
    difference: 'share',
  },
};

/** Metrics whose rows are of several measures, and the columns that are not. */
const COMPARED: Readonly<Record<string, RegExp>> = { periodChange: /n$/i, sectorFigures: /n$|^peers$/i };

const BOUNDS = /^(?:low|high)$/;
const DIFFERENCE = /^(?:difference|.+Difference)(?:Low|High)?$/;

/** How a column's numbers are printed: those of one row, where rows are of several measures. What two shares differ by is in points. */
export function styleOfColumn(column: string, metric: Metric, row?: Row): NumberStyle {
  const style = plainStyle(column, metric, row);
  const differs = DIFFERENCE.test(column) || (metric.name === 'periodChange' && BOUNDS.test(column));
  return style === 'share' && differs ? 'points' : style;
}

function plainStyle(column: string, metric: Metric, row?: Row): NumberStyle {
  const bounded = BOUND.exec(column)?.[1];
  const own = OWN[metric.name];
  const style = own?.[column] ?? own?.[bounded ?? ''];
  if (style !== undefined) return style;
  if (row !== undefined && COMPARED[metric.name]?.test(column) === false)
    return styleOfCompared(String(row['metric']));
  if (row?.['measure'] === 'expectedDays' && /^(value|low|high)$/.test(column)) return 'number';
  if (SHARES.test(column)) return 'share';
  if (HOURS.test(column)) return 'hours';
  if (column === 'score') return 'score';
  if (column === 'ratio') return styleOf(metric) === 'number' ? 'number' : 'ratio';
  if (column === 'value') return styleOf(metric);
  if (/^(low|high|difference)$/.test(column)) return mainStyle(metric);
  return bounded === undefined ? 'number' : styleOfBound(bounded, metric);
}

/** Bounds are printed as what they bound: `p90Low` as `p90`, `negativeLow` as `negativeShare`. */
function styleOfBound(bounded: string, metric: Metric): NumberStyle {
  const columns = metric.table.columnNames();
  return columns.includes(`${bounded}Share`) || !columns.includes(bounded)
    ? 'share'
    : styleOfColumn(bounded, metric);
}

/** What bounds are of, where their name does not say it: `low` and `high`, and others as `shareLow`. */
const BOUNDED: Readonly<Record<string, string>> = {
  'scoreDecomposition.low': 'change',
  'periodChange.low': 'difference',
  'benchmarks.low': 'shrunk',
  'avoidableSpills.shareLow': 'policyShare',
};
const ESTIMATES =
  'value share rate score ratio mean median cumulativeIncidence probability observed level'.split(' ');

function mainColumn(metric: Metric): string | undefined {
  const names = metric.table.columnNames();
  return ESTIMATES.find((name) => names.includes(name) && !names.includes(`${name}Low`));
}

/** The bounds `low` and `high` are printed as the estimate they go with. */
function mainStyle(metric: Metric): NumberStyle {
  const main = mainColumn(metric);
  return main === undefined ? 'number' : styleOfColumn(main, metric);
}

/** The column whose lower or upper bound a column is. */
export function boundedColumn(column: string, metric: Metric): string | undefined {
  const own =
    BOUNDED[`${metric.name}.${column.replace(/high$/i, (end) => (end === 'high' ? 'low' : 'Low'))}`];
  if (own !== undefined || BOUNDS.test(column)) return own ?? mainColumn(metric);
  const bounded = BOUND.exec(column)?.[1];
  const names = metric.table.columnNames();
  return [`${bounded}Share`, bounded].find((name) => name !== undefined && names.includes(name));
}
