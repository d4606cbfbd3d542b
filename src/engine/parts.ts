import type { Database } from './database.js';

export interface PartsOptions {
  /** A table with `position` (unique) and `keys` (a list of numbers, 0 for absent). */
  readonly table: string;
  readonly parts: number;
  /** A key of more rows than this names nobody and holds nothing together. */
  readonly mostRows: number;
}

/** Labels travel a link a round; longer chains than this are cut. */
const ROUNDS = 30;

/**
 * Divides rows into parts so that rows that share a key, directly or through others, are in the same part. Writes the table `parts`
 * (`position`, `part` from 0). Done in DuckDB: memory does not grow with rows. The same rows give the same parts.
 */
export async function divideIntoParts(
  database: Database,
  { table, parts, mostRows }: PartsOptions,
): Promise<void> {
  await database.run(`CREATE TABLE edges AS
    WITH e AS (SELECT DISTINCT position, k FROM (SELECT position, unnest(keys) AS k FROM ${table}) WHERE k <> 0)
    SELECT position, k FROM e WHERE k IN (SELECT k FROM e GROUP BY k HAVING count(*) BETWEEN 2 AND ${mostRows})`);
  await database.run('CREATE TABLE labels AS SELECT DISTINCT position, position AS label FROM edges');
  for (let round = 0; round < ROUNDS; round++) {
    await database.run(`CREATE TABLE moved AS
      WITH ofKey AS (SELECT k, min(label) AS label FROM edges JOIN labels USING (position) GROUP BY k)
      SELECT position, min(ofKey.label) AS label FROM edges JOIN ofKey USING (k) GROUP BY position`);
    const { n } = await database.columns(
      'SELECT count(*) AS n FROM labels JOIN moved USING (position) WHERE labels.label <> moved.label',
    );
    await database.run('DROP TABLE labels');
    await database.run('ALTER TABLE moved RENAME TO labels');
    if (n?.[0] === 0) break;
  }
  await database.run(`CREATE TABLE parts AS
    SELECT position, CAST(hash(coalesce(label, position)) % ${parts} AS INTEGER) AS part FROM ${table} LEFT JOIN labels USING (position)`);
  await database.run('DROP TABLE edges');
  await database.run('DROP TABLE labels');
}
