import { determinant, Matrix, solve } from 'ml-matrix';
import { DeversoirError } from '../../util/errors.js';
import type { Numbers } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';

/** Class posteriors, one row a message; rows sum to 1. */
export type Posteriors = readonly Numbers[];

export interface LabelledPosteriors {
  readonly posteriors: Posteriors;
  /** True class of each row, 0..K−1. */
  readonly labels: Numbers;
}

export interface QuantifiedShares {
  readonly measured: true;
  /** Per class; in [0, 1], summing to 1. */
  readonly shares: readonly number[];
  /** Before values outside [0, 1] were cut and the rest scaled. */
  readonly raw: readonly number[];
  readonly n: number;
}

export type QuantificationMethod =
  'classify-and-count' | 'adjusted-count' | 'probabilistic-count' | 'probabilistic-adjusted-count' | 'sld';

const argmax = (row: Numbers): number => {
  let best = 0;
  for (let k = 1; k < row.length; k++) if ((row[k] as number) > (row[best] as number)) best = k;
  return best;
};

const hard = (row: Numbers): number[] => Array.from(row, (_, k) => (k === argmax(row) ? 1 : 0));

function meanOf(rows: readonly Numbers[], K: number): number[] {
  const sums = Array.from({ length: K }, () => 0);
  for (const row of rows) for (let k = 0; k < K; k++) sums[k] = (sums[k] as number) + (row[k] as number);
  return sums.map((sum) => sum / rows.length);
}

function checkRows(rows: Posteriors, K: number): void {
  rows.forEach((row, i) => {
    let sum = 0;
    for (let k = 0; k < row.length; k++) sum += (row[k] as number) >= 0 ? (row[k] as number) : Number.NaN;
    if (row.length !== K || !(Math.abs(sum - 1) < 1e-6))
      throw new DeversoirError('data-invalid', `posteriors of row ${i}`, {
        hint: `give ${K} values of at least 0 that sum to 1`,
      });
  });
}

/**
 * Class shares of a set from a classifier's posteriors, corrected for its errors and for a shift of the shares.
 * - `classify-and-count`, `probabilistic-count`: as they come, for comparison;
 * - `adjusted-count` (ACC), `probabilistic-adjusted-count` (PACC): solved against the errors on labelled rows;
 * - `sld` (default): EM re-weighting of the posteriors, Saerens, Latinne & Decaestecker 2002.
 *
 * All assume that within a class the messages look as they did in the labelled rows.
 *
 * @param posteriors of the set to measure
 * @param labelled rows with known class: errors, and the shares the classifier was trained on unless `trainingShares` says them
 * @returns shares per class, or `measured: false` for no row, a class without a label, or a classifier that tells nothing apart
 * @throws DeversoirError `data-invalid` for rows that are no posteriors or labels out of range
 * @example
 * const labelled = { posteriors: [[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.1, 0.9]], labels: [0, 0, 1, 1] };
 * const target = [[0.9, 0.1], [0.9, 0.1], [0.8, 0.2], [0.2, 0.8]];
 * quantifyShares(target, labelled, { method: 'probabilistic-adjusted-count' }).shares
 * // → [0.91667, 0.08333]
 */
export function quantifyShares(
  posteriors: Posteriors,
  labelled: LabelledPosteriors,
  options: { readonly method?: QuantificationMethod; readonly trainingShares?: readonly number[] } = {},
): QuantifiedShares | NotMeasured {
  const { method = 'sld' } = options;
  const K = posteriors[0]?.length ?? 0;
  if (posteriors.length === 0) return notMeasured('no-observations');
  if (labelled.posteriors.length !== labelled.labels.length)
    throw new DeversoirError(
      'data-invalid',
      `${labelled.posteriors.length} labelled rows, ${labelled.labels.length} labels`,
      { hint: 'give one label a row' },
    );
  checkRows(posteriors, K);
  checkRows(labelled.posteriors, K);
  if (method === 'classify-and-count') return sharesOf(meanOf(posteriors.map(hard), K), posteriors.length);
  if (method === 'probabilistic-count') return sharesOf(meanOf(posteriors, K), posteriors.length);
  const byClass = Array.from({ length: K }, (): Numbers[] => []);
  labelled.posteriors.forEach((row, i) => {
    const own = byClass[labelled.labels[i] as number];
    if (own === undefined)
      throw new DeversoirError('data-invalid', `label ${labelled.labels[i] as number} at index ${i}`, {
        hint: `use 0 to ${K - 1}`,
      });
    own.push(row);
  });
  const empty = byClass.findIndex((rows) => rows.length === 0);
  const training = options.trainingShares;
  if (training !== undefined && (training.length !== K || training.some((share) => !(share > 0))))
    throw new DeversoirError('option-invalid', 'trainingShares', { hint: `give ${K} shares above 0` });
  if (method === 'sld') {
    if (training === undefined && empty >= 0) return notMeasured('one-class', `class ${empty}`);
    return sharesOf(
      sld(posteriors, training ?? byClass.map((rows) => rows.length / labelled.labels.length)),
      posteriors.length,
    );
  }
  if (empty >= 0) return notMeasured('one-class', `class ${empty}`);
  const view = method === 'adjusted-count' ? hard : (row: Numbers): Numbers => row;
  const errors = new Matrix(byClass.map((rows) => meanOf(rows.map(view), K))).transpose();
  const seen = meanOf(posteriors.map(view), K);
  // The determinant of the class means: 1 for a perfect classifier, 0 for one that tells two classes nothing apart.
  const raw =
    Math.abs(determinant(errors)) > 1e-6 ? solve(errors, Matrix.columnVector(seen)).getColumn(0) : undefined;
  return raw === undefined ? notMeasured('uninformative') : sharesOf(raw, posteriors.length);
}

function sharesOf(raw: readonly number[], n: number): QuantifiedShares {
  const cut = raw.map((share) => Math.max(0, share));
  const total = cut.reduce((a, b) => a + b, 0);
  return { measured: true, shares: cut.map((share) => share / total), raw, n };
}

function sld(posteriors: Posteriors, training: readonly number[]): number[] {
  let shares = [...training];
  for (let round = 0; round < 2000; round++) {
    const sums = Array.from(shares, () => 0);
    for (const row of posteriors) {
      let total = 0;
      for (let k = 0; k < shares.length; k++)
        total += ((shares[k] as number) / (training[k] as number)) * (row[k] as number);
      if (total > 0)
        for (let k = 0; k < shares.length; k++)
          sums[k] =
            (sums[k] as number) +
            (((shares[k] as number) / (training[k] as number)) * (row[k] as number)) / total;
    }
    const all = sums.reduce((a, b) => a + b, 0);
    const next = sums.map((sum) => sum / all);
    const moved = next.reduce(
      (worst, share, k) => Math.max(worst, Math.abs(share - (shares[k] as number))),
      0,
    );
    shares = next;
    if (moved < 1e-12) break;
  }
  return shares;
}
