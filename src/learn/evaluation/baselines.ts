import { createFeatures } from '../../enrich/heads/head-reader.js';
import type { TaskContext } from './evaluation.js';
import type { LabelTask, TaskRow } from '../sets/task-rows.js';
import { tally } from '../../util/grouped.js';

/** Told by a baseline: an index of `labels` a text. */
export interface Baseline {
  readonly name: string;
  readonly told: readonly number[];
}

/** The most frequent label for every text. */
export function majority(gold: readonly number[]): Baseline {
  const [top] = [...tally(gold)].toSorted((a, b) => b[1] - a[1])[0] ?? [0];
  return { name: 'majority', told: gold.map(() => top) };
}

const CUES: Readonly<
  Partial<
    Record<
      LabelTask,
      {
        readonly kinds: readonly (
          'insult' | 'hate' | 'threat' | 'harassment' | 'spam' | 'scam' | 'complaint'
        )[];
        readonly yes: string;
        readonly no: string;
      }
    >
  >
> = {
  harm: { kinds: ['insult', 'hate', 'threat', 'harassment'], yes: 'harm', no: 'none' },
  spam: { kinds: ['spam', 'scam'], yes: 'spam', no: 'ham' },
  complaint: { kinds: ['complaint'], yes: 'complaint', no: 'none' },
};

/** Word lists alone: polarities summed with negation for sentiment, one cue is enough for the others. */
export function wordLists(
  _: TaskContext,
  task: LabelTask,
  rows: readonly TaskRow[],
  labels: readonly string[],
): Baseline[] {
  const features = createFeatures();
  if (task === 'sentiment') {
    const told = rows.map(({ text }) => {
      features.read(text);
      return labels.indexOf(
        features.document.tone > 0.25 ? 'positive' : features.document.tone < -0.25 ? 'negative' : 'neutral',
      );
    });
    return [{ name: 'lexicons', told }];
  }
  const cue = CUES[task];
  if (cue === undefined) return [];
  const told = rows.map(({ text }) => {
    features.read(text);
    return labels.indexOf(cue.kinds.some((kind) => features.hits.countOf(kind) > 0) ? cue.yes : cue.no);
  });
  return [{ name: 'lexicons', told }];
}
