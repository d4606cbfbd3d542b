import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readSet } from './sets/layouts.js';

/** What a text is and says. */
export interface RegisterRow {
  readonly register: string;
  readonly sentiment: string;
  readonly complaint: boolean;
  readonly drivers: readonly string[];
  /** `feed`, `review`, `press`: where the text stood; `own`: written for this package. */
  readonly family: string;
}

/** Text of a labelled row, and the stars of five that its author gave, if any. */
export interface FeedText {
  readonly text: string;
  readonly stars: number | null;
}

/** A labelled row of a real export. Its text is not here: `key` tells it again. */
export interface FeedRow extends RegisterRow {
  readonly key: string;
  /** Export file, relative to the folder of exports. */
  readonly file: string;
  readonly field: 'text' | 'title';
  readonly split: 'train' | 'locked';
  /** Rows of one author or thread. */
  readonly group: string;
  /** Register or sentiment stayed undecided. */
  readonly doubt: boolean;
}

/** Characters of a text that were labelled. */
const LABELLED_LENGTH = 400;

/** A text of an export as it was labelled: white space made one, cut. */
export const labelledText = (text: string): string => [...oneSpaced(text)].slice(0, LABELLED_LENGTH).join('');

const oneSpaced = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Key of a text of an export: 16 hexadecimal digits of SHA-256 over the file and the whole text, white space made one. */
export const feedKey = (file: string, text: string): string =>
  createHash('sha256')
    .update(`${file}\n${oneSpaced(text)}`)
    .digest('hex')
    .slice(0, 16);

/** Labels of texts of real exports, `feed-labels.tsv` in the folder of our own sets. */
export function readFeedLabels(folder: string): FeedRow[] {
  return readSet(join(folder, 'feed-labels.tsv')).map(({ cells }) => {
    const cell = (name: string): string => cells[name] ?? '';
    return {
      key: cell('key'),
      file: cell('file'),
      field: cell('field') === 'title' ? 'title' : 'text',
      family: cell('family'),
      split: cell('split') === 'locked' ? 'locked' : 'train',
      group: cell('group'),
      register: cell('register'),
      sentiment: cell('sentiment'),
      complaint: cell('complaint') === '1',
      drivers: cell('drivers') === '-' ? [] : cell('drivers').split(','),
      doubt: cell('doubt') === '1',
    };
  });
}
