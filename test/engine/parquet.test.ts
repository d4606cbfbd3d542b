import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { createParquetView, parquetFile, tableOrView, writeParquet } from '../../src/engine/parquet.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

it('gives the same bytes whatever the threads of the database and what is written beside, and leaves it as many', async () => {
  for (const threads of [1, 2]) {
    const database = await openDatabase({ threads });
    const beside = { query: 'SELECT i FROM range(90000) t(i)', folder: join(folder, `beside${threads}`) };
    await writeParquet(
      database,
      [
        { query: 'SELECT i, hash(i) AS h FROM range(9000) t(i)', folder: join(folder, `${threads}`) },
        ...(threads === 1 ? [] : [beside]),
      ],
      2048,
    );
    const { set } = await database.columns(`SELECT current_setting('threads') AS set`);
    expect(set).toEqual([threads]);
    database.close();
  }
  const [one, two] = ['1', '2'].map((name) => readFileSync(parquetFile(join(folder, name))));
  expect(one?.equals(two as Buffer)).toBe(true);
});

it('throws what goes wrong in one of them, once all have ended', async () => {
  const database = await openDatabase();
  const tables = ['SELECT error($$refused$$)', 'SELECT 7 AS n'].map((query, at) => ({
    query,
    folder: join(folder, `${at}`),
  }));
  await expect(writeParquet(database, tables)).rejects.toThrow('refused');
  expect(existsSync(parquetFile(join(folder, '1')))).toBe(true);
  expect((await database.columns(`SELECT current_setting('threads') AS set`))['set']).toEqual([2]);
  database.close();
});

it('holds small files as a table; a folder without files is an empty table of its columns', async () => {
  const database = await openDatabase();
  await writeParquet(database, [{ query: 'SELECT 7 AS n', folder: join(folder, 'some') }]);
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
