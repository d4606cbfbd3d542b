import { bestThreshold, fitPlatt, fitSoftmax, logistic } from './fit-probabilities.js';
import type { FeatureExtractor } from '../enrich/features.js';
import { type HeadSource, type LinearHead, quantise } from '../enrich/head.js';
import { learnLabel } from './learner.js';
import { featureRows, marginOf, splitWeights, type TextExample } from './feature-rows.js';
import type { SparseRows } from './svm.js';
import { mixHash } from '../enrich/tokens.js';

/** A text with its labels: indices in `HeadPlan.labels`. `known`: the labels judged in it, all when absent. */
export interface LabelledText extends TextExample {
  readonly labels: readonly number[];
  readonly known?: readonly number[] | undefined;
  /** Rows of one group never stand on both sides of a held-out split. */
  readonly group?: string | undefined;
  /** Weight of its errors beside 1. */
  readonly weight?: number | undefined;
  /** `false`: the row is learnt from but not counted when the head is calibrated. */
  readonly calibrate?: boolean | undefined;
}

export interface HeadPlan {
  readonly name: string;
  readonly labels: readonly string[];
  readonly choice: 'one' | 'many';
  /** Table of 2^bits buckets. */
  readonly bits: number;
  /** Cost of an error: larger follows the examples more closely. */
  readonly cost: number;
  /** Costs of the classes of a label are drawn together: 0 as they are, 1 equal sums. */
  readonly balance?: number;
  readonly seed?: number;
  readonly folds?: number;
  readonly sources?: readonly HeadSource[];
  /** Probability from which a label is told, when `choice` is `many`. */
  readonly thresholds?: readonly number[];
  /**
   * `margin`: the label with the largest margin is told, which suits rare labels (macro-F1). `macro-f1`: of one label, or two
   * that exclude one another, told from the probability with the best macro-F1 on the held-out rows. Default: the most probable.
   */
  readonly decision?: 'probability' | 'margin' | 'macro-f1';
  /** Share of texts that bear a label where the head is used, when the rows are balanced on purpose and `choice` is `many`. */
  readonly prior?: number;
  /** Adds columns after the bias to the rows before learning. */
  readonly extend?: (rows: SparseRows) => SparseRows;
  /** Called with the float weights of each label, in order; `extra` are those of the added columns. */
  readonly keep?: (part: ReturnType<typeof splitWeights>) => void;
}

/** A head and what it said of its own rows while they were held out, for figures and confusion tables. */
export interface TrainedHead {
  readonly head: LinearHead;
  /** One array a label: held-out margins, NaN where a row's label is not known. */
  readonly heldOut: readonly Float64Array[];
}

type Part = ReturnType<typeof splitWeights>;

/** Of two labels that exclude one another, the second is the first turned. */
const mirrored = ({ table, bias, extra }: Part): Part => ({
  table: table.map((weight) => -weight),
  bias: -bias,
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
): Float64Array {
  const margins = new Float64Array(rows.count).fill(Number.NaN);
  for (let f = 0; f < folds; f++) {
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
  const plain = featureRows(features, examples, plan.bits);
  const rows = plan.extend?.(plain) ?? plain;
  const fold = foldOf(examples, folds);
  const heldOut: Float64Array[] = [],
    parts: Part[] = [];
  plan.labels.forEach((_, label) => {
    if (label === 1 && plan.labels.length === 2 && plan.choice === 'one') {
      heldOut.push((heldOut[0] as Float64Array).map((margin) => -margin));
      parts.push(mirrored(parts[0] as Part));
      return;
    }
    const { targets, costs } = labelTargets(examples, label, plan);
    heldOut.push(heldOutMargins(rows, targets, costs, fold, folds, seed));
    parts.push(splitWeights(learnLabel(rows, targets, costs, seed), plan.bits));
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
    ...calibrated,
    thresholds,
    sources: plan.sources ?? [],
    ...(plan.choice === 'one'
      ? { confusion: heldOutConfusion(plan, examples, heldOut, { ...calibrated, thresholds }) }
      : {}),
  };
  return { head, heldOut };
}

interface Calibration {
  readonly slopes: readonly number[];
  readonly shifts: readonly number[];
}

/** Counts `[truth][told]` of the rows that the calibration counts, while they were held out. */
function heldOutConfusion(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
  { slopes, shifts, thresholds }: Calibration & { readonly thresholds: readonly number[] },
): number[][] {
  const table = plan.labels.map(() => plan.labels.map(() => 0));
  examples.forEach(({ labels, calibrate: counted }, i) => {
    if (counted === false) return;
    let told = 0,
      top = -Infinity;
    heldOut.forEach((column, k) => {
      const z =
        (slopes[k] as number) * (column[i] as number) +
        (shifts[k] as number) +
        Math.log(thresholds[k] as number);
      if (z > top) {
        top = z;
        told = k;
      }
    });
    table[labels[0] as number]![told]!++;
  });
  return table;
}

function thresholdsOf(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
  { slopes, shifts }: Calibration,
): number[] {
  if (plan.decision !== 'macro-f1') {
    if (plan.choice === 'many') return shifts.map(() => 0.5);
    return shifts.map((shift) => (plan.decision === 'margin' ? Math.exp(-shift) : 1));
  }
  const counted = examples.map((_, i) => i).filter((i) => examples[i]?.calibrate !== false);
  const best = (label: number, probability: (i: number) => number): number => {
    const known = counted.filter((i) => !Number.isNaN(heldOut[label]?.[i]));
    return bestThreshold(
      known.map(probability),
      known.map((i) => (examples[i] as LabelledText).labels.includes(label)),
    );
  };
  const margin = (label: number, i: number): number =>
    (slopes[label] as number) * (heldOut[label]?.[i] as number) + (shifts[label] as number);
  if (plan.choice === 'many') return shifts.map((_, label) => best(label, (i) => logistic(margin(label, i))));
  const second = best(1, (i) => logistic(margin(1, i) - margin(0, i)));
  return [second, 1 - second];
}

function calibrate(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
): { slopes: number[]; shifts: number[] } {
  const counted = examples.map((_, i) => i).filter((i) => examples[i]?.calibrate !== false);
  if (plan.choice === 'one') {
    const { slope, shifts } = fitSoftmax(
      heldOut.map((column) => counted.map((i) => column[i] as number)),
      counted.map((i) => examples[i]?.labels[0] as number),
    );
    return { slopes: plan.labels.map(() => slope), shifts };
  }
  const fits = heldOut.map((column, label) => {
    const known = counted.filter((i) => !Number.isNaN(column[i]));
    const bears = known.map((i) => (examples[i] as LabelledText).labels.includes(label));
    const fit = fitPlatt(
      known.map((i) => column[i] as number),
      bears,
    );
    if (plan.prior === undefined) return fit;
    const up = bears.filter(Boolean).length;
    return {
      ...fit,
      shift: fit.shift + Math.log(plan.prior / (1 - plan.prior)) - Math.log(up / (bears.length - up)),
    };
  });
  return { slopes: fits.map(({ slope }) => slope), shifts: fits.map(({ shift }) => shift) };
}
