import { DeversoirError } from '../../util/errors.js';
import { seededRandom } from '../../util/random.js';
import { checkLevel } from '../checks.js';
import type { StatInterval } from './interval.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { quantileOfSorted } from './quantile.js';

export interface BootstrapOptions<Row> {
  readonly seed: number;
  /** Resamples; 1,000 by default. */
  readonly replicates?: number;
  readonly level?: number;
  /** Rows of one group are drawn together: give the case or the author, so that rows of one person don't count as many. */
  readonly groupOf?: (row: Row) => string | number;
}

export interface BootstrapResult {
  readonly measured: true;
  /** The statistic of the rows themselves. */
  readonly value: number;
  readonly stdErr: number;
  readonly interval: StatInterval;
  /** Groups that were resampled. */
  readonly groups: number;
  /** Resamples where the statistic existed; the others (`undefined`) are left out. */
  readonly replicates: number;
}

export function groupRows<Row>(rows: readonly Row[], groupOf: BootstrapOptions<Row>['groupOf']): Row[][] {
  if (groupOf === undefined) return rows.map((row) => [row]);
  const groups = new Map<string | number, Row[]>();
  for (const row of rows) {
    const key = groupOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Visits `replicates` resamples of the groups, drawn with replacement, so many groups each (all by default). */
export function resample<Row>(
  groups: readonly (readonly Row[])[],
  seed: number,
  replicates: number,
  visit: (rows: Row[]) => void,
  size = groups.length,
): void {
  const uniform = seededRandom(seed);
  for (let r = 0; r < replicates; r++) {
    const drawn: Row[] = [];
    for (let g = 0; g < size; g++)
      for (const row of groups[Math.floor(uniform() * groups.length)] ?? []) drawn.push(row);
    visit(drawn);
  }
}

/**
 * Percentile bootstrap of any statistic of rows, resampling whole groups (cases, authors). Use it for ratios and
 * differences. Efron 1979; Field & Welsh 2007 for groups. Same seed, same interval.
 *
 * @param statistic of a resample; `undefined` where it does not exist (an empty denominator)
 * @returns the value with its interval, or `measured: false` with fewer than two groups or no value
 * @example
 * const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ hours, caseId: hours % 4 }));
 * const mean = (some) => some.reduce((sum, row) => sum + row.hours, 0) / some.length;
 * const { value, groups } = bootstrap(rows, mean, { seed: 1, groupOf: (row) => row.caseId });
 * [value, groups]
 * // → [4.5, 4]
 */
export function bootstrap<Row>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | undefined,
  options: BootstrapOptions<Row>,
): BootstrapResult | NotMeasured {
  const { seed, replicates = 1000, level = 0.95, groupOf } = options;
  checkLevel(level);
  if (!(replicates >= 2))
    throw new DeversoirError('option-invalid', `replicates ${replicates}`, { hint: 'use at least 2' });
  if (rows.length === 0) return notMeasured('no-observations');
  const groups = groupRows(rows, groupOf);
  if (groups.length < 2) return notMeasured('too-few', '1');
  const value = statistic(rows);
  if (value === undefined || !Number.isFinite(value)) return notMeasured('no-observations');
  const values: number[] = [];
  resample(groups, seed, replicates, (drawn) => {
    const one = statistic(drawn);
    if (one !== undefined && Number.isFinite(one)) values.push(one);
  });
  if (values.length < 2) return notMeasured('too-few', String(values.length));
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return {
    measured: true,
    value,
    stdErr: Math.sqrt(variance),
    interval: percentileInterval(values, level),
    groups: groups.length,
    replicates: values.length,
  };
}

/** The middle `level` of replicate values. */
export function percentileInterval(values: readonly number[], level: number): StatInterval {
  const sorted = Float64Array.from(values).sort();
  return {
    low: quantileOfSorted(sorted, (1 - level) / 2),
    high: quantileOfSorted(sorted, (1 + level) / 2),
    level,
    method: 'bootstrap',
  };
}
