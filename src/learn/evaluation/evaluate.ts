import { DeversoirError } from '../../util/errors.js';
import { createFeatures } from '../../enrich/heads/head-reader.js';
import { evaluateDrivers } from './driver-tasks.js';
import { evaluateEntities } from './entity-tasks.js';
import { type EvaluateOptions, type Evaluation, figuresOf, type TaskContext } from './evaluation.js';
import { judgeLabels } from './label-tasks.js';
import { readSet, type SetRow, type Split } from '../sets/layouts.js';

function chooseSplit(
  rows: readonly SetRow[],
  wanted: EvaluateOptions['split'],
): { rows: readonly SetRow[]; split: string } {
  const has = (split: Split): boolean => rows.some((row) => row.split === split);
  const split = wanted ?? (has('test') ? 'test' : has('val') ? 'val' : 'all');
  if (split === 'all') return { rows, split: 'all' };
  if (has(split)) return { rows: rows.filter((row) => row.split === split), split };
  // A file given alone may hold the split without saying so.
  if (rows.every((row) => row.split === null)) return { rows, split: 'all' };
  const found = [...new Set(rows.map((row) => row.split ?? 'none'))].join(', ');
  throw new DeversoirError('input-not-found', `no ${split} split`, { hint: `the set has: ${found}` });
}

/**
 * Measures the head of a task on a labelled set: the head that ships, or with `train` one learnt from the train split there.
 * Errors: `input-not-found`, `data-invalid` when the set does not fit the task.
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const all = readSet(options.data);
  const learn = options.train === undefined ? null : readSet(options.train);
  const same = options.train === options.data;
  const { rows, split: chosen } = chooseSplit(all, options.split);
  // Judged on what it learns from: by held-out folds.
  const folds =
    learn !== null &&
    same &&
    (rows.every((row) => row.split === 'train') || !learn.some((row) => row.split === 'train'));
  const split = folds ? `${chosen}, by held-out folds` : chosen;
  const trainRows =
    learn === null
      ? null
      : folds
        ? rows
        : learn.filter((row) => row.split === 'train' || (row.split === null && !same));
  if (trainRows !== null && trainRows.length === 0)
    throw new DeversoirError('input-not-found', `nothing to learn from in ${options.train}`, {
      hint: 'expected a train split',
    });
  const context: TaskContext = { options, features: createFeatures(), rows, trainRows, folds };
  switch (options.task) {
    case 'drivers':
      return evaluateDrivers(context, split);
    case 'entities':
      return evaluateEntities(context, split);
    default:
      return figuresOf(context, split, await judgeLabels(context, options.task));
  }
}
