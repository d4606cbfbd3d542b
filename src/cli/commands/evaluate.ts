import { evaluate } from '../../learn/evaluation/evaluate.js';
import type { Evaluation } from '../../learn/evaluation/evaluation.js';
import { TASKS } from '../../learn/sets/task-rows.js';
import { DeversoirError } from '../../util/errors.js';
import { choiceOption, type Command, stringOption } from '../command.js';

const SPLITS = ['train', 'val', 'test', 'all'] as const;

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: `Usage: deversoir evaluate --task TASK --data DIR_OR_FILE [--split train|val|test|all] [--train DIR_OR_FILE] [--json]

Measures the model that ships on a labelled set. With --train, learns from the train split found there first and
measures that instead.

Tasks: ${TASKS.slice(0, 8).join(', ')},
       ${TASKS.slice(8).join(', ')}

Layouts read:
  train_text.txt + train_labels.txt (val_, test_ beside them, mapping.txt for names)      sentiment, emotion, harm, ...
  train.tsv, val.tsv or dev.tsv, test.tsv with a header (text, label or stars or Note)     sentiment, ...
  one .csv or .tsv without splits: judged whole; with --train on itself, by held-out folds
    (by scenario where a column says so; spam sets in file order: SMS 30/70, YouTube 70/30 file by file)
  CoNLL-U with IOB tags in the last column                                                entities
  .tsv with a column label (ours: urgency, scam-lures, contributions, intents)             urgency, scam, contributions, intents
  .tsv with a column drivers (names separated by commas, or -), or SemEval XML
  (…Train….xml, …Gold….xml or …TEST….xml)                                                  drivers
  lines of "code text"                                                                    language

Options:
  --task TASK        what is measured
  --data PATH        the labelled set
  --split SPLIT      rows judged; default test if there is one, else val, else all
  --train PATH       learn from this set's train split first
  --json             the whole document: task, n, macroF1, accuracy, meanAccuracy, f1, mcc, interval, perClass,
                     confusion, calibrationError, textsPerSecond, baselines

Cost: shipped models judge 10,000 to 40,000 texts a second, by task and length; learning takes seconds for 10,000 texts.

Examples:
  deversoir evaluate --task sentiment --data umsab/french --split test
  deversoir evaluate --task complaint --data complaints --train complaints --json
  deversoir evaluate --task drivers --data datasets/labelled/messages.tsv --train datasets/labelled/messages.tsv`,
  positionals: false,
  options: {
    task: { type: 'string' },
    data: { type: 'string' },
    split: { type: 'string' },
    train: { type: 'string' },
  },
  async run(_, values, io) {
    const task = choiceOption(values, 'task', TASKS);
    const data = stringOption(values, 'data');
    if (task === undefined || data === undefined) {
      throw new DeversoirError('option-invalid', task === undefined ? 'no --task' : 'no --data', {
        hint: 'deversoir evaluate --task TASK --data DIR_OR_FILE',
      });
    }
    const split = choiceOption(values, 'split', SPLITS),
      train = stringOption(values, 'train');
    const evaluation = await evaluate({
      task,
      data,
      ...(split === undefined ? {} : { split }),
      ...(train === undefined ? {} : { train }),
      now: () => performance.now(),
      onProgress: io.progress,
    });
    for (const line of evaluationLines(evaluation)) io.print(line);
    return { json: evaluation };
  },
};

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

/** The evaluation as a person reads it. Figures in %, except mcc. */
export function evaluationLines(one: Evaluation): string[] {
  const figures: [string, number | undefined][] = [
    ['macro-F1', one.macroF1],
    ['accuracy', one.accuracy],
    ['mean accuracy', one.meanAccuracy],
    ['F1', one.f1],
    ['false alarms', one.falseAlarmRate],
  ];
  const lines = [
    `${one.task} on ${one.data}, split ${one.split}: ${one.n} rows`,
    `model: ${one.model}`,
    ...one.notes.map((note) => `note: ${note}`),
    '',
  ];
  for (const [name, value] of figures)
    if (value !== undefined) lines.push(`${name.padEnd(20)}${percent(value)}%`);
  if (one.mcc !== undefined) lines.push(`${'mcc'.padEnd(20)}${one.mcc.toFixed(3).padStart(6)}`);
  if (one.interval !== null)
    lines.push(
      `${'interval 95%'.padEnd(20)}${percent(one.interval.low)} to ${percent(one.interval.high).trim()}%`,
    );
  if (one.calibrationError !== null)
    lines.push(`${'calibration error'.padEnd(20)}${percent(one.calibrationError)}%`);
  if (one.textsPerSecond !== null)
    lines.push(`${'texts a second'.padEnd(20)}${Math.round(one.textsPerSecond).toString().padStart(6)}`);
  for (const { name, macroF1, accuracy, f1 } of one.baselines) {
    const second =
      accuracy === undefined ? `${percent(f1 ?? 0).trim()}% F1` : `${percent(accuracy).trim()}% accuracy`;
    lines.push(`${`baseline ${name} `.padEnd(20)}${percent(macroF1)}% macro-F1, ${second}`);
  }
  const wide = Math.max(12, ...one.perClass.map(({ label }) => label.length + 1));
  lines.push('', `${'class'.padEnd(wide)}  precision  recall     F1  support`);
  for (const { label, precision, recall, f1, support } of one.perClass) {
    lines.push(
      `${label.padEnd(wide)}     ${percent(precision)}  ${percent(recall)} ${percent(f1)}  ${String(support).padStart(7)}`,
    );
  }
  if (one.labels.length <= 12) {
    lines.push(
      '',
      'confusion (rows: truth, columns: told)',
      ''.padEnd(wide) + one.labels.map((label) => label.padStart(Math.max(9, label.length + 1))).join(''),
    );
    one.confusion.forEach((row, k) =>
      lines.push(
        (one.labels.length === row.length && one.confusion.length === row.length
          ? (one.labels[k] ?? '')
          : ''
        ).padEnd(wide) +
          row
            .map((count, j) => String(count).padStart(Math.max(9, (one.labels[j] ?? '').length + 1)))
            .join(''),
      ),
    );
  }
  return lines;
}
