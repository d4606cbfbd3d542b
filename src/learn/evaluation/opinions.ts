import { DeversoirError } from '../../util/errors.js';
import { SENTIMENTS } from '../../model/enrichment.js';
import { ASPECT_FINDERS, aspectHeadName, ASPECTS } from '../aspect-heads.js';
import { FocusFinder } from '../focus.js';
import { HeadReader } from '../../enrich/head-reader.js';
import { learnLabel } from '../learner.js';
import { loadHeads } from '../../enrich/model-files.js';
import { featureRows, marginOf, type TextExample } from '../rows.js';
import { type HeadPlan, trainHead } from '../training.js';
import type { Evaluation, TaskAnswer, TaskContext } from './evaluation.js';
import { pairEvaluation } from './pairs.js';
import { tellRow } from './row-tellers.js';
import type { SemEvalOpinion } from './semeval-xml.js';
import { type OpinionRow, opinionRows } from './task-rows.js';

const finder = (): FocusFinder => new FocusFinder([]);

interface Opinion {
  readonly example: TextExample;
  readonly polarity: number;
}

/** Opinions as examples: their sentence, with the clause of the target as focus and the category as topic. */
function opinionExamples(rows: readonly OpinionRow[]): Opinion[] {
  const clauses = finder();
  return rows
    .flatMap(({ text, opinions }) =>
      opinions.map((opinion) => ({
        example: { text, focus: [focusOf(clauses, text, opinion, opinions)], topic: opinion.category },
        polarity: (SENTIMENTS as readonly string[]).indexOf(opinion.polarity),
      })),
    )
    .filter(({ polarity }) => polarity >= 0);
}

/** The clause of the target; the whole sentence where no target is named. */
function focusOf(
  clauses: FocusFinder,
  text: string,
  { target, from, to }: SemEvalOpinion,
  all: readonly SemEvalOpinion[],
): [number, number] {
  if (target === 'NULL' || to <= from || all.length === 1) return [0, text.length];
  const [start, end] = clauses.clauseAt(text, from);
  return [Math.min(start, from), Math.max(end, to)];
}

const polarityPlan: HeadPlan = {
  name: 'aspect-polarity',
  labels: SENTIMENTS,
  choice: 'one',
  bits: 17,
  cost: 0.3,
};

/** Polarity of each opinion whose target and category are given (SemEval slot 3). */
export function judgePolarities(context: TaskContext): TaskAnswer {
  const opinions = opinionExamples(opinionRows(context.rows));
  if (opinions.length === 0)
    throw new DeversoirError('data-invalid', 'no opinion', {
      hint: 'expected SemEval XML with Opinion elements',
    });
  const now = context.options.now;
  const judged = { labels: SENTIMENTS, gold: opinions.map(({ polarity }) => polarity) };
  if (context.trainRows === null) {
    const head = loadHeads().get('sentiment-review');
    if (head === undefined)
      throw new DeversoirError('model-invalid', 'no shipped head "sentiment-review"', {
        hint: 'give --train',
      });
    const reader = new HeadReader(context.features, head);
    const started = now?.() ?? 0;
    const answers = opinions.map(({ example: { text, focus } }) => {
      const whole = Array.from(reader.probabilities(text));
      const [from = 0, to = text.length] = focus?.[0] ?? [];
      const part = Array.from(reader.probabilities(text.slice(from, to)));
      const mixed = whole.map((p, k) => (p + 2 * (part[k] as number)) / 3);
      const label = mixed.indexOf(Math.max(...mixed));
      return { label, confidence: mixed[label] as number };
    });
    return {
      judged: {
        ...judged,
        told: answers.map(({ label }) => label),
        confidence: answers.map(({ confidence }) => confidence),
      },
      model:
        'shipped head sentiment-review on the clause of the target (two thirds) and on the sentence (one third)',
      milliseconds: now === undefined ? null : now() - started,
    };
  }
  let milliseconds = 0;
  const answers: { label: number; confidence: number }[] = [];
  for (const { learn, judge } of foldsOf(context, opinions, () =>
    opinionExamples(opinionRows(context.trainRows ?? [])),
  )) {
    const { head } = trainHead(
      context.features,
      polarityPlan,
      learn.map(({ example, polarity }) => ({ ...example, labels: [polarity] })),
    );
    const started = now?.() ?? 0;
    const rows = featureRows(
      context.features,
      judge.map((at) => (opinions[at] as Opinion).example),
      head.bits,
    );
    judge.forEach((at, r) => {
      answers[at] = tellRow(head, rows, r);
    });
    milliseconds += (now?.() ?? 0) - started;
  }
  return {
    judged: {
      ...judged,
      told: answers.map(({ label }) => label),
      confidence: answers.map(({ confidence }) => confidence),
    },
    model: `head learnt from ${context.options.train}`,
    milliseconds: now === undefined ? null : milliseconds,
  };
}

/** What is learnt from and what is judged: the train rows and all, or of one set five parts in turn. */
function foldsOf<T>(
  { folds }: TaskContext,
  judged: readonly T[],
  learn: () => readonly T[],
): { learn: readonly T[]; judge: number[] }[] {
  const every = judged.map((_, i) => i);
  if (!folds) return [{ learn: learn(), judge: every }];
  // Neighbours are of one review: parts are runs of rows.
  const partOf = (i: number): number => Math.floor(i / 20) % 5;
  return [0, 1, 2, 3, 4].map((part) => ({
    learn: judged.filter((_, i) => partOf(i) !== part),
    judge: every.filter((i) => partOf(i) === part),
  }));
}

const CATEGORY_OF = {
  Prix: 'RESTAURANT#PRICES',
  Cuisine: 'FOOD#QUALITY',
  Service: 'SERVICE#GENERAL',
  Ambiance: 'AMBIENCE#GENERAL',
} as const;

/** Categories of each sentence, any number of them (SemEval slot 1): micro F1. */
export function evaluateCategories(context: TaskContext, split: string): Evaluation {
  const rows = opinionRows(context.rows);
  if (rows.length === 0)
    throw new DeversoirError('data-invalid', 'no sentence', { hint: 'expected SemEval XML' });
  const now = context.options.now;
  const started = now?.() ?? 0;
  const { labels, told, model } =
    context.trainRows === null
      ? shippedCategories(context, rows)
      : categoriesByFolds(context, rows, opinionRows(context.trainRows));
  return pairEvaluation(context, {
    split,
    model,
    labels,
    gold: rows.map((row) => row.labels),
    told,
    milliseconds: now === undefined ? null : now() - started,
  });
}

function shippedCategories(
  context: TaskContext,
  rows: readonly OpinionRow[],
): { labels: string[]; told: string[][]; model: string } {
  const heads = loadHeads();
  const told: string[][] = rows.map(() => []);
  ASPECTS.forEach((aspect, a) => {
    const head = heads.get(aspectHeadName(aspect));
    if (head === undefined)
      throw new DeversoirError('model-invalid', `no shipped head "${aspectHeadName(aspect)}"`, {
        hint: 'give --train',
      });
    const clauses = ASPECT_FINDERS[a]!();
    const sparse = featureRows(
      context.features,
      rows.map(({ text }) => ({ text, focus: clauses.find(text) })),
      head.bits,
    );
    rows.forEach((_, r) => {
      if (tellRow(head, sparse, r).label !== 0) told[r]!.push(CATEGORY_OF[aspect]);
    });
  });
  return {
    labels: Object.values(CATEGORY_OF),
    told,
    model: `shipped aspect heads: ${ASPECTS.map((aspect) => `${aspect} → ${CATEGORY_OF[aspect]}`).join(', ')}; other categories are never told`,
  };
}

function learntCategories(
  context: TaskContext,
  rows: readonly OpinionRow[],
  learn: readonly OpinionRow[],
): { labels: string[]; told: string[][]; model: string } {
  const labels = [...new Set(learn.flatMap((row) => row.labels))].toSorted();
  const bits = 17;
  const sparse = featureRows(
    context.features,
    [...learn, ...rows].map(({ text }) => ({ text })),
    bits,
  );
  const told: string[][] = rows.map(() => []);
  labels.forEach((label, done) => {
    const targets = Int8Array.from({ length: sparse.count }, (_, r) =>
      learn[r]?.labels.includes(label) ? 1 : -1,
    );
    const up = targets.reduce((sum, y) => sum + (y === 1 ? 1 : 0), 0);
    const costs = (fold: number): Float32Array =>
      Float32Array.from({ length: sparse.count }, (_, r) =>
        r >= learn.length || (fold >= 0 && r % 4 === fold) ? 0 : 0.3,
      );
    const heldOut: number[] = [];
    for (let fold = 0; fold < 4; fold++) {
      const weights = learnLabel(sparse, targets, costs(fold), 1);
      for (let r = fold; r < learn.length; r += 4) heldOut[r] = marginOf(sparse, r, weights);
    }
    const threshold = up < 20 ? 0 : bestThreshold(heldOut, targets);
    const weights = learnLabel(sparse, targets, costs(-1), 1);
    rows.forEach((_, i) => {
      if (marginOf(sparse, learn.length + i, weights) > threshold) told[i]!.push(label);
    });
    context.options.progress?.(done + 1, labels.length);
  });
  return {
    labels,
    told,
    model: `heads learnt from ${context.options.train}: ${learn.length} sentences, threshold of each category from four folds`,
  };
}

/** Categories told by heads that did not learn from the sentences judged. */
function categoriesByFolds(
  context: TaskContext,
  rows: readonly OpinionRow[],
  train: readonly OpinionRow[],
): { labels: string[]; told: string[][]; model: string } {
  const told: string[][] = rows.map(() => []);
  const labels = new Set<string>();
  let model = '';
  for (const { learn, judge } of foldsOf(context, rows, () => train)) {
    const part = learntCategories(
      context,
      judge.map((at) => rows[at] as OpinionRow),
      learn,
    );
    judge.forEach((at, i) => {
      told[at] = part.told[i] as string[];
    });
    for (const label of part.labels) labels.add(label);
    ({ model } = part);
  }
  return { labels: [...labels].toSorted(), told, model };
}

/** Margin above which F1 on held-out rows is largest. */
function bestThreshold(margins: readonly number[], targets: Int8Array): number {
  const order = margins.map((_, i) => i).toSorted((a, b) => (margins[b] as number) - (margins[a] as number));
  const there = order.filter((i) => targets[i] === 1).length;
  let hit = 0,
    best = 0,
    threshold = 0;
  order.forEach((i, rank) => {
    if (targets[i] === 1) hit++;
    const f1 = (2 * hit) / (rank + 1 + there);
    if (f1 > best) {
      best = f1;
      threshold = ((margins[i] as number) + (margins[order[rank + 1] ?? i] as number)) / 2;
    }
  });
  return Math.max(-0.6, Math.min(0.3, threshold));
}
