import { DeversoirError } from '../../util/errors.js';
import { ASPECT_FINDERS, ASPECT_LABELS, aspectHeadName, aspectPlan, ASPECTS } from '../aspect-heads.js';
import type { LinearHead } from '../../enrich/head.js';
import { loadHeads } from '../../enrich/model-files.js';
import { featureRows } from '../rows.js';
import { trainHead } from '../training.js';
import type { Evaluation, TaskContext } from './evaluation.js';
import {
  accuracyOf,
  bootstrapInterval,
  calibrationError,
  classFigures,
  confusionOf,
  macroF1,
} from './figures.js';
import { tellRow } from './row-tellers.js';
import { aspectRows, type TaskRow } from './task-rows.js';

/** Rows of one aspect as the head sees them: the clauses that speak of the aspect are the focus. */
export function aspectExamples(rows: readonly TaskRow[], aspect: number) {
  const finder = ASPECT_FINDERS[aspect]!();
  return rows.map(({ text, labels }) => ({
    text,
    focus: finder.find(text),
    labels: [(ASPECT_LABELS as readonly string[]).indexOf(labels[aspect] as string)],
  }));
}

/** One label an aspect: mean accuracy and mean macro-F1 over the four aspects; the confusion table joins them. */
export function evaluateAspects(context: TaskContext, split: string): Evaluation {
  const { features, options } = context;
  const rows = aspectRows(context.rows);
  if (rows.length === 0)
    throw new DeversoirError('data-invalid', 'no row with the four aspects', {
      hint: `expected columns ${ASPECTS.join(', ')}`,
    });
  const trainRows = context.trainRows === null ? null : aspectRows(context.trainRows);
  const heads = trainRows === null ? loadHeads() : null;
  const labels = [...ASPECT_LABELS];
  const started = options.now?.() ?? 0;
  let learning = 0;
  const judged = ASPECTS.map((name, aspect) => {
    const before = options.now?.() ?? 0;
    const head: LinearHead | undefined =
      trainRows === null
        ? heads?.get(aspectHeadName(name))
        : trainHead(features, aspectPlan(name), aspectExamples(trainRows, aspect)).head;
    learning += (options.now?.() ?? 0) - before;
    if (head === undefined)
      throw new DeversoirError('model-invalid', `no shipped head "${aspectHeadName(name)}"`, {
        hint: 'give --train',
      });
    const examples = aspectExamples(rows, aspect);
    const sparse = featureRows(features, examples, head.bits);
    const answers = examples.map((_, r) => tellRow(head, sparse, r));
    options.progress?.(aspect + 1, ASPECTS.length);
    return {
      labels,
      gold: examples.map((example) => example.labels[0] as number),
      told: answers.map(({ label }) => label),
      confidence: answers.map(({ confidence }) => confidence),
    };
  });
  const milliseconds = (options.now?.() ?? 0) - started - learning;
  const tables = judged.map((one) => confusionOf(one));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const all = {
    labels,
    gold: judged.flatMap(({ gold }) => gold),
    told: judged.flatMap(({ told }) => told),
    confidence: judged.flatMap(({ confidence }) => confidence),
  };
  return {
    task: 'aspects',
    data: options.data,
    split,
    n: rows.length,
    model:
      trainRows === null
        ? `shipped heads ${ASPECTS.map(aspectHeadName).join(', ')}`
        : `heads learnt from ${options.train}: ${trainRows.length} training rows`,
    notes:
      trainRows === null
        ? [
            `the heads learnt from train and validation rows of: ${heads
              ?.get(aspectHeadName('Prix'))
              ?.sources.map(({ name }) => name)
              .join(', ')}; figures on those rows are not held out`,
          ]
        : [],
    macroF1: mean(tables.map((table) => macroF1(labels, table))),
    accuracy: mean(tables.map(accuracyOf)),
    meanAccuracy: mean(tables.map(accuracyOf)),
    interval: bootstrapInterval(rows.length, (sample) =>
      mean(judged.map((one) => accuracyOf(confusionOf(one, sample)))),
    ),
    perClass: tables.flatMap((table, a) =>
      classFigures(labels, table).map((figures) => ({ ...figures, label: `${ASPECTS[a]} ${figures.label}` })),
    ),
    labels,
    confusion: confusionOf(all),
    calibrationError: calibrationError(all) ?? null,
    textsPerSecond: options.now === undefined ? null : (rows.length / milliseconds) * 1000,
    baselines: [{ name: 'majority', ...majorityFigures(judged.map(({ gold }) => gold)) }],
  };
}

function majorityFigures(golds: readonly (readonly number[])[]): { macroF1: number; accuracy: number } {
  const figures = golds.map((gold) => {
    const counts = ASPECT_LABELS.map((_, k) => gold.filter((label) => label === k).length);
    const table = confusionOf({
      labels: ASPECT_LABELS,
      gold,
      told: gold.map(() => counts.indexOf(Math.max(...counts))),
    });
    return { macroF1: macroF1(ASPECT_LABELS, table), accuracy: accuracyOf(table) };
  });
  return {
    macroF1: figures.reduce((sum, one) => sum + one.macroF1, 0) / figures.length,
    accuracy: figures.reduce((sum, one) => sum + one.accuracy, 0) / figures.length,
  };
}
