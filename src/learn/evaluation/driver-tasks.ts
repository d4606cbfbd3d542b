import { DeversoirError } from '../../util/errors.js';
import { DriverChoice } from '../../enrich/drivers/driver-choice.js';
import { driverLabels, driverPlan, termExamples } from '../driver-head.js';
import { createDriverMatcher } from '../../enrich/drivers/drivers.js';
import { HeadReader } from '../../enrich/heads/head-reader.js';
import { type LinearHead, toProbabilities } from '../../enrich/heads/head.js';
import { loadHeads } from '../../enrich/heads/model-files.js';
import { TokenBuffer } from '../../enrich/words/tokens.js';
import { trainHead } from '../training.js';
import type { Evaluation, TaskContext } from './evaluation.js';
import type { SetRow } from '../sets/layouts.js';
import { pairEvaluation } from './pairs.js';
import { opinionRows, textOf } from '../sets/task-rows.js';

/** A text and its drivers. */
interface DriverRow {
  readonly text: string;
  readonly drivers: readonly string[];
}

/** Categories of restaurants that are drivers of ours; other categories have none. */
const DRIVER_OF: Readonly<Record<string, string>> = {
  'RESTAURANT#PRICES': 'price',
  'FOOD#PRICES': 'price',
  'DRINKS#PRICES': 'price',
  'FOOD#QUALITY': 'taste',
  'DRINKS#QUALITY': 'taste',
  'SERVICE#GENERAL': 'staff',
  'AMBIENCE#GENERAL': 'store',
};

function driverRows(rows: readonly SetRow[]): { rows: DriverRow[]; mapped: boolean } {
  const own = rows
    .filter(({ cells }) => cells['drivers'] !== undefined)
    .map(({ cells }) => ({
      text: textOf(cells),
      drivers: (cells['drivers'] ?? '-').split(',').filter((name) => name !== '-'),
    }));
  if (own.length > 0) return { rows: own, mapped: false };
  const sentences = opinionRows(rows).map(({ text, labels }) => ({
    text,
    drivers: [...new Set(labels.flatMap((label) => DRIVER_OF[label] ?? []))],
  }));
  if (sentences.length === 0)
    throw new DeversoirError('data-invalid', 'no row with drivers', {
      hint: 'expected a column drivers, or SemEval XML of restaurants',
    });
  return { rows: sentences, mapped: true };
}

const examplesOf = (rows: readonly DriverRow[]) =>
  rows.map(({ text, drivers }) => ({ text, labels: driverLabels(drivers) }));

type Tell = (row: DriverRow, r: number) => readonly string[];

interface Teller {
  readonly tell: Tell;
  readonly model: string;
  readonly notes: readonly string[];
}

function tellerOf({ features }: TaskContext, head: LinearHead): Tell {
  const reader = new HeadReader(features, head),
    choice = new DriverChoice(createDriverMatcher(), head);
  return ({ text }) => {
    const probabilities = reader.probabilities(text);
    return choice.choose(features.tokens, null, probabilities, 0).drivers;
  };
}

function shipped(context: TaskContext): Teller {
  const head = loadHeads().get('drivers');
  if (head === undefined)
    throw new DeversoirError('model-invalid', 'no shipped head "drivers"', { hint: 'give --train' });
  return {
    tell: tellerOf(context, head),
    model: 'shipped terms and head drivers',
    notes: [
      `the head learnt from: ${head.sources.map(({ name }) => name).join(', ')}; figures on those rows are not held out`,
    ],
  };
}

/** Terms and a head that did not learn from the row it judges. */
function byFolds(context: TaskContext, rows: readonly DriverRow[]): Teller {
  const { head, heldOut } = trainHead(context.features, driverPlan, [...examplesOf(rows), ...termExamples()]);
  const choice = new DriverChoice(createDriverMatcher(), head),
    tokens = new TokenBuffer();
  const margins = new Float64Array(head.labels.length),
    probabilities = new Float64Array(head.labels.length);
  return {
    tell: ({ text }, r) => {
      heldOut.forEach((column, k) => {
        margins[k] = column[r] as number;
      });
      toProbabilities(head, margins, 0, probabilities);
      tokens.tokenize(text);
      return choice.choose(tokens, null, probabilities, 0).drivers;
    },
    model: `terms and a head learnt from ${context.options.train}: held-out rows of five folds`,
    notes: [],
  };
}

function learnt(context: TaskContext): Teller {
  const { head } = trainHead(context.features, driverPlan, [
    ...examplesOf(driverRows(context.trainRows ?? []).rows),
    ...termExamples(),
  ]);
  return {
    tell: tellerOf(context, head),
    model: `terms and a head learnt from ${context.options.train}`,
    notes: [],
  };
}

/** Quality drivers of each text, any number of them: micro F1, beside terms alone. */
export function evaluateDrivers(context: TaskContext, split: string): Evaluation {
  const { rows, mapped } = driverRows(context.rows);
  const { tell, model, notes } =
    context.trainRows === null ? shipped(context) : context.folds ? byFolds(context, rows) : learnt(context);
  const judged = mapped ? [...new Set(Object.values(DRIVER_OF))] : [...createDriverMatcher().drivers];
  const within = (drivers: readonly string[]): string[] => drivers.filter((name) => judged.includes(name));
  const now = context.options.now,
    started = now?.() ?? 0;
  const told = rows.map((row, r) => within(tell(row, r)));
  const milliseconds = now === undefined ? null : now() - started;
  const terms = new DriverChoice(createDriverMatcher(), null),
    tokens = new TokenBuffer();
  const byTerms = rows.map(({ text }) => {
    tokens.tokenize(text);
    return within(terms.choose(tokens, null, [], 0).drivers);
  });
  return pairEvaluation(context, {
    split,
    model,
    milliseconds,
    labels: judged,
    gold: rows.map(({ drivers }) => within(drivers)),
    told,
    baselines: [{ name: 'terms of the taxonomies alone', told: byTerms }],
    notes: [
      ...notes,
      ...(mapped
        ? [
            `categories of restaurants read as drivers: ${Object.entries(DRIVER_OF)
              .map(([category, driver]) => `${category} → ${driver}`)
              .join(', ')}`,
          ]
        : []),
    ],
  });
}
