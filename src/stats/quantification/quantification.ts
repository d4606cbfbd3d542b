import { determinant, Matrix, solve } from 'ml-matrix';
import { DeversoirError } from '../../util/errors.js';
import { at, checkLevel, checkNumbers, checkSameLength, type Numbers } from '../checks.js';
import { zOf, type StatInterval } from '../shares/interval.js';
import { notMeasured, type NotMeasured } from '../measured.js';

export interface RoganGladenInput {
  /** Share the classifier calls positive among n messages. */
  readonly observed: number;
  readonly n: number;
  /** Share of true positives it finds, measured on nPositive labelled ones; 1 when known exactly (nPositive Infinity). */
  readonly sensitivity: number;
  /** Share of true negatives it leaves, measured on nNegative labelled ones. */
  readonly specificity: number;
  readonly nPositive: number;
  readonly nNegative: number;
  readonly level?: number;
}

export interface CorrectedShare {
  readonly measured: true;
  /** Cut to [0, 1]. */
  readonly prevalence: number;
  /** Before the cut: below 0 when the classifier's false alarms alone exceed what was observed. */
  readonly raw: number;
  readonly stdErr: number;
  readonly interval: StatInterval;
}

/**
 * Share corrected for the classifier's own errors: π = (p + Sp − 1)/(Se + Sp − 1), with the variance of p, Se and Sp.
 * Rogan & Gladen 1978. Assumes Se and Sp hold in the data at hand.
 *
 * @returns the corrected share with its interval; `measured: false` where Se + Sp ≤ 1: the classifier says nothing
 * @throws DeversoirError `data-invalid` for shares outside [0, 1] or counts that are not above 0
 * @example
 * const { prevalence, stdErr } = roganGladen({ observed: 0.3, n: 2000, sensitivity: 0.7, specificity: 0.85, nPositive: 300, nNegative: 700 });
 * [prevalence, stdErr]
 * // → [0.272727, 0.028943]
 */
export function roganGladen(input: RoganGladenInput): CorrectedShare | NotMeasured {
  const { observed: p, n, sensitivity: se, specificity: sp, nPositive, nNegative, level = 0.95 } = input;
  checkLevel(level);
  for (const [name, share] of Object.entries({ observed: p, sensitivity: se, specificity: sp })) {
    if (!(share >= 0 && share <= 1))
      throw new DeversoirError('data-invalid', `${name} ${share}`, { hint: 'give a share from 0 to 1' });
  }
  for (const [name, count] of Object.entries({ n, nPositive, nNegative })) {
    if (!(count > 0))
      throw new DeversoirError('data-invalid', `${name} ${count}`, { hint: 'give a count above 0' });
  }
  const youden = se + sp - 1;
  if (!(youden > 1e-9)) return notMeasured('uninformative');
  const raw = (p + sp - 1) / youden;
  const variance =
    (p * (1 - p)) / n + (raw ** 2 * se * (1 - se)) / nPositive + ((1 - raw) ** 2 * sp * (1 - sp)) / nNegative;
  const stdErr = Math.sqrt(variance) / youden,
    half = zOf(level) * stdErr;
  const cut = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    measured: true,
    prevalence: cut(raw),
    raw,
    stdErr,
    interval: { low: cut(raw - half), high: cut(raw + half), level, method: 'rogan-gladen' },
  };
}

export interface PredictionPoweredInput {
  /** Classifier's outputs (0/1 or probabilities of the class) on the whole set. */
  readonly predictions: Numbers;
  /** Outputs on the rows that were also labelled, drawn at random from the same set. */
  readonly labelledPredictions: Numbers;
  /** Their true 0/1 labels. */
  readonly labels: Numbers;
  readonly level?: number;
}

/**
 * Prediction-powered share: mean prediction over the set, plus the mean error seen on the labelled rows. Right whatever the
 * classifier's errors, as long as the labelled rows are a random part of the set. Angelopoulos et al. 2023.
 *
 * @returns the share with its interval; `measured: false` without predictions or with fewer than 2 labels
 * @throws DeversoirError `data-invalid` for values outside [0, 1] or arrays of unequal length
 * @example
 * const predictions = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
 * const { raw, stdErr } = predictionPoweredShare({ predictions, labelledPredictions: [1, 1, 0, 0], labels: [1, 0, 0, 0] });
 * [raw, stdErr]
 * // → [0.05, 0.29297]
 */
export function predictionPoweredShare(input: PredictionPoweredInput): CorrectedShare | NotMeasured {
  const { predictions, labelledPredictions, labels, level = 0.95 } = input;
  checkLevel(level);
  checkSameLength('labelledPredictions and labels', labelledPredictions, labels);
  for (const [name, values] of Object.entries({ predictions, labelledPredictions, labels })) {
    checkNumbers(name, values, 0);
    for (let i = 0; i < values.length; i++)
      if (at(values, i) > 1)
        throw new DeversoirError('data-invalid', `${name}: value ${at(values, i)} at index ${i}`, {
          hint: 'give values from 0 to 1',
        });
  }
  const N = predictions.length,
    n = labels.length;
  if (N === 0) return notMeasured('no-observations');
  if (n < 2) return notMeasured('too-few', `${n} < 2`);
  const [all, allVariance] = momentsOf(Float64Array.from(predictions));
  const [error, errorVariance] = momentsOf(
    Float64Array.from(labels, (label, i) => label - at(labelledPredictions, i)),
  );
  const raw = all + error,
    stdErr = Math.sqrt(allVariance / N + errorVariance / n),
    half = zOf(level) * stdErr;
  const cut = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    measured: true,
    prevalence: cut(raw),
    raw,
    stdErr,
    interval: { low: cut(raw - half), high: cut(raw + half), level, method: 'prediction-powered' },
  };
}

/** Mean and variance (divisor n − 1). */
function momentsOf(values: Float64Array): [number, number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)];
}

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
  for (let k = 1; k < row.length; k++) if (at(row, k) > at(row, best)) best = k;
  return best;
};

const hard = (row: Numbers): number[] => Array.from(row, (_, k) => (k === argmax(row) ? 1 : 0));

function meanOf(rows: readonly Numbers[], K: number): number[] {
  const sums = Array.from({ length: K }, () => 0);
  for (const row of rows) for (let k = 0; k < K; k++) sums[k] = at(sums, k) + at(row, k);
  return sums.map((sum) => sum / rows.length);
}

function checkRows(rows: Posteriors, K: number): void {
  rows.forEach((row, i) => {
    let sum = 0;
    for (let k = 0; k < row.length; k++) sum += at(row, k) >= 0 ? at(row, k) : Number.NaN;
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
    const own = byClass[at(labelled.labels, i)];
    if (own === undefined)
      throw new DeversoirError('data-invalid', `label ${at(labelled.labels, i)} at index ${i}`, {
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
      for (let k = 0; k < shares.length; k++) total += (at(shares, k) / at(training, k)) * at(row, k);
      if (total > 0)
        for (let k = 0; k < shares.length; k++)
          sums[k] = at(sums, k) + ((at(shares, k) / at(training, k)) * at(row, k)) / total;
    }
    const all = sums.reduce((a, b) => a + b, 0);
    const next = sums.map((sum) => sum / all);
    const moved = next.reduce((worst, share, k) => Math.max(worst, Math.abs(share - at(shares, k))), 0);
    shares = next;
    if (moved < 1e-12) break;
  }
  return shares;
}
