import { join } from 'node:path';
import { sqlText, type Database } from './database.js';

/** Rows that are sorted at once, about: of many more, with all their columns, DuckDB spills most to disk and reads it back. */
const AT_ONCE = 40_000;

/** Conditions that part the rows of files, in the order of the files, about `atOnce` rows a part. */
async function slicesOf(
  database: Database,
  files: readonly number[],
  atOnce: number,
): Promise<readonly string[]> {
  const { fileIndex, n, first, last } = await database.columns(
    `SELECT fileIndex, count(*) AS n, min("row") AS first, max("row") AS last FROM shardMessages GROUP BY fileIndex`,
  );
  const placeOf = new Map((fileIndex ?? []).map((index, at) => [Number(index), at]));
  const slices: string[] = [];
  let together: number[] = [],
    rows = 0;
  const end = (): void => {
    if (together.length > 0) slices.push(`fileIndex IN (${together.join(', ')})`);
    together = [];
    rows = 0;
  };
  for (const index of files) {
    const at = placeOf.get(index);
    if (at === undefined) continue;
    const count = Number(n?.[at]);
    if (rows + count > atOnce) end();
    if (count <= atOnce) {
      together.push(index);
      rows += count;
      continue;
    }
    const [from, to] = [Number(first?.[at]), Number(last?.[at])];
    const step = Math.ceil((to - from + 1) / Math.ceil(count / atOnce));
    for (let row = from; row <= to; row += step)
      slices.push(`fileIndex = ${index} AND "row" >= ${row} AND "row" < ${row + step}`);
  }
  end();
  return slices.length === 0 ? ['false'] : slices;
}

/**
 * Writes the rows of `shardMessages` that are of `files` into files of `folder`: in the order of the files, then of their place in the file; `n` counts
 * them. Slice by slice, so that what is sorted fits in memory.
 *
 * @param rank what gives in SQL the place of a row's file
 * @returns paths of the files written, in their order
 */
export async function sortIncoming(
  database: Database,
  files: readonly number[],
  rank: string,
  folder: string,
  atOnce = AT_ONCE,
): Promise<readonly string[]> {
  const paths: string[] = [];
  let before = 0;
  for (const slice of await slicesOf(database, files, atOnce)) {
    const path = join(folder, `incoming-${paths.length}.parquet`);
    const { Count } = await database.columns(`COPY (
      SELECT * REPLACE (0 AS shard, ${before} + row_number() OVER () - 1 AS n) FROM (
        SELECT * FROM shardMessages WHERE ${slice} ORDER BY ${rank}, "row", messageId, sentAt, shard, n)
    ) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION lz4_raw)`);
    before += Number(Count?.[0]);
    paths.push(path);
  }
  return paths;
}
