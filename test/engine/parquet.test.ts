import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { createParquetView, parquetFile, tableOrView, writeParquet } from '../../src/engine/parquet.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

it('gives the same bytes whatever the threads of the database, and leaves it as many', async () => {
  for (const threads of [1, 2]) {
    const database = await openDatabase({ threads });
    await writeParquet(
      database,
      'SELECT i, hash(i) AS h FROM range(9000) t(i)',
      join(folder, `${threads}`),
      2048,
    );
    const { set } = await database.columns(`SELECT current_setting('threads') AS set`);
    expect(set).toEqual([threads]);
    database.close();
  }
  const [one, two] = ['1', '2'].map((name) => readFileSync(parquetFile(join(folder, name))));
  expect(one?.equals(two as Buffer)).toBe(true);
});

it('holds small files as a table; a folder without files is an empty table of its columns', async () => {
  const database = await openDatabase();
  await writeParquet(database, 'SELECT 7 AS n', join(folder, 'some'));
  expect(tableOrView([parquetFile(join(folder, 'some'))])).toBe('TABLE');
  await createParquetView(database, 'held', join(folder, 'some'), {});
  await createParquetView(database, 'lacking', join(folder, 'none'), {
    n: { kind: 'int', doc: 'A number.' },
  });
  expect(
    await database.columns('SELECT (SELECT n FROM held) AS n, (SELECT count(*) FROM lacking) AS lacking'),
  ).toEqual({ n: [7], lacking: [0] });
  database.close();
});
