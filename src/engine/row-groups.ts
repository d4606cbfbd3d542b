import type { Database } from './database.js';
import type { JudgedQuery } from './deduplicate.js';
import type { IncomingBetween } from './incoming.js';

/**
 * A query of judged rows of which each row group is a part of its own: a row group ends where a batch of rows ends that DuckDB reads, and
 * batches end where files of shards do. So the same rows give the same row groups, whatever the shards they came in.
 */
export async function inRowGroups(
  database: Database,
  between: IncomingBetween,
  query: JudgedQuery,
  where: string,
  rows: number,
): Promise<string> {
  const { seq } = await database.columns(
    `SELECT seq FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS n FROM judged WHERE ${where}) WHERE n % ${rows} = 0 ORDER BY seq`,
  );
  const { last } = await database.columns('SELECT coalesce(max(seq), -1) AS last FROM judged');
  const ends = [...(seq ?? []), last?.[0]].map((at) => Number(at) + 1);
  // sources told apart have ids of their own in the view alone
  const { apart } = await database.columns(
    `SELECT contains(sql, 'apart.parquet') AS apart FROM duckdb_views() WHERE view_name = 'incoming'`,
  );
  const replaced = apart?.[0] === true;
  const parts: string[] = [];
  let from = 0;
  for (const to of ends) {
    if (to > from || parts.length === 0)
      parts.push(
        query(
          `(${between(from, to, replaced)})`,
          `(SELECT * FROM judged WHERE seq >= ${from} AND seq < ${to})`,
        ),
      );
    from = to;
  }
  return parts.join(' UNION ALL ');
}
