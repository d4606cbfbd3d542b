import type { Corpus } from '../corpus.js';
import { DeversoirError } from '../util/errors.js';
import type { CommandIo } from './command.js';
import { type Flaw, flawLines, manifestLines } from './manifest-lines.js';

/** Reasons told of each kind; the others are in the corpus. */
const TOLD = 8;

/** The reasons that hold most rows. The guess of columns is left out: a note of the file has told it. */
async function flawsOf(corpus: Corpus, view: 'rejects' | 'doubts'): Promise<Flaw[]> {
  const rows = (
    await corpus.query(`
    SELECT reason, "column", hint, CAST(count(*) AS DOUBLE) AS "rows", CAST(count(DISTINCT file) AS DOUBLE) AS fileCount, list_slice(list_sort(list(DISTINCT file)), 1, 3) AS files
    FROM ${view} WHERE NOT coalesce(starts_with(hint, 'columns are guessed'), false) GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT ${TOLD}`)
  ).objects();
  return rows as Flaw[];
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
    ...flawLines('rejected', await flawsOf(corpus, 'rejects')),
    ...flawLines('doubt', await flawsOf(corpus, 'doubts')),
    ...lines.slice(-1),
  ])
    io.print(line);
  if (totals.kept > 0) return 0;
  io.warn('no message was kept: the lines above say why, file by file; "deversoir inspect FILE" says more');
  return 1;
}
