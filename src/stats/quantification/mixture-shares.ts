import { DeversoirError } from '../../util/errors.js';
import { seededRandom } from '../../util/random.js';
import { checkLevel, checkNumbers, type Numbers } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { percentileInterval } from '../shares/bootstrap.js';
import type { StatInterval } from '../shares/interval.js';
import { chiSquareUpperTail } from '../special.js';
import { gammaVariate, type Uniform } from '../variates.js';

/** What a classifier says of texts of each class, `[class][cell]`, and what it says of the texts to measure. */
export interface MixtureInput {
  /** Held-out counts: a row a class, a column a cell (a label, or a band of a score). */
  readonly table: readonly Numbers[];
  /** Texts to measure in each cell. */
  readonly observed: Numbers;
  /** Their effective number, when authors write several times. Default: their number. */
  readonly effectiveN?: number;
}

export interface MixtureShares {
  readonly measured: true;
  /** Per class, summing to 1. */
  readonly shares: readonly number[];
  /** Per class; none without replicates. */
  readonly intervals: readonly StatInterval[];
  /** Per replicate, the shares; to add strata up. */
  readonly replicates: readonly (readonly number[])[];
  /** Whether texts that look as those of the table can fill the cells as observed (Pearson's X², p ≥ .01). */
  readonly fits: boolean;
  readonly n: number;
}

const ROUNDS = 500,
  ENOUGH = 1e-7;
/** Probability under which a cell is no class's: products with shares would vanish. */
const NEVER = 1e-100;

/** Cells of each class as probabilities; cells that a class never showed take a half count between them, as all classes fill them. */
function profiles(table: readonly Numbers[], cells: number): Float64Array[] {
  const all = new Float64Array(cells);
  for (const row of table)
    for (let c = 0; c < cells; c++) all[c] = (all[c] as number) + (row[c] as number) + 1 / cells;
  const total = all.reduce((a, b) => a + b, 0);
  return table.map((row) => {
    const smoothed = Float64Array.from(
      { length: cells },
      (_, c) => (row[c] as number) + (0.5 * (all[c] as number)) / total,
    );
    const sum = smoothed.reduce((a, b) => a + b, 0);
    return smoothed.map((value) => value / sum);
  });
}

/** Shares under which the cells, and so many texts more of each class, are the likeliest: expectation-maximisation. */
function likeliestShares(rows: readonly Float64Array[], observed: Numbers, added = 0): number[] {
  const K = rows.length;
  let shares = Array.from({ length: K }, () => 1 / K);
  // A draw may leave to no class a cell where each hardly ever is: it then tells nothing.
  const possible = Array.from(observed, (seen, c) =>
    rows.some((row) => (row[c] as number) > NEVER) ? seen : 0,
  );
  const n = possible.reduce((sum, seen) => sum + seen, K * added);
  for (let round = 0; round < ROUNDS; round++) {
    const next = Array.from({ length: K }, () => added / n);
    for (let c = 0; c < possible.length; c++) {
      const seen = possible[c] as number;
      if (seen === 0) continue;
      let sum = 0;
      for (let k = 0; k < K; k++) sum += (shares[k] as number) * ((rows[k] as Float64Array)[c] as number);
      for (let k = 0; k < K; k++)
        next[k] =
          (next[k] as number) +
          (seen * (shares[k] as number) * ((rows[k] as Float64Array)[c] as number)) / (sum * n);
    }
    const moved = next.reduce((most, share, k) => Math.max(most, Math.abs(share - (shares[k] as number))), 0);
    shares = next;
    if (moved < ENOUGH) break;
  }
  return shares;
}

/** Classes whose cells differ by less than this (total variation) can't be told apart. */
const LEAST_APART = 0.05;

/** The least total variation between two classes. */
function closest(rows: readonly Float64Array[]): number {
  let least = 1;
  rows.forEach((a, k) =>
    rows.slice(k + 1).forEach((b) => {
      least = Math.min(least, a.reduce((sum, share, c) => sum + Math.abs(share - (b[c] as number)), 0) / 2);
    }),
  );
  return least;
}

/** Cells that come about more rarely than this are not those of the table's texts. */
const LEAST_LIKELY = 0.01;

/** Whether the cells are those of a mixture of the classes, within the sampling of the texts and of the table: Pearson's X². */
function isLikely(
  rows: readonly Float64Array[],
  shares: readonly number[],
  { table, observed }: MixtureInput,
  size: number,
): boolean {
  const n = Array.from(observed).reduce((a, b) => a + b, 0);
  const counts = table.map((row) => Array.from(row).reduce((a, b) => a + b, 0));
  let sum = 0;
  for (let c = 0; c < observed.length; c++) {
    const parts = rows.map((row, k) => (shares[k] as number) * (row[c] as number));
    const expected = parts.reduce((a, b) => a + b, 0);
    const variance =
      expected / size +
      parts.reduce((all, part, k) => all + (part * (shares[k] as number)) / (counts[k] as number), 0);
    if (variance > 0) sum += ((observed[c] as number) / n - expected) ** 2 / variance;
  }
  return chiSquareUpperTail(sum, Math.max(1, observed.length - rows.length)) >= LEAST_LIKELY;
}

/** A draw of the Dirichlet law with these weights; cells of weight 0 stay empty. */
function dirichlet(uniform: Uniform, weights: Numbers): Float64Array {
  const drawn = Float64Array.from({ length: weights.length }, (_, c) =>
    (weights[c] as number) > 0 ? gammaVariate(uniform, weights[c] as number) : 0,
  );
  const sum = drawn.reduce((a, b) => a + b, 0) || 1;
  return drawn.map((value) => value / sum);
}

function check({ table, observed }: MixtureInput): void {
  checkNumbers('observed', observed, 0);
  if (table.length < 2)
    throw new DeversoirError('data-invalid', `${table.length} classes`, { hint: 'give two at least' });
  table.forEach((row, k) => {
    checkNumbers(`class ${k}`, row, 0);
    if (row.length !== observed.length)
      throw new DeversoirError(
        'data-invalid',
        `class ${k}: ${row.length} cells, ${observed.length} observed`,
        { hint: 'give the same cells' },
      );
  });
}

/**
 * Class shares corrected for a classifier's errors, from what it says (labels, or bands of a score) and from its held-out table: the
 * shares under which what it says is the likeliest. With labels as cells it is the adjusted count (Rogan & Gladen 1978 for two classes)
 * kept within [0, 1]; with bands it uses how sure the classifier is (Forman 2008; González-Castro et al. 2013). The interval carries
 * both the sampling of the texts and the size of the table: Bayesian bootstrap of both (Rubin 1981). Assumes that within a class texts
 * look as those of the table do.
 *
 * @param options.added texts added to each class, so that one that is hardly told apart is not said to be all or nothing: 1 is Laplace's
 *   rule of succession; 0, the default, is the likeliest share as it comes
 *
 * @returns `measured: false` without a text, with a class that the table does not hold, two that it does not tell apart, or texts in no cell
 *   that it shows
 * @throws DeversoirError `data-invalid` for negative counts or tables of unequal width
 * @example
 * const { shares } = mixtureShares({ table: [[850, 150], [300, 700]], observed: [1400, 600] }, { seed: 1 });
 * shares[1].toFixed(3)
 * // → '0.273'
 */
export function mixtureShares(
  input: MixtureInput,
  options: {
    readonly seed: number;
    readonly replicates?: number;
    readonly level?: number;
    readonly added?: number;
  },
): MixtureShares | NotMeasured {
  const { seed, replicates = 400, level = 0.95, added = 0 } = options;
  if (!(added >= 0))
    throw new DeversoirError('option-invalid', `added ${added}`, { hint: 'give 0 texts or more' });
  checkLevel(level);
  check(input);
  const { table, observed } = input;
  const cells = observed.length;
  const n = Array.from(observed).reduce((a, b) => a + b, 0);
  if (n === 0) return notMeasured('no-observations');
  const empty = table.findIndex((row) => Array.from(row).every((count) => count === 0));
  if (empty >= 0) return notMeasured('one-class', `class ${empty}`);
  const isTold = Array.from(observed, (seen, c) => seen > 0 && table.some((row) => (row[c] as number) > 0));
  if (!isTold.includes(true)) return notMeasured('uninformative');
  const size = Math.min(n, input.effectiveN ?? n);
  const rows = profiles(table, cells);
  if (closest(rows) < LEAST_APART) return notMeasured('uninformative');
  const shares = likeliestShares(rows, observed, added);
  const uniform = seededRandom(seed);
  const weights = table.map((row, k) => {
    const total = Array.from(row).reduce((a, b) => a + b, 0);
    return (rows[k] as Float64Array).map((share) => share * (total + 0.5));
  });
  const drawn = Array.from({ length: replicates }, () =>
    likeliestShares(
      weights.map((row) => dirichlet(uniform, row)),
      dirichlet(
        uniform,
        Array.from(observed, (count) => (count * size) / n),
      ),
    ),
  );
  return {
    measured: true,
    shares,
    intervals: (drawn.length === 0 ? [] : shares).map((_, k) => ({
      ...percentileInterval(
        drawn.map((one) => one[k] as number),
        level,
      ),
      method: 'mixture of classes, Bayesian bootstrap',
    })),
    replicates: drawn,
    fits: isLikely(rows, shares, input, size),
    n,
  };
}
