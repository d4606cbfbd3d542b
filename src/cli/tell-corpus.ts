import type { Corpus } from '../corpus.js';
import { isKeyedName } from '../normalise/file-name.js';
import { DeversoirError } from '../util/errors.js';
import { brandLines } from './brand-lines.js';
import type { CommandIo } from './command.js';
import { type Flaw, flawLines, manifestLines } from './manifest-lines.js';

/** Reasons told of each kind; the others are in the corpus. */
const TOLD = 8;
/** Doubts that may make a figure of the first page wrong, told before those that hold more rows. */
const FIRST =
  "reason IN ('same-texts', 'guessed-stage', 'truncated', 'absent-post', 'no-customer', 'few-complaints')";

/** The reasons that hold most rows, and how many others there are. The guess of columns is left out: a note of the file has told it. */
async function flawsOf(
  corpus: Corpus,
  view: 'rejects' | 'doubts',
): Promise<{ readonly flaws: readonly Flaw[]; readonly left: number }> {
  const rows = (await corpus.rows(`
    SELECT CAST(count(*) OVER () AS DOUBLE) AS kinds, reason, "column", hint, CAST(count(*) AS DOUBLE) AS "rows", CAST(count(DISTINCT file) AS DOUBLE) AS fileCount, list_slice(list_sort(list(DISTINCT file)), 1, 3) AS files
    FROM ${view} WHERE NOT coalesce(starts_with(hint, 'columns are guessed'), false) GROUP BY reason, "column", hint ORDER BY ${FIRST} DESC, "rows" DESC, reason, "column", hint LIMIT ${TOLD}`)) as unknown as (Flaw & {
    readonly kinds: number;
  })[];
  return { flaws: rows, left: (rows[0]?.kinds ?? 0) - rows.length };
}

/** The lines of one kind; what is left out is counted, and where it stands is said. */
const toldOf = (
  kind: 'rejected' | 'doubt',
  { flaws, left }: { readonly flaws: readonly Flaw[]; readonly left: number },
): string[] => [
  ...flawLines(kind, flaws),
  ...(left > 0
    ? [
        `  ${kind}: ${left} more ${left === 1 ? 'reason' : 'reasons'}, in ${kind === 'doubt' ? 'doubts' : 'rejects'}/ of the corpus and in the annex of a report`,
      ]
    : []),
];

/** Columns given with --map that none of the tables has. */
async function columnsNowhere(corpus: Corpus): Promise<string[]> {
  const map = (corpus.manifest.options['map'] ?? {}) as Readonly<Record<string, string>>;
  const missed = (await corpus.rows(`
    SELECT "column", file FROM (SELECT "column", file, hint FROM doubts UNION ALL SELECT "column", file, hint FROM rejects)
    WHERE starts_with(hint, 'no such column') GROUP BY ALL`)) as { column: string; file: string }[];
  return [...new Set(Object.values(map))].filter((column) => {
    const files = new Set(missed.filter((row) => row.column === column).map(({ file }) => file));
    const formats = new Set(
      corpus.manifest.files.filter(({ path }) => files.has(path)).map(({ format }) => format),
    );
    // files of the same formats could have had it
    return (
      files.size > 0 &&
      corpus.manifest.files.every(({ path, format }) => files.has(path) || !formats.has(format))
    );
  });
}

/**
 * Prints what was read of a corpus, rejected and doubtful; gives the exit code: failed when nothing was kept.
 *
 * @throws DeversoirError `input-not-found` when there was no file at all.
 */
export async function tellCorpus(corpus: Corpus, io: CommandIo): Promise<number> {
  const { files, totals } = corpus.manifest;
  if (files.length === 0)
    throw new DeversoirError('input-not-found', 'no file found', {
      hint: 'the folders given are empty: check the path',
    });
  const lines = manifestLines(corpus.manifest);
  for (const line of [
    ...lines.slice(0, -1),
    ...toldOf('rejected', await flawsOf(corpus, 'rejects')),
    ...toldOf('doubt', await flawsOf(corpus, 'doubts')),
    ...(await brandLines(corpus)),
    ...lines.slice(-1),
  ])
    io.print(line);
  const keyed = files.find(({ path }) => isKeyedName(path));
  if (keyed !== undefined)
    io.print(
      `  names such as ${keyed.path} stand for files that may be named after people: "deversoir files PATH... --key-file FILE" says which is which`,
    );
  const unknown = await columnsNowhere(corpus);
  for (const column of unknown)
    io.warn(`--map names the column "${column}", that no file has: nothing was read from it`);
  if (totals.kept > 0) return unknown.length > 0 ? 1 : 0;
  io.warn('no message was kept: the lines above say why, file by file; "deversoir inspect FILE" says more');
  return 1;
}
