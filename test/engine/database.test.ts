import { expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';

it('keeps no hash table of a statement that was read', async () => {
  const database = await openDatabase();
  try {
    const counts =
      'WITH RECURSIVE counted AS (SELECT 1 AS n UNION SELECT n + $step FROM counted WHERE n < 1000) SELECT max(n) AS n FROM counted';
    for (const step of [1, 3, 9]) expect(await database.select(counts, { step })).toEqual({ n: [1000] });
    const held = await database.columns(
      `SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS bytes FROM duckdb_memory() WHERE tag = 'HASH_TABLE'`,
    );
    expect(held).toEqual({ bytes: [0] });
  } finally {
    database.close();
  }
});
