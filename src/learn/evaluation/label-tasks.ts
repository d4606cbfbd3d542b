import { DeversoirError } from '../../util/errors.js';
import { harmHeadName } from '../../enrich/harm/harm-heads.js';
import { HeadReader } from '../../enrich/heads/head-reader.js';
import type { LinearHead } from '../../enrich/heads/head.js';
import { HostilityFinder } from '../../enrich/harm/hostility.js';
import { harmOf } from '../../enrich/harm/moderation.js';
import { createLanguageDetector, UNDETERMINED } from '../../enrich/language/language-detector.js';
import { loadHeads } from '../../enrich/heads/model-files.js';
import { trainHead } from '../training.js';
import { planFor, toExamples } from './evaluation-plan.js';
import { foldsOf } from './label-folds.js';
import { judgeLanguages } from './language-task.js';
import { majority, wordLists } from './baselines.js';
import type { TaskAnswer, TaskContext } from './evaluation.js';
import { labelRows, type LabelTask, type TaskRow } from '../sets/task-rows.js';
import { sentimentHeadName } from '../../enrich/tone/sentiment-heads.js';
import { grouped } from '../../util/grouped.js';

interface Told {
  readonly label: string;
  readonly confidence: number;
}

/** Texts between two lines of progress. */
const TOLD_EVERY = 2000;

/** Answers of one head over rows. */
export function tellLabels(context: TaskContext, head: LinearHead, rows: readonly TaskRow[]): Told[] {
  const reader = new HeadReader(context.features, head),
    { onProgress } = context.options;
  return rows.map(({ text }, at) => {
    if (at % TOLD_EVERY === 0)
      onProgress?.({ task: 'judging', item: head.name, done: at, total: rows.length, unit: 'texts' });
    if (head.choice === 'one') {
      const label = reader.choose(text);
      return { label: head.labels[label] as string, confidence: reader.probabilities(text)[label] as number };
    }
    const probabilities = reader.probabilities(text);
    const best = head.labels.reduce(
        (top, _, k) => ((probabilities[k] as number) > (probabilities[top] as number) ? k : top),
        0,
      ),
      p = probabilities[best] as number;
    return p >= (head.thresholds[best] as number)
      ? { label: head.labels[best] as string, confidence: p }
      : { label: NEGATIVE[head.name] ?? 'none', confidence: 1 - p };
  });
}

/** What a head says when it tells none of its labels. */
const NEGATIVE: Readonly<Record<string, string>> = {
  spam: 'ham',
  harm: 'none',
  complaint: 'none',
  urgency: 'normal',
  scam: 'ok',
  intents: 'none',
};
const POSITIVE: Readonly<Record<string, string>> = {
  spam: 'spam',
  harm: 'harm',
  complaint: 'complaint',
  urgency: 'urgent',
  scam: 'scam',
};

function learnt(
  context: TaskContext,
  task: LabelTask,
  labels: readonly string[],
  rows: readonly TaskRow[],
): LinearHead {
  const plan = planFor(task, labels, rows.length);
  return trainHead(
    context.features,
    { ...plan, onProgress: context.options.onProgress },
    toExamples(rows, labels),
  ).head;
}

/** Judges texts that have one label each. */
export async function judgeLabels(context: TaskContext, task: LabelTask): Promise<TaskAnswer> {
  const rows = labelRows(task, context.rows);
  if (rows.length === 0)
    throw new DeversoirError('data-invalid', `no row with a label of ${task}`, {
      hint: 'see `deversoir evaluate --help` for the layouts',
    });
  if (task === 'language') return judgeLanguages(context, rows);
  const unlabelled = context.rows.length - rows.length;
  const { told, model, judgedRows, milliseconds, notes } =
    context.trainRows === null ? await shipped(context, task, rows) : byTraining(context, task, rows);
  const labels = [
    ...new Set([
      ...judgedRows.map((row) => row.labels[0] as string),
      ...told.map(({ label }) => label),
      ...(POSITIVE[task] ? [NEGATIVE[task] as string, POSITIVE[task]] : []),
    ]),
  ].toSorted(byClass(task));
  const gold = judgedRows.map((row) => labels.indexOf(row.labels[0] as string));
  const files = grouped(judgedRows.keys(), (i) => judgedRows[i]?.file ?? '');
  const positive = POSITIVE[task] === undefined ? undefined : labels.indexOf(POSITIVE[task]);
  context.options.onProgress?.({
    task: 'comparing with word lists',
    done: 0,
    total: rows.length,
    unit: 'texts',
  });
  return {
    judged: {
      labels,
      gold,
      told: told.map(({ label }) => labels.indexOf(label)),
      confidence: told.map(({ confidence }) => confidence),
    },
    model,
    notes: [
      ...(notes ?? []),
      ...(unlabelled > 0 ? [`rows without a label of ${task} are left out: ${unlabelled}`] : []),
    ],
    milliseconds,
    ...(positive === undefined ? {} : { positive }),
    parts: files,
    baselines: [majority(gold), ...wordLists(context, task, judgedRows, labels)],
  };
}

/** The label of no alarm first, else by name. */
const byClass =
  (task: string) =>
  (a: string, b: string): number =>
    Number(b === NEGATIVE[task]) - Number(a === NEGATIVE[task]) || (a < b ? -1 : 1);

interface Judgement {
  readonly told: Told[];
  readonly model: string;
  readonly judgedRows: readonly TaskRow[];
  readonly milliseconds: number | null;
  readonly notes: readonly string[];
}

/** Name of the shipped head that answers each row: sentiment by its genre, harm by its language. */
async function headNames(task: LabelTask, rows: readonly TaskRow[]): Promise<string[]> {
  if (task === 'sentiment') return rows.map(({ genre }) => sentimentHeadName(genre));
  if (task !== 'harm') return rows.map(() => task);
  const detector = await createLanguageDetector();
  const codes = rows.map(({ text }) => detector.detect(text).code);
  const english =
    codes.filter((code) => code === 'en').length * 2 > codes.filter((code) => code !== UNDETERMINED).length;
  return codes.map((code) => harmHeadName(code === UNDETERMINED && english ? 'en' : code));
}

/** Tells French harm as `enrich` does: the head, and whether a group of people is attacked, named or defended. */
function withHostility(
  context: TaskContext,
  head: LinearHead,
  rows: readonly TaskRow[],
  own: readonly number[],
  told: Told[],
): void {
  const reader = new HeadReader(context.features, head),
    finder = new HostilityFinder();
  for (const i of own) {
    const p = reader.probabilities((rows[i] as TaskRow).text)[0] as number;
    const harm = harmOf(p, finder.find(context.features.tokens, context.features.negated));
    const is = harm >= (head.thresholds[0] as number);
    told[i] = { label: is ? 'harm' : 'none', confidence: is ? harm : 1 - harm };
  }
}

async function shipped(
  context: TaskContext,
  task: Exclude<LabelTask, 'language'>,
  rows: readonly TaskRow[],
): Promise<Judgement> {
  const heads = loadHeads();
  const wanted = await headNames(task, rows),
    names = [...new Set(wanted)];
  const now = context.options.now;
  const started = now?.() ?? 0;
  const told = Array.from<Told>({ length: rows.length });
  for (const name of names) {
    const head = heads.get(name);
    if (head === undefined)
      throw new DeversoirError('model-invalid', `no shipped head "${name}"`, {
        hint: `shipped: ${[...heads.keys()].join(', ')}; or give --train`,
      });
    const own = rows.map((_, i) => i).filter((i) => wanted[i] === name);
    const answers = tellLabels(
      context,
      head,
      own.map((i) => rows[i] as TaskRow),
    );
    own.forEach((i, j) => {
      told[i] = answers[j] as Told;
    });
    if (name === 'harm') withHostility(context, head, rows, own, told);
  }
  const sources = names.flatMap((name) => heads.get(name)?.sources.map((source) => source.name) ?? []);
  return {
    told,
    model: `shipped head ${names.join(', ')}`,
    judgedRows: rows,
    milliseconds: now === undefined ? null : now() - started,
    notes: [
      `the head learnt from train and validation rows of: ${[...new Set(sources)].join(', ')}; figures on those rows are not held out`,
    ],
  };
}

function byTraining(
  context: TaskContext,
  task: Exclude<LabelTask, 'language'>,
  rows: readonly TaskRow[],
): Judgement {
  const { now, onProgress } = context.options;
  const trainRows = labelRows(task, context.trainRows ?? []);
  const labels = [...new Set(trainRows.map((row) => row.labels[0] as string))].toSorted(byClass(task));
  const { name, folds } = context.folds
    ? foldsOf(rows)
    : { name: `${trainRows.length} training rows`, folds: [{ train: trainRows, test: [...rows] }] };
  const told: Told[] = [],
    judgedRows: TaskRow[] = [];
  let milliseconds = 0;
  folds.forEach(({ train, test }, f) => {
    const head = learnt(context, task, labels, train);
    const started = now?.() ?? 0;
    told.push(...tellLabels(context, head, test));
    milliseconds += (now?.() ?? 0) - started;
    judgedRows.push(...test);
    onProgress?.({ task: 'held-out folds', done: f + 1, total: folds.length, unit: 'parts' });
  });
  return {
    told,
    judgedRows,
    model: `head learnt from ${context.options.train}: ${name}`,
    milliseconds: now === undefined ? null : milliseconds,
    notes: [],
  };
}
