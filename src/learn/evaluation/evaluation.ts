import type { FeatureExtractor } from '../../enrich/heads/features.js';
import {
  accuracyOf,
  bootstrapInterval,
  calibrationError,
  type ClassFigures,
  classFigures,
  confusionOf,
  type Judged,
  macroF1,
  matthews,
} from '../figures.js';
import type { SetRow, Split } from '../sets/layouts.js';
import type { Task } from '../sets/task-rows.js';
import type { OnProgress } from '../../util/progress.js';

export interface EvaluateOptions {
  readonly task: Task;
  /** Folder or file of the labelled set. */
  readonly data: string;
  /** Default: `test` when the set has one, else `val`, else all rows. */
  readonly split?: Split | 'all';
  /** Folder or file to learn from first: its train split, or folds of it when it is the set itself and has no splits. */
  readonly train?: string;
  /** Milliseconds, for texts a second; absent: not measured. */
  readonly now?: () => number;
  readonly onProgress?: OnProgress;
}

/** What an evaluation is made of before the figures. */
export interface TaskContext {
  readonly options: EvaluateOptions;
  readonly features: FeatureExtractor;
  /** Rows to judge, of the split asked for. */
  readonly rows: readonly SetRow[];
  /** Rows to learn from, with `train`; `null`: use what ships. */
  readonly trainRows: readonly SetRow[] | null;
  /** The set has no splits and is learnt from by folds. */
  readonly folds: boolean;
}

export interface Evaluation {
  readonly task: Task;
  readonly data: string;
  readonly split: string;
  /** Which head answered, and how its labels map to the set's. */
  readonly model: string;
  readonly notes: readonly string[];
  readonly n: number;
  readonly macroF1?: number;
  readonly accuracy?: number;
  readonly meanAccuracy?: number;
  readonly f1?: number;
  readonly mcc?: number;
  /** Of ordinary texts, the share told to be harm or spam. */
  readonly falseAlarmRate?: number;
  /** 95 % interval of the first of meanAccuracy, f1 (categories, entities), macroF1. */
  readonly interval: {
    readonly low: number;
    readonly high: number;
    readonly level: number;
    readonly method: string;
  } | null;
  readonly perClass: readonly ClassFigures[];
  readonly labels: readonly string[];
  /** `confusion[gold][told]`, in the order of `labels`. */
  readonly confusion: readonly (readonly number[])[];
  readonly calibrationError: number | null;
  readonly textsPerSecond: number | null;
  /** Of names, `f1` over spans in place of the accuracy. */
  readonly baselines: readonly {
    readonly name: string;
    readonly macroF1: number;
    readonly accuracy?: number;
    readonly f1?: number;
  }[];
}

/** Answers of a task, with the baselines' on the same texts. */
export interface TaskAnswer {
  readonly judged: Judged;
  readonly model: string;
  readonly notes?: readonly string[];
  readonly milliseconds: number | null;
  readonly baselines?: readonly { readonly name: string; readonly told: readonly number[] }[];
  /** Label whose F1 is `f1`, of a task with two labels. */
  readonly positive?: number;
  /** Accuracy of parts of the set, for `meanAccuracy`. */
  readonly parts?: ReadonlyMap<string, readonly number[]>;
}

/** The usual figures of texts with one label each. */
export function figuresOf(context: TaskContext, split: string, answer: TaskAnswer): Evaluation {
  const { judged, baselines = [], positive, parts } = answer;
  const confusion = confusionOf(judged);
  const perClass = classFigures(judged.labels, confusion);
  const ordinaryOnly = positive !== undefined && perClass[positive]?.support === 0;
  const accuracies = [...(parts ?? [])].map(
    ([, rows]) => rows.filter((i) => judged.gold[i] === judged.told[i]).length / Math.max(rows.length, 1),
  );
  return {
    task: context.options.task,
    data: context.options.data,
    split,
    model: answer.model,
    notes: answer.notes ?? [],
    n: judged.gold.length,
    macroF1: macroF1(judged.labels, confusion),
    accuracy: accuracyOf(confusion),
    ...(parts !== undefined && parts.size > 1
      ? { meanAccuracy: accuracies.reduce((a, b) => a + b, 0) / accuracies.length }
      : {}),
    ...(positive === undefined ? {} : { f1: perClass[positive]?.f1 ?? 0, mcc: matthews(confusion) }),
    ...(ordinaryOnly ? { falseAlarmRate: 1 - accuracyOf(confusion) } : {}),
    interval: bootstrapInterval(judged.gold.length, (rows) =>
      macroF1(judged.labels, confusionOf(judged, rows)),
    ),
    perClass,
    labels: judged.labels,
    confusion,
    calibrationError: calibrationError(judged) ?? null,
    textsPerSecond:
      answer.milliseconds === null ? null : (judged.gold.length / Math.max(answer.milliseconds, 1e-6)) * 1000,
    baselines: baselines.map(({ name, told }) => {
      const table = confusionOf({ ...judged, told });
      return { name, macroF1: macroF1(judged.labels, table), accuracy: accuracyOf(table) };
    }),
  };
}
