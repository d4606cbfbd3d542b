import { checkLevel } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import {
  correctedBy,
  effectiveNumber,
  predictionPoweredShare,
  type PredictionPoweredInput,
  type PredictionPoweredShare,
} from './corrected-share.js';

/** A stratum in which no label differs is taken as if one did: none seen of n says little of the rest under 1/n (rule of three). */
function withOneError(found: PredictionPoweredShare, input: PredictionPoweredInput): PredictionPoweredShare {
  const { predictions, labels, labelledPredictions, weights, inSet = false, level = 0.95 } = input;
  if (Array.from(labels).some((label, i) => label !== labelledPredictions[i])) return found;
  const n = weights === undefined ? labels.length : effectiveNumber(weights),
    labelErr = Math.sqrt(Math.max(0, 1 - (inSet ? n / predictions.length : 0))) / n;
  const stdErr = Math.hypot(found.stdErr, labelErr);
  return { ...correctedBy(found.raw, stdErr, level, found.interval.method), labelErr };
}

/**
 * Prediction-powered share of a set cut into strata that were labelled at rates of their own: each stratum's share, and theirs by the rows that each
 * holds, Σ N_h·p_h / N with variance Σ (N_h/N)²·s_h². Right whatever the rates, as long as in each stratum the labelled rows are a random part
 * of it. Cochran 1977, ch. 5; Fisch et al. 2024 (stratified prediction-powered inference). With one stratum: `predictionPoweredShare`.
 *
 * @param options.atLeastOneError take a stratum in which no label differs as if one did: of few labels nothing less is known. Default: where
 *   there are several
 *
 * @returns the share of all and those of the strata, in their order; `measured: false` without a stratum, or where one is not measured
 * @throws DeversoirError `data-invalid` as `predictionPoweredShare`
 * @example
 * const one = { predictions: [1, 1, 1, 0], labelledPredictions: [1, 0], labels: [1, 0] };
 * const other = { predictions: [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0], labelledPredictions: [1, 0, 0, 0], labels: [0, 0, 0, 0] };
 * const { raw, strata } = stratifiedShare([one, other]);
 * [raw, strata[0].raw, strata[1].raw]
 * // → [0.125, 0.75, -0.083333]
 */
export function stratifiedShare(
  inputs: readonly Omit<PredictionPoweredInput, 'level'>[],
  options: { readonly level?: number; readonly atLeastOneError?: boolean } = {},
): (PredictionPoweredShare & { readonly strata: readonly PredictionPoweredShare[] }) | NotMeasured {
  const { level = 0.95, atLeastOneError = inputs.length > 1 } = options;
  checkLevel(level);
  if (inputs.length === 0) return notMeasured('no-observations');
  const strata: PredictionPoweredShare[] = [];
  for (const input of inputs) {
    const found = predictionPoweredShare({ ...input, level });
    if (!found.measured) return found;
    strata.push(atLeastOneError ? withOneError(found, { ...input, level }) : found);
  }
  const [only] = strata as [PredictionPoweredShare];
  if (strata.length === 1) return { ...only, strata };
  const total = inputs.reduce((sum, { predictions }) => sum + predictions.length, 0);
  const weight = (at: number): number => (inputs[at]?.predictions.length ?? 0) / total;
  const raw = strata.reduce((sum, one, at) => sum + weight(at) * one.raw, 0);
  const [stdErr, labelErr] = (['stdErr', 'labelErr'] as const).map((name) =>
    Math.hypot(...strata.map((one, at) => weight(at) * one[name])),
  ) as [number, number];
  return { ...correctedBy(raw, stdErr, level, 'prediction-powered'), labelErr, strata };
}
