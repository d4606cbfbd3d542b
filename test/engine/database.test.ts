import { expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';

it('keeps no hash table of what a part that stays open has read', async () => {
  const database = await openDatabase(),
    part = await database.connect();
  try {
    const counts =
      'WITH RECURSIVE counted AS (SELECT 1 AS n UNION SELECT n + 1 FROM counted WHERE n < 1000) SELECT max(n) AS n FROM counted';
    for (let again = 0; again < 3; again++) expect(await part.select(counts)).toEqual({ n: [1000] });
    const held = await database.columns(
      `SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS bytes FROM duckdb_memory() WHERE tag = 'HASH_TABLE'`,
    );
    expect(held).toEqual({ bytes: [0] });
  } finally {
    part.close();
    database.close();
  }
});
