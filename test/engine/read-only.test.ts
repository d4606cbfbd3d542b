import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.js';
import { refuseCalls } from '../../src/engine/read-only.js';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

it.each([
  [`SELECT current_setting('threads')`, /tells of its messages alone/],
  [`SELECT 1 WHERE EXISTS (FROM "DUCKDB_Settings"())`, /tells of its messages alone/],
  ['WITH a AS (FROM pg_settings) SELECT 1', /tells of its messages alone/],
  ['PRAGMA database_list', /tells of its messages alone/],
  [`FROM main.query('SELECT 1')`, /settings or run another text/],
  ['FROM "enable_logging" /* ( */ ()', /settings or run another text/],
])('refuses %s', async (sql, why) => {
  await expect(refuseCalls(database.connection, sql)).rejects.toThrow(why);
});

it.each([
  `SELECT 'current_setting(''threads'')' AS a`,
  `SELECT $$FROM pg_settings$$ AS a -- FROM duckdb_settings()`,
  'SELECT 1 AS current_setting, 2 AS "query"',
  `SELECT * FROM range(3) AS checkpoint(pragma) WHERE pragma <> $least`,
  'SELECT query_text FROM enabled_things',
])('lets %s go', async (sql) => {
  await expect(refuseCalls(database.connection, sql)).resolves.toBeUndefined();
});

it('refuses what it can not read', async () => {
  await expect(refuseCalls(database.connection, `SELECT 'pragma'.`)).rejects.toThrow(/only read/);
});
