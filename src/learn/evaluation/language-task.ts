import { createLanguageDetector } from '../../enrich/language/language-detector.js';
import type { TaskRow } from '../sets/task-rows.js';
import { majority } from './baselines.js';
import type { TaskAnswer, TaskContext } from './evaluation.js';

/** Judges the language detector that ships. */
export async function judgeLanguages(context: TaskContext, rows: readonly TaskRow[]): Promise<TaskAnswer> {
  const detector = await createLanguageDetector();
  const { now } = context.options;
  const started = now?.() ?? 0;
  const told = rows.map(({ text }) => {
    const { code, confidence } = detector.detect(text);
    return { label: code, confidence: Number.isNaN(confidence) ? 0 : confidence };
  });
  const milliseconds = now === undefined ? null : now() - started;
  const labels = [
    ...new Set([...rows.map((row) => row.labels[0] as string), ...told.map(({ label }) => label)]),
  ].toSorted();
  const gold = rows.map((row) => labels.indexOf(row.labels[0] as string));
  return {
    judged: {
      labels,
      gold,
      told: told.map(({ label }) => labels.indexOf(label)),
      confidence: told.map(({ confidence }) => confidence),
    },
    model: 'shipped language detector',
    milliseconds,
    baselines: [majority(gold)],
  };
}
