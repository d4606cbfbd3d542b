import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { completeFiles, listFolder } from '../../src/watch/complete-files.js';
import { temporaryFolder } from '../temporary-folder.js';

const CLOCK = { now: 60_000, settleMs: 10_000 };
const file = (path: string, bytes = 10, changedAt = 0) => ({ path, bytes, changedAt });

it('takes files that were the same at the look before, and long enough by the clock', () => {
  const paths = (listed: ReturnType<typeof file>[], before = listed): string[] =>
    completeFiles(listed, before, CLOCK).map(({ path }) => path);
  expect(paths([file('b.csv'), file('a.csv')])).toEqual(['a.csv', 'b.csv']);
  expect(paths([file('a.csv')], [])).toEqual([]);
  expect(paths([file('a.csv', 11)], [file('a.csv', 10)])).toEqual([]);
  expect(paths([file('a.csv', 10, 1)], [file('a.csv', 10, 0)])).toEqual([]);
  expect(paths([file('a.csv', 10, 50_001)])).toEqual([]);
  expect(paths([file('a.csv', 10, 50_000)])).toEqual(['a.csv']);
  expect(paths([file('a.csv', 0)])).toEqual([]);
});

it('leaves out what a tool still writes, and files of the system', () => {
  const unfinished = [
    'a.csv.part',
    'a.crdownload',
    '.DS_Store',
    'x/~$a.xlsx',
    'x/.git/a',
    'c.building/a.csv',
    'a.TMP',
  ];
  const listed = [...unfinished, 'partie.csv', 'tmp/a.csv'].map((path) => file(path));
  expect(completeFiles(listed, listed, CLOCK).map(({ path }) => path)).toEqual(['partie.csv', 'tmp/a.csv']);
});

it('lists a folder with its subfolders in the order of paths', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b'));
  for (const path of ['c.csv', 'b/a.csv']) {
    writeFileSync(join(folder, path), 'abc');
    utimesSync(join(folder, path), 100, 100);
  }
  const listed = [file('b/a.csv', 3, 100_000), file('c.csv', 3, 100_000)];
  const here = relative(process.cwd(), folder);
  for (const way of [folder, `${folder}/`, `./${here}`, `${here}/.`]) expect(listFolder(way)).toEqual(listed);
});
