import type { HeadSource } from '../enrich/heads/head.js';
import type { splitWeights, TextExample } from './feature-rows.js';
import type { SparseRows } from './svm.js';
import type { OnProgress } from '../util/progress.js';

/** A text with its labels: indices in `HeadPlan.labels`. `known`: the labels judged in it, all when absent. */
export interface LabelledText extends TextExample {
  readonly labels: readonly number[];
  readonly known?: readonly number[] | undefined;
  /** Stars of five beside the text, for tables of what readers tell: no head learns from them. */
  readonly stars?: number | null | undefined;
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
  /** Factor on the vectors of words beside hashed features, 1 when absent; 0: the head reads no vectors. */
  readonly meaning?: number;
  /** Adds columns after the bias to the rows before learning. */
  readonly extend?: (rows: SparseRows) => SparseRows;
  /** Called with the float weights of each label, in order; `extra` are those of the added columns. */
  readonly keep?: (part: ReturnType<typeof splitWeights>) => void;
  /** Told before the rows are read, and before each machine is learnt: one a label and fold, and one a label. */
  readonly onProgress?: OnProgress | undefined;
}
