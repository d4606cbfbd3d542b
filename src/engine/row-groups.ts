import type { Database } from './database.js';
import type { JudgedQuery } from './deduplicate.js';
import type { Incoming } from './incoming.js';

/**
 * A query of judged rows of which each row group is a part of its own: a row group ends where a batch of rows ends that DuckDB reads, and
 * batches end where files of shards do. So the same rows give the same row groups, whatever the shards they came in.
 */
export async function inRowGroups(
  database: Database,
  incoming: Incoming,
  query: JudgedQuery,
  where: string,
  rows: number,
): Promise<string> {
  const { seq } = await database.columns(
    `SELECT seq FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS n FROM judged WHERE ${where}) WHERE n % ${rows} = 0 ORDER BY seq`,
  );
  const { last } = await database.columns('SELECT coalesce(max(seq), -1) AS last FROM judged');
  const ends = [...(seq ?? []), last?.[0]].map((at) => Number(at) + 1);
  const parts: string[] = [];
  let from = 0;
  for (const to of ends) {
    if (to > from || parts.length === 0)
      parts.push(
        query(
          `(${incoming.between(from, to)})`,
          `(SELECT * FROM judged WHERE seq >= ${from} AND seq < ${to})`,
        ),
      );
    from = to;
  }
  return parts.join(' UNION ALL ');
}
