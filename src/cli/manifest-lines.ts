import type { Manifest, ManifestFile } from '../model/index.js';

/** More files than this are told by format; each one is in `manifest.json`. */
const FILE_BY_FILE = 40;
/** Notes are told once, with so many files at most. */
const FILES_PER_NOTE = 3;

/** One line, whatever the names of files and columns. */
const oneLine = (line: string): string => line.replaceAll(/[\r\n\u2028\u2029]+/g, '\ufffd');

function cells(values: readonly (string | number)[]): string {
  const [name, format, ...counts] = values;
  return oneLine(
    [...counts.map((count) => String(count).padStart(10)), String(format).padEnd(18), String(name)].join(
      '  ',
    ),
  );
}

const counts = ({
  read,
  kept,
  duplicates,
  rejected,
}: Omit<ManifestFile, 'path' | 'sha256' | 'format' | 'notes'>): number[] => [
  read,
  kept,
  duplicates,
  rejected,
];

function byFormat(files: readonly ManifestFile[]): string[] {
  const sums = new Map<
    string,
    { files: number; read: number; kept: number; duplicates: number; rejected: number }
  >();
  for (const file of files) {
    const sum = sums.get(file.format ?? '–') ?? { files: 0, read: 0, kept: 0, duplicates: 0, rejected: 0 };
    sums.set(file.format ?? '–', {
      files: sum.files + 1,
      read: sum.read + file.read,
      kept: sum.kept + file.kept,
      duplicates: sum.duplicates + file.duplicates,
      rejected: sum.rejected + file.rejected,
    });
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([format, sum]) =>
      cells([`${sum.files} ${sum.files === 1 ? 'file' : 'files'}`, format, ...counts(sum)]),
    );
}

/** Files of a line: the first ones, and how many more. */
const named = (paths: readonly string[], count = paths.length): string =>
  `${paths.slice(0, FILES_PER_NOTE).join(', ')}${count > FILES_PER_NOTE ? ` and ${count - FILES_PER_NOTE} more` : ''}`;

/** Notes, each once: those that differ only in the number they begin with are added up. */
function noteLines(files: readonly ManifestFile[]): string[] {
  const byNote = new Map<string, { paths: string[]; sum: number | null }>();
  for (const { path, notes } of files) {
    for (const note of notes) {
      const [, number, words = note] = /^(\d+) (.*)$/s.exec(note) ?? [];
      const known = byNote.get(words) ?? { paths: [], sum: null };
      byNote.set(words, {
        paths: [...known.paths, path],
        sum: number === undefined ? known.sum : (known.sum ?? 0) + Number(number),
      });
    }
  }
  return [...byNote].map(([words, { paths, sum }]) =>
    oneLine(`  ${named(paths)}: ${sum === null ? '' : `${sum} `}${words}`),
  );
}

/** Rows of one reason, column and hint, counted over files. */
export interface Flaw {
  readonly files: readonly string[];
  readonly fileCount: number;
  readonly rows: number;
  readonly column: string | null;
  readonly reason: string;
  readonly hint: string | null;
}

/** What was rejected, or is doubtful, as lines for a person: where, why, and what settles it. */
export const flawLines = (kind: 'rejected' | 'doubt', flaws: readonly Flaw[]): string[] =>
  flaws.map(({ files, fileCount, rows, column, reason, hint }) =>
    oneLine(
      `  ${kind}: ${named(files, fileCount)}${column === null ? '' : `, column "${column}"`}${rows > fileCount ? ` (${rows} rows)` : ''}: ${hint ?? reason}`,
    ),
  );

/** The manifest as lines for a person: a row a file (a row a format where there are many), the notes, each once, and the balance. */
export function manifestLines(manifest: Manifest): string[] {
  const { files, totals, nearDuplicates } = manifest;
  const many = files.length > FILE_BY_FILE;
  return [
    cells([many ? 'files' : 'file', 'format', 'read', 'kept', 'duplicates', 'rejected']),
    ...(many
      ? byFormat(files)
      : files.map((file) => cells([file.path, file.format ?? '–', ...counts(file)]))),
    ...noteLines(files),
    totals.duplicates === 1
      ? `${totals.read} read = ${totals.kept} kept + ${totals.duplicates} duplicate + ${totals.rejected} rejected; ${nearDuplicates} of the kept are near duplicates`
      : `${totals.read} read = ${totals.kept} kept + ${totals.duplicates} duplicates + ${totals.rejected} rejected; ${nearDuplicates} of the kept are near duplicates`,
  ];
}
