import { expect, it } from 'vitest';
import { openDatabase, sqlText } from '../../src/engine/database.js';
import { sortIncoming } from '../../src/engine/sorted-incoming.js';
import { temporaryFolder } from '../temporary-folder.js';

it('sorts rows of files slice by slice as it would all at once', async () => {
  const folder = temporaryFolder();
  const database = await openDatabase();
  // File 3 is gone; file 2 comes first and is the longest; two messages of file 0 share a row.
  await database.run(`CREATE TABLE shardMessages AS
    SELECT * FROM (VALUES (0, 2, 'b'), (0, 2, 'a'), (0, 1, 'z'), (1, 5, 'c'), (3, 1, 'gone')) v (fileIndex, "row", messageId)
    UNION ALL SELECT 2, 20 - i, 'm' || i FROM range(11) r (i)`);
  await database.run(`ALTER TABLE shardMessages ADD COLUMN sentAt TIMESTAMP;
    ALTER TABLE shardMessages ADD COLUMN shard BIGINT DEFAULT 0; ALTER TABLE shardMessages ADD COLUMN n BIGINT DEFAULT 0`);
  const sorted = async (atOnce: number): Promise<[files: number, rows: Record<string, unknown[]>]> => {
    const paths = await sortIncoming(database, [2, 0, 1], '[1, 2, 0][fileIndex + 1]', folder, atOnce);
    const rows = await database.columns(
      `SELECT fileIndex, "row", messageId, n FROM read_parquet([${paths.map(sqlText).join(', ')}])`,
    );
    return [paths.length, rows];
  };
  const [one, whole] = await sorted(100);
  expect(one).toBe(1);
  expect(whole['n']).toEqual(Array.from({ length: 15 }, (_, at) => at));
  expect(whole['messageId']?.slice(9)).toEqual(['m1', 'm0', 'z', 'a', 'b', 'c']);
  const [several, parts] = await sorted(3);
  expect(several).toBe(6);
  expect(parts).toEqual(whole);
  await database.run('DELETE FROM shardMessages');
  expect(await sorted(3)).toEqual([1, { fileIndex: [], row: [], messageId: [], n: [] }]);
  database.close();
});
