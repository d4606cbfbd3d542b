import { expect, it } from 'vitest';
import { columnValues } from '../../src/engine/column-values.js';
import { openDatabase } from '../../src/engine/database.js';

/** Lengths around the 12 bytes that stand in the row itself, letters of one to four bytes, absent and empty texts. */
const TEXTS = [
  '',
  'é',
  'a'.repeat(12),
  'a'.repeat(13),
  '€'.repeat(4),
  '€'.repeat(5),
  '𝄞 de la mer',
  'dépôt n° 12 fermé',
];

it('reads texts as the driver does, over several chunks, whatever their length and letters', async () => {
  const database = await openDatabase();
  const sql = `SELECT CASE WHEN n % 7 = 0 THEN NULL ELSE ['${TEXTS.join("','")}'][1 + n % ${TEXTS.length}] END AS text,
      'case:' || n || ':' || repeat('x', n % 30) AS id, CASE WHEN n % 3 = 0 THEN NULL ELSE n / 4.0 END AS number
    FROM range(5000) AS rows(n) ORDER BY hash(n)`;
  const reader = await database.connection.runAndReadAll(sql);
  const result = await database.connection.run(sql);
  expect(await columnValues(await result.fetchAllChunks(), 3)).toEqual(reader.getColumnsJS());
  expect(await database.columns('SELECT 5::BIGINT AS n, [1::BIGINT, NULL] AS list, NULL AS none')).toEqual({
    n: [5],
    list: [[1, null]],
    none: [null],
  });
  database.close();
});
