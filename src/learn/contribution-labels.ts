import { join } from 'node:path';
import { readSet } from './sets/layouts.js';

/** A labelled comment of a real export. Its text is not here: `key` tells it again, see `feedKey`. */
export interface ContributionRow {
  readonly key: string;
  /** Export file, relative to the folder of exports. */
  readonly file: string;
  readonly split: 'train' | 'locked';
  /** A contribution, `none`, or `doubt` where both passes did not agree. */
  readonly label: string;
}

/** Labels of comments of real exports, `contribution-labels.tsv` in the folder of our own sets. */
export function readContributionLabels(folder: string): ContributionRow[] {
  return readSet(join(folder, 'contribution-labels.tsv')).map(({ cells }) => ({
    key: cells['key'] ?? '',
    file: cells['file'] ?? '',
    split: cells['split'] === 'locked' ? 'locked' : 'train',
    label: cells['label'] ?? '',
  }));
}
