import { join } from 'node:path';
import { readSet } from './sets/layouts.js';

/** A text of a real export or a public set whose drivers were labelled. Its text is not here: `key` tells it again, see `feedKey`. */
export interface DriverRow {
  readonly key: string;
  /** Export file, relative to the folder of exports; `labelled/…`: a public set. */
  readonly file: string;
  readonly drivers: readonly string[];
  /** Drivers that may or may not be spoken of. */
  readonly doubtful: readonly string[];
}

/** Samples that judged earlier heads, once, and teach since. */
const OPENED = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
/** Texts read one by one: those drawn to teach, then the samples. */
const FILES = ['driver-labels', 'feed-labels-posts', ...OPENED.map((sample) => `feed-labels-${sample}`)];

/** Drivers of real texts, in the folder of our own sets. */
export function readDriverLabels(folder: string): DriverRow[] {
  return FILES.flatMap((file) =>
    readSet(join(folder, `${file}.tsv`)).map(({ cells }) => {
      const list = (name: string): readonly string[] => {
        const cell = cells[name] ?? '-';
        return cell === '-' ? [] : cell.split(',');
      };
      return {
        key: cells['key'] ?? '',
        file: cells['file'] ?? '',
        drivers: list('drivers'),
        doubtful: list('doubtful'),
      };
    }),
  );
}
