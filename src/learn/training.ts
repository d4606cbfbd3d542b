import { calibrate, heldOutConfusion, thresholdsOf } from './head-calibration.js';
import type { FeatureExtractor } from '../enrich/heads/features.js';
import { type LinearHead, quantise } from '../enrich/heads/head.js';
import { learnLabel } from './learner.js';
import type { HeadPlan, LabelledText } from './head-plan.js';
import { featureRows, marginOf, splitWeights } from './feature-rows.js';
import type { SparseRows } from './svm.js';
import { mixHash } from '../enrich/words/token-hashes.js';

/** A head and what it said of its own rows while they were held out, for figures and confusion tables. */
export interface TrainedHead {
  readonly head: LinearHead;
  /** One array a label: held-out margins, NaN where a row's label is not known. */
  readonly heldOut: readonly Float64Array[];
}

type Part = ReturnType<typeof splitWeights>;

/** Weights with four digits: a head is data that is sent, the rest is noise. */
export const rounded = (weights: ArrayLike<number>): number[] =>
  Array.from(weights, (weight) => Number(weight.toPrecision(4)));

/** Of two labels that exclude one another, the second is the first turned. */
const mirrored = ({ table, bias, meaning, extra }: Part): Part => ({
  table: table.map((weight) => -weight),
  bias: -bias,
  meaning: meaning.map((weight) => -weight),
  extra: extra.map((weight) => -weight),
});

const foldOf = (examples: readonly LabelledText[], folds: number): Int32Array => {
  const groups = new Map<string, number>();
  return Int32Array.from(examples, ({ group }, i) => {
    // Not i % folds: sets are often written label by label in turn. Well mixed: else a fold takes too many rows of a label.
    if (group === undefined) return (mixHash(i + 1, 0x9e3779b1) >>> 0) % folds;
    if (!groups.has(group)) groups.set(group, groups.size);
    return (groups.get(group) as number) % folds;
  });
};

function labelTargets(
  examples: readonly LabelledText[],
  label: number,
  plan: HeadPlan,
): { targets: Int8Array; costs: Float32Array } {
  const targets = Int8Array.from(examples, ({ labels }) => (labels.includes(label) ? 1 : -1));
  const known = examples.map((example) => example.known === undefined || example.known.includes(label));
  let up = 0,
    down = 0;
  examples.forEach(({ weight = 1 }, i) => {
    if (known[i]) {
      if (targets[i] === 1) up += weight;
      else down += weight;
    }
  });
  const power = plan.balance ?? 0;
  const half = (up + down) / 2;
  const upCost = up > 0 ? (half / up) ** power : 1,
    downCost = down > 0 ? (half / down) ** power : 1;
  const costs = Float32Array.from(examples, ({ weight = 1 }, i) =>
    known[i] ? plan.cost * weight * (targets[i] === 1 ? upCost : downCost) : 0,
  );
  return { targets, costs };
}

function heldOutMargins(
  rows: SparseRows,
  targets: Int8Array,
  costs: Float32Array,
  fold: Int32Array,
  folds: number,
  seed: number,
  tell: () => void,
): Float64Array {
  const margins = new Float64Array(rows.count).fill(Number.NaN);
  for (let f = 0; f < folds; f++) {
    tell();
    const weights = learnLabel(
      rows,
      targets,
      costs.map((cost, i) => (fold[i] === f ? 0 : cost)),
      seed,
    );
    for (let r = 0; r < rows.count; r++)
      if (fold[r] === f && (costs[r] as number) > 0) margins[r] = marginOf(rows, r, weights);
  }
  return margins;
}

/** Learns a head: one support vector machine a label, calibrated on margins of held-out folds. Same input, same bytes. */
export function trainHead(
  features: FeatureExtractor,
  plan: HeadPlan,
  examples: readonly LabelledText[],
): TrainedHead {
  const folds = plan.folds ?? 5,
    seed = plan.seed ?? 1;
  const weight = plan.meaning ?? 1;
  plan.onProgress?.({ task: 'reading', done: 0, total: examples.length, unit: 'texts' });
  const plain = featureRows(features, examples, plan.bits, weight);
  const rows = plan.extend?.(plain) ?? plain;
  const dimensions = weight === 0 ? 0 : (features.vectors?.dimensions ?? 0);
  const fold = foldOf(examples, folds);
  const heldOut: Float64Array[] = [],
    parts: Part[] = [];
  const isPair = plan.labels.length === 2 && plan.choice === 'one';
  const total = (isPair ? 1 : plan.labels.length) * (folds + 1);
  let done = 0;
  plan.labels.forEach((item, label) => {
    const tell = (): void =>
      plan.onProgress?.({ task: 'learning', item, done: done++, total, unit: 'parts' });
    if (label === 1 && isPair) {
      heldOut.push((heldOut[0] as Float64Array).map((margin) => -margin));
      parts.push(mirrored(parts[0] as Part));
      return;
    }
    const { targets, costs } = labelTargets(examples, label, plan);
    heldOut.push(heldOutMargins(rows, targets, costs, fold, folds, seed, tell));
    tell();
    parts.push(splitWeights(learnLabel(rows, targets, costs, seed), plan.bits, dimensions));
  });
  for (const part of parts) plan.keep?.(part);
  const { weights, scales } = quantise(parts.map(({ table }) => table));
  const calibrated = calibrate(plan, examples, heldOut);
  const thresholds = [...(plan.thresholds ?? thresholdsOf(plan, examples, heldOut, calibrated))];
  const head: LinearHead = {
    name: plan.name,
    labels: plan.labels,
    choice: plan.choice,
    bits: plan.bits,
    weights,
    scales,
    biases: parts.map(({ bias }) => bias),
    ...(dimensions === 0
      ? {}
      : { meaning: parts.map(({ meaning }) => rounded(meaning.map((value) => weight * value))) }),
    ...calibrated,
    thresholds,
    sources: plan.sources ?? [],
    ...(plan.choice === 'one'
      ? { confusion: heldOutConfusion(plan, examples, heldOut, { ...calibrated, thresholds }) }
      : {}),
  };
  return { head, heldOut };
}
