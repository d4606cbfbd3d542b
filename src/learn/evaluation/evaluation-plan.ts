import type { TaskRow } from '../sets/task-rows.js';
import type { HeadPlan, LabelledText } from '../head-plan.js';

/** Plan of a head learnt for an evaluation; labels in the order of their names. */
export function planFor(name: string, labels: readonly string[], rows: number): HeadPlan {
  const folds = rows > 20_000 ? 3 : 5;
  return name === 'harm'
    ? {
        name,
        labels,
        choice: 'one',
        bits: 18,
        cost: rows < 8000 ? 0.2 : 0.4,
        balance: 0.8,
        decision: 'macro-f1',
        folds,
      }
    : { name, labels, choice: 'one', bits: 18, cost: 0.4, balance: 0.8, decision: 'margin', folds };
}

/** Rows as examples for a head with these labels. */
export function toExamples(rows: readonly TaskRow[], labels: readonly string[]): LabelledText[] {
  return rows.map(({ text, labels: [label], group }) => ({
    text,
    group,
    labels: [labels.indexOf(label as string)],
  }));
}
