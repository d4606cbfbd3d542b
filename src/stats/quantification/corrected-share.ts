import { DeversoirError } from '../../util/errors.js';
import { checkLevel, checkNumbers, checkSameLength, type Numbers } from '../checks.js';
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

/** A share with its Wald interval, both cut to [0, 1]. */
export function correctedBy(raw: number, stdErr: number, level: number, method: string): CorrectedShare {
  const half = zOf(level) * stdErr;
  const cut = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    measured: true,
    prevalence: cut(raw),
    raw,
    stdErr,
    interval: { low: cut(raw - half), high: cut(raw + half), level, method },
  };
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
  return correctedBy(raw, Math.sqrt(variance) / youden, level, 'rogan-gladen');
}

export interface PredictionPoweredInput {
  /** Classifier's outputs (0/1 or probabilities of the class) on the whole set. */
  readonly predictions: Numbers;
  /** Outputs on the rows that were also labelled, drawn at random from the same set. */
  readonly labelledPredictions: Numbers;
  /** Their true 0/1 labels. */
  readonly labels: Numbers;
  /** Rows of the set that each of them stands for, where kinds of rows were labelled at rates of their own. Default: as many each. */
  readonly weights?: Numbers;
  /** The labelled rows are among those of `predictions`: what is labelled needs no guess. Default: they stand beside them. */
  readonly inSet?: boolean;
  readonly level?: number;
}

export interface PredictionPoweredShare extends CorrectedShare {
  /** The part of `stdErr` that comes of rows without a label: 0 where all have one. */
  readonly labelErr: number;
}

/**
 * Prediction-powered share: mean prediction over the set, plus the mean error seen on the labelled rows. Right whatever the
 * classifier's errors, as long as the labelled rows are a random part of the set. Angelopoulos et al. 2023. With weights the mean error is
 * weighted (Hájek 1971) and its variance that of Kish's effective number of labels. Where the labelled rows are in the set its variance is p(1 − p)/N, as if
 * all were labelled, plus that of the error on the rest, (1/n − 1/N)·s² (Cochran 1977, ch. 2): with a label on every row no error of reading is left.
 *
 * @returns the share with its interval; `measured: false` without predictions or with fewer than 2 labels
 * @throws DeversoirError `data-invalid` for values outside [0, 1], weights that are not above 0 or arrays of unequal length
 * @example
 * const predictions = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
 * const { raw, stdErr } = predictionPoweredShare({ predictions, labelledPredictions: [1, 1, 0, 0], labels: [1, 0, 0, 0] });
 * [raw, stdErr]
 * // → [0.05, 0.29297]
 */
export function predictionPoweredShare(input: PredictionPoweredInput): PredictionPoweredShare | NotMeasured {
  const { predictions, labelledPredictions, labels, weights, inSet = false, level = 0.95 } = input;
  checkLevel(level);
  checkSameLength('labelledPredictions and labels', labelledPredictions, labels);
  if (weights !== undefined) {
    checkSameLength('labels and weights', labels, weights);
    checkNumbers('weights', weights, Number.MIN_VALUE);
  }
  for (const [name, values] of Object.entries({ predictions, labelledPredictions, labels })) {
    checkNumbers(name, values, 0);
    for (let i = 0; i < values.length; i++)
      if ((values[i] as number) > 1)
        throw new DeversoirError('data-invalid', `${name}: value ${values[i] as number} at index ${i}`, {
          hint: 'give values from 0 to 1',
        });
  }
  const N = predictions.length,
    n = labels.length;
  if (N === 0) return notMeasured('no-observations');
  if (n < 2) return notMeasured('too-few', `${n} < 2`);
  const [all, allVariance] = momentsOf(Float64Array.from(predictions));
  const errors = Float64Array.from(labels, (label, i) => label - (labelledPredictions[i] as number));
  const [error, errorVariance] = momentsOf(errors, weights);
  const counted = weights === undefined ? n : effectiveNumber(weights),
    share = Math.min(1, Math.max(0, all + error));
  const labelErr = Math.sqrt(errorVariance * Math.max(0, 1 / counted - (inSet ? 1 / N : 0)));
  const sampled = inSet ? share * (1 - share) : allVariance;
  return {
    ...correctedBy(all + error, Math.hypot(Math.sqrt(sampled / N), labelErr), level, 'prediction-powered'),
    labelErr,
  };
}

export const sumOf = (values: Numbers): number => Array.from(values).reduce((a, b) => a + b, 0);
const isEven = (weights: Numbers): boolean => Array.from(weights).every((weight) => weight === weights[0]);

/** Kish 1965: (Σw)² / Σw². */
export function effectiveNumber(weights: Numbers): number {
  if (isEven(weights)) return weights.length;
  return sumOf(weights) ** 2 / sumOf(Float64Array.from(weights, (weight) => weight ** 2));
}

/** Weights brought to sum to the effective number; ones where all are even. */
export function effectiveWeights(weights: Numbers): number[] {
  if (isEven(weights)) return Array.from(weights, () => 1);
  const scale = effectiveNumber(weights) / sumOf(weights);
  return Array.from(weights, (weight) => weight * scale);
}

/** Mean and variance (divisor n − 1, or that of the effective number). */
function momentsOf(values: Float64Array, weights?: Numbers): [number, number] {
  if (weights === undefined || isEven(weights)) {
    const mean = sumOf(values) / values.length;
    return [
      mean,
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
    ];
  }
  const total = sumOf(weights),
    n = effectiveNumber(weights);
  const mean = values.reduce((sum, value, i) => sum + (weights[i] as number) * value, 0) / total;
  const spread = values.reduce((sum, value, i) => sum + (weights[i] as number) * (value - mean) ** 2, 0);
  return [mean, ((spread / total) * n) / Math.max(Number.EPSILON, n - 1)];
}
