import type { DuckDBConnection } from '@duckdb/node-api';

/** Bytes of the process outside JavaScript from which DuckDB gives back what it has freed, and by how many more they must have grown since. */
const MUCH = 450 * 2 ** 20;
const MORE = 150 * 2 ** 20;

function outside(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

const limitOf = async (connection: DuckDBConnection): Promise<unknown> =>
  (await connection.runAndReadAll(`SELECT current_setting('memory_limit')`)).getRowsJS()[0]?.[0];

/**
 * Has DuckDB give back to the system what it has freed, where much is held: it keeps some hundred megabytes until its limit is
 * set, were it to what it is. A limit that someone else set stays.
 *
 * @param limit as DuckDB was opened with
 */
export async function givingBack(
  connection: DuckDBConnection,
  limit: string,
): Promise<(connection: DuckDBConnection) => Promise<void>> {
  const known = await limitOf(connection);
  let kept = 0;
  return async (asking) => {
    const held = outside();
    kept = Math.min(kept, held);
    if (held < Math.max(MUCH, kept + MORE)) return;
    // refused where another statement needs more just then
    if ((await limitOf(asking)) === known) await asking.run(`SET memory_limit = '${limit}'`).catch(() => {});
    kept = outside();
  };
}
