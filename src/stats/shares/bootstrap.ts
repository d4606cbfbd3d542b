import { DeversoirError } from '../../util/errors.js';
import { seededRandom } from '../../util/random.js';
import { checkLevel, checkList, checkNumbers } from '../checks.js';
import type { StatInterval } from './interval.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { multinomial } from '../variates.js';
import { quantileOfSorted } from './quantile.js';
import { grouped } from '../../util/grouped.js';

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

function groupRows<Row>(rows: readonly Row[], groupOf: BootstrapOptions<Row>['groupOf']): Row[][] {
  if (groupOf === undefined) return rows.map((row) => [row]);
  return [...grouped(rows, groupOf).values()];
}

/** Visits `replicates` resamples of the groups, drawn with replacement, as many as there are. */
function resample<Row>(
  groups: readonly (readonly Row[])[],
  seed: number,
  replicates: number,
  visit: (rows: Row[]) => void,
): void {
  const uniform = seededRandom(seed);
  for (let r = 0; r < replicates; r++) {
    const drawn: Row[] = [];
    for (let g = 0; g < groups.length; g++) {
      const group = groups[Math.floor(uniform() * groups.length)] as readonly Row[];
      for (let i = 0; i < group.length; i++) drawn.push(group[i] as Row);
    }
    visit(drawn);
  }
}

/** Visits resamples of n subjects by how many times each is drawn: what is counted needs no rows. `counts` holds until the next. */
export function resampleCounts(
  n: number,
  seed: number,
  replicates: number,
  visit: (counts: Uint32Array, replicate: number) => void,
): void {
  const uniform = seededRandom(seed),
    counts = new Uint32Array(n);
  for (let r = 0; r < replicates; r++) {
    counts.fill(0);
    for (let drawn = 0; drawn < n; drawn++) {
      const place = Math.floor(uniform() * n);
      counts[place] = (counts[place] as number) + 1;
    }
    visit(counts, r);
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
  return replicated(rows, options, () => {
    const groups = groupRows(rows, options.groupOf);
    return {
      groups: groups.length,
      value: statistic(rows),
      draw: (seed, replicates, visit) =>
        resample(groups, seed, replicates, (drawn) => visit(statistic(drawn))),
    };
  });
}

/** The value of some groups, and how it is drawn. */
interface Drawer {
  readonly groups: number;
  readonly value: number | undefined;
  readonly draw: (seed: number, replicates: number, visit: (value: number | undefined) => void) => void;
}

function replicated<Row>(
  rows: readonly Row[],
  options: BootstrapOptions<Row>,
  drawerOf: () => Drawer,
): BootstrapResult | NotMeasured {
  const { seed, replicates = 1000, level = 0.95 } = options;
  checkLevel(level);
  if (!(replicates >= 2))
    throw new DeversoirError('option-invalid', `replicates ${replicates}`, { hint: 'use at least 2' });
  if (rows.length === 0) return notMeasured('no-observations');
  const { groups, value, draw } = drawerOf();
  if (groups < 2) return notMeasured('too-few', '1');
  if (value === undefined || !Number.isFinite(value)) return notMeasured('no-observations');
  const values: number[] = [];
  draw(seed, replicates, (one) => {
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
    groups,
    replicates: values.length,
  };
}

/** So many groups whose rows add the same above and below. */
export interface RatioKind {
  readonly above: number;
  readonly below: number;
  readonly groups: number;
}

/**
 * `bootstrap` of a ratio of two sums whose groups are counted by what they add up to: how often each kind is drawn is multinomial, which is
 * the same law as drawing groups one by one. A resample with nothing below has no ratio. O(replicates · kinds).
 *
 * @throws DeversoirError `data-invalid` for sums that are not finite or numbers of groups below 0
 * @example
 * const kinds = [{ above: 1, below: 0, groups: 40 }, { above: 0, below: 1, groups: 20 }];
 * const { value, groups } = bootstrapRatio(kinds, { seed: 1 });
 * [value, groups]
 * // → [2, 60]
 */
export function bootstrapRatio(
  kinds: readonly RatioKind[],
  options: Omit<BootstrapOptions<RatioKind>, 'groupOf'>,
): BootstrapResult | NotMeasured {
  checkList('kinds', kinds);
  for (const name of ['above', 'below', 'groups'] as const)
    checkNumbers(
      name,
      kinds.map((kind) => kind[name]),
      name === 'groups' ? 0 : -Infinity,
    );
  const ratioOf = (counts: readonly number[]): number | undefined => {
    let above = 0,
      below = 0;
    counts.forEach((count, at) => {
      const kind = ordered[at] as RatioKind;
      above += count * kind.above;
      below += count * kind.below;
    });
    return below === 0 ? undefined : above / below;
  };
  // the largest first: few are left to draw of the others
  const ordered = kinds.toSorted((a, b) => b.groups - a.groups),
    sizes = ordered.map(({ groups }) => groups);
  return replicated(kinds, options, () => ({
    groups: sizes.reduce((sum, size) => sum + size, 0),
    value: ratioOf(sizes),
    draw: (seed, replicates, visit) => {
      const uniform = seededRandom(seed);
      for (let r = 0; r < replicates; r++) visit(ratioOf(multinomial(uniform, sizes)));
    },
  }));
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
