import { join } from 'node:path';
import { feedKey } from './feed-labels.js';
import { readSet } from './sets/layouts.js';

/** Whether a text of a public set complains of a firm. Its text is not here: `key` tells it again, see `feedKey`. */
export interface ComplaintRow {
  readonly key: string;
  /** `labelled/…`: a public set; else an export, relative to the folder of exports. */
  readonly file: string;
  readonly split: 'train' | 'locked';
  /** `null`: not decided. */
  readonly complains: boolean | null;
}

/** Complaints among real posts at large and reviews, `feed-labels-complaints.tsv` in the folder of our own sets. */
export const readComplaintLabels = (folder: string): ComplaintRow[] =>
  readSet(join(folder, 'feed-labels-complaints.tsv')).map(({ cells }) => ({
    key: cells['key'] ?? '',
    file: cells['file'] ?? '',
    split: cells['split'] === 'locked' ? 'locked' : 'train',
    complains: cells['complaint'] === 'doubt' ? null : cells['complaint'] === '1',
  }));

/** Finds the label of a text of a public set, among rows of its files. */
export function labelFinder<T extends { readonly key: string; readonly file: string }>(
  rows: readonly T[],
  path: string,
): (text: string) => T | undefined {
  const own = rows.filter(({ file }) => file === `labelled/${path}` || file.startsWith(`labelled/${path}/`)),
    files = [...new Set(own.map(({ file }) => file))],
    byKey = new Map(own.map((row) => [row.key, row]));
  return (text) => {
    for (const file of files) {
      const row = byKey.get(feedKey(file, text));
      if (row !== undefined) return row;
    }
    return undefined;
  };
}
