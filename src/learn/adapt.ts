import { bootstrapInterval, confusionOf, macroF1 } from './figures.js';
import { rowMargins, tellRow } from './row-tellers.js';
import type { FeatureExtractor } from '../enrich/heads/features.js';
import { type LinearHead, quantise } from '../enrich/heads/head.js';
import { featureRows } from './feature-rows.js';
import type { SparseRows } from './svm.js';
import type { LabelledText } from './head-plan.js';
import type { OnProgress } from '../util/progress.js';
import { rounded, trainHead } from './training.js';
import { hashWord } from '../enrich/words/token-hashes.js';

export interface Adaptation {
  /** The adapted head, learnt from all rows; `null` when the held-out rows show no gain. */
  readonly head: LinearHead | null;
  /** Rows held out to measure. */
  readonly heldOut: number;
  readonly learnt: number;
  /** Macro-F1 on the held-out rows, before and after, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** 95 % interval of the gain, paired over rows. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly labels: readonly string[];
  /** `[truth][told]` on the held-out rows, after. */
  readonly confusion: readonly (readonly number[])[];
}

/** Value of a margin of the shipped head as a feature of the new one. */
const PRIOR_VALUE = 1;
/** Fewest rows that are worth learning from. */
export const FEWEST_ROWS = 60;
/** Fewest rows held out that can show a gain. */
export const FEWEST_HELD_OUT = 20;

/** Every fourth row or so, chosen by the hash of its text: the same text is never on both sides. */
const isHeldOut = (text: string): boolean => (hashWord(text.slice(0, 400)) >>> 8) % 10 < 3;

/** Rows with the margins of a head as columns after the bias. */
function withPrior(rows: SparseRows, head: LinearHead): SparseRows {
  const wide = head.labels.length;
  const starts = new Int32Array(rows.count + 1),
    ids = new Int32Array(rows.ids.length + rows.count * wide),
    values = new Float32Array(ids.length);
  let at = 0;
  for (let r = 0; r < rows.count; r++) {
    for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++) {
      ids[at] = rows.ids[j] as number;
      values[at++] = rows.values[j] as number;
    }
    rowMargins(head, rows, r).forEach((margin, k) => {
      ids[at] = rows.width + k;
      values[at++] = margin * PRIOR_VALUE;
    });
    starts[r + 1] = at;
  }
  return { count: rows.count, starts, ids, values, width: rows.width + wide };
}

/** A head over features and prior margins, as a head over features alone: both are linear. */
function foldPrior(
  shipped: LinearHead,
  priors: readonly Float32Array[],
  tables: readonly Float32Array[],
  meanings: readonly Float32Array[],
  biases: readonly number[],
): Pick<LinearHead, 'weights' | 'scales' | 'biases' | 'meaning'> {
  const wide = shipped.labels.length,
    buckets = 1 << shipped.bits;
  const columns = tables.map((table, label) => {
    const column = table.slice();
    for (let bucket = 0; bucket < buckets; bucket++) {
      for (let k = 0; k < wide; k++) {
        column[bucket]! +=
          (priors[label]?.[k] as number) *
          PRIOR_VALUE *
          (shipped.weights[bucket * wide + k] as number) *
          (shipped.scales[k] as number);
      }
    }
    return column;
  });
  return {
    ...quantise(columns),
    meaning: meanings.map((meaning, label) =>
      rounded(
        meaning.map((weight, d) =>
          (shipped.meaning ?? []).reduce(
            (sum, weights, k) => sum + (priors[label]?.[k] as number) * PRIOR_VALUE * (weights[d] as number),
            weight,
          ),
        ),
      ),
    ),
    biases: biases.map(
      (bias, label) =>
        bias +
        shipped.biases.reduce(
          (sum, shippedBias, k) => sum + (priors[label]?.[k] as number) * PRIOR_VALUE * shippedBias,
          0,
        ),
    ),
  };
}

function learn(
  features: FeatureExtractor,
  shipped: LinearHead,
  examples: readonly LabelledText[],
  onProgress: OnProgress | undefined,
): LinearHead {
  const priors: Float32Array[] = [],
    tables: Float32Array[] = [],
    meanings: Float32Array[] = [],
    biases: number[] = [];
  const { head } = trainHead(
    features,
    {
      name: shipped.name,
      labels: shipped.labels,
      choice: 'one',
      bits: shipped.bits,
      cost: 0.2,
      balance: 0.5,
      decision: 'margin',
      onProgress,
      sources: [...shipped.sources, { name: "adapted on the user's rows", rows: examples.length }],
      extend: (rows) => withPrior(rows, shipped),
      keep: ({ table, bias, meaning, extra }) => {
        tables.push(table);
        meanings.push(meaning);
        biases.push(bias);
        priors.push(extra);
      },
    },
    examples,
  );
  return { ...head, ...foldPrior(shipped, priors, tables, meanings, biases) };
}

function tell(features: FeatureExtractor, head: LinearHead, examples: readonly LabelledText[]): number[] {
  const rows = featureRows(features, examples, head.bits);
  return examples.map((_, r) => tellRow(head, rows, r).label);
}

/**
 * Improves a head whose labels exclude one another on rows of one corpus: learns what the shipped head gets wrong there, with
 * the shipped head's margins as features, and folds both into one head. Three rows in ten are held out to measure; without a
 * gain on them there is no new head. Same rows, same bytes.
 */
export function adaptHead(
  features: FeatureExtractor,
  shipped: LinearHead,
  examples: readonly LabelledText[],
  onProgress?: OnProgress,
): Adaptation {
  const test = examples.filter(({ text }) => isHeldOut(text)),
    train = examples.filter(({ text }) => !isHeldOut(text));
  const labels = shipped.labels,
    gold = test.map(({ labels: [label] }) => label as number);
  const score = (told: readonly number[], sample?: ArrayLike<number>): number =>
    macroF1(labels, confusionOf({ labels, gold, told }, sample));
  onProgress?.({ task: 'telling held-out rows', done: 0, total: test.length, unit: 'texts' });
  const old = tell(features, shipped, test);
  const few = train.length < FEWEST_ROWS || test.length < FEWEST_HELD_OUT;
  const told = few ? old : tell(features, learn(features, shipped, train, onProgress), test);
  const before = score(old),
    after = score(told);
  onProgress?.({ task: 'measuring the gain', done: 0, total: test.length, unit: 'texts' });
  const interval = bootstrapInterval(Math.max(test.length, 1), (sample) =>
    test.length === 0 ? 0 : score(told, sample) - score(old, sample),
  );
  return {
    head: !few && after > before ? learn(features, shipped, examples, onProgress) : null,
    heldOut: test.length,
    learnt: train.length,
    before,
    after,
    interval: { low: interval.low, high: interval.high },
    labels,
    confusion: confusionOf({ labels, gold, told }),
  };
}
