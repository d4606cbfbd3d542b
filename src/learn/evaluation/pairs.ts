import type { Evaluation, TaskContext } from './evaluation.js';
import { bootstrapInterval } from '../figures.js';

/** Answers of a task with any number of labels a text. */
export interface PairAnswer {
  readonly split: string;
  readonly model: string;
  readonly notes?: readonly string[];
  /** Labels that could be told. */
  readonly labels: readonly string[];
  /** The true labels and the told ones, row by row. */
  readonly gold: readonly (readonly string[])[];
  readonly told: readonly (readonly string[])[];
  readonly milliseconds: number | null;
  readonly baselines?: readonly { readonly name: string; readonly told: readonly (readonly string[])[] }[];
}

interface PairFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** Precision, recall and F1 over pairs of row and label, of the rows of a sample; `only`: of one label. */
function pairFigures(
  { gold, told }: Pick<PairAnswer, 'gold' | 'told'>,
  sample: ArrayLike<number>,
  only?: string,
): PairFigures {
  let hit = 0,
    said = 0,
    there = 0;
  for (let i = 0; i < sample.length; i++) {
    const r = sample[i] as number;
    const truth = (gold[r] as readonly string[]).filter((label) => only === undefined || label === only);
    const answer = (told[r] as readonly string[]).filter((label) => only === undefined || label === only);
    there += truth.length;
    said += answer.length;
    hit += answer.filter((label) => truth.includes(label)).length;
  }
  return {
    precision: said > 0 ? hit / said : 0,
    recall: there > 0 ? hit / there : 0,
    f1: said + there > 0 ? (2 * hit) / (said + there) : 0,
    support: there,
  };
}

/** The usual figures of texts with any number of labels each: micro F1 over pairs, and each label on its own. */
export function pairEvaluation({ options }: TaskContext, answer: PairAnswer): Evaluation {
  const { gold, milliseconds } = answer;
  const all = [...new Set([...answer.labels, ...gold.flat()])].toSorted();
  const every = gold.map((_, i) => i);
  const figuresOf = (pairs: Pick<PairAnswer, 'gold' | 'told'>) =>
    all.map((label) => ({ label, ...pairFigures(pairs, every, label) }));
  const macroOf = (figures: readonly PairFigures[]): number =>
    figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length;
  const perClass = figuresOf(answer),
    pairs = pairFigures(answer, every);
  return {
    task: options.task,
    data: options.data,
    split: answer.split,
    model: answer.model,
    notes: [
      ...(answer.notes ?? []),
      `f1 is micro F1 over pairs of row and label: precision ${percent(pairs.precision)}, recall ${percent(pairs.recall)}; confusion counts missed (row told nothing) and invented pairs`,
    ],
    n: gold.length,
    f1: pairs.f1,
    macroF1: macroOf(perClass),
    interval: bootstrapInterval(gold.length, (sample) => pairFigures(answer, sample).f1),
    perClass,
    labels: ['told', 'not told'],
    confusion: pairTable(answer, all),
    calibrationError: null,
    textsPerSecond: milliseconds === null ? null : (gold.length / Math.max(milliseconds, 1e-6)) * 1000,
    baselines: (answer.baselines ?? []).map((baseline) => {
      const other = { gold, told: baseline.told };
      return { name: baseline.name, macroF1: macroOf(figuresOf(other)), f1: pairFigures(other, every).f1 };
    }),
  };
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** Rows: pair is there, is not; columns: told, not told. */
function pairTable({ gold, told }: PairAnswer, labels: readonly string[]): number[][] {
  const table = [
    [0, 0],
    [0, 0],
  ];
  gold.forEach((truth, r) =>
    labels.forEach((label) => {
      table[truth.includes(label) ? 0 : 1]![told[r]?.includes(label) ? 0 : 1]!++;
    }),
  );
  return table;
}
