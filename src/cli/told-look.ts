import type { Look } from '../watch/index.js';
import type { Manifest } from '../model/index.js';

const sum = (files: Manifest['files'], count: 'read' | 'kept' | 'duplicates' | 'rejected'): number =>
  files.reduce((total, file) => total + file[count], 0);

/** Files of a corpus that an earlier state of it does not hold, or holds with other bytes. */
const addedFiles = (after: Manifest, before: Manifest | undefined): Manifest['files'] => {
  const known = new Set(before?.files.map(({ path, sha256 }) => `${path} ${sha256}`));
  return after.files.filter(({ path, sha256 }) => !known.has(`${path} ${sha256}`));
};

/** What one look read, as lines for a person: the balance of the new exports, and why one of them gave nothing. */
export function readLines(after: Manifest, before: Manifest | undefined): string[] {
  const files = addedFiles(after, before);
  if (files.length === 0) return [];
  const [read, kept, duplicates, rejected] = (['read', 'kept', 'duplicates', 'rejected'] as const).map(
    (count) => sum(files, count),
  );
  return [
    duplicates === 1
      ? `${read} read = ${kept} kept + ${duplicates} duplicate + ${rejected} rejected`
      : `${read} read = ${kept} kept + ${duplicates} duplicates + ${rejected} rejected`,
    ...files
      .filter((file) => file.kept + file.duplicates === 0)
      .map(({ path, notes, rejected: bad }) =>
        `  ${path}: nothing was kept: ${notes[0] ?? `${counted(bad, 'row')} rejected`}`.replaceAll(
          /[\r\n]+/g,
          ' ',
        ),
      ),
  ];
}

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

/** One look as a line; the second says what waits, and why. */
export const lookLines = (look: Look): string[] => [
  `read ${counted(look.read.length, 'file')}, ${counted(look.events.length, 'new event')}, ${look.delivered} delivered, ${look.pending} to deliver`,
  ...(look.waiting.length > 0
    ? [
        `${counted(look.waiting.length, 'file')} to wait for: empty, or not complete yet (${look.waiting.slice(0, 3).join(', ')})`,
      ]
    : []),
];
