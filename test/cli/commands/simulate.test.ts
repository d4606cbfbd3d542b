import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../run-here.js';
import { temporaryFolder } from '../../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const SMALL = ['--knob', 'cases=160', '--knob', 'fans=0'];
const simulate = () => run('simulate', '--world', 'random', '--seed', '3', ...SMALL, '--out', folder);

it('writes the same simulation again, and leaves a folder that holds other files as it is', async () => {
  const first = await run(
    'simulate',
    '--world',
    'random',
    '--seed',
    '3',
    ...SMALL,
    '--out',
    folder,
    '--lang',
    'fr',
  );
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringMatching(
      /^\d+ fichiers \(\d+,\d Mo\) écrits dans .*\u00a0: exports\/ à lire \(deversoir report .*exports --out r --demo\), truth\/ pour comparer$/,
    ),
  ]);
  const truth = readFileSync(join(folder, 'truth', 'truth.json'), 'utf8');
  expect((await simulate()).code).toBe(0);
  expect(readFileSync(join(folder, 'truth', 'truth.json'), 'utf8')).toBe(truth);
  writeFileSync(join(folder, 'exports', 'mine.csv'), 'mine');
  expect(await simulate()).toMatchObject({
    code: 2,
    err: expect.stringContaining('did not write: choose a new folder') as string,
  });
  expect(readFileSync(join(folder, 'exports', 'mine.csv'), 'utf8')).toBe('mine');
});

it('never writes into exports of the user', async () => {
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'exports', 'avis.csv'), 'mine');
  expect((await simulate()).code).toBe(2);
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual([
    'exports',
    join('exports', 'avis.csv'),
  ]);
});

it('makes the folder of comments, writes them again, and over no other file', async () => {
  const file = join(folder, 'new', 'c.csv');
  const comments = (): ReturnType<typeof run> => run('simulate', '--comments', '5', '--out', file);
  expect((await comments()).code).toBe(0);
  const made = readFileSync(file, 'utf8');
  expect((await comments()).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(made);
  writeFileSync(file, 'id,date,auteur,commentaire,likes,page\r\n1,2026-01-01,Zoé,mine,0,a\r\n');
  expect(await comments()).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not a file of') as string,
  });
  expect(readFileSync(file, 'utf8')).toContain('mine');
});

it.each([
  [['--comments', '2.5'], '--comments 2.5: expected a whole number from 1'],
  [['--demo', 'retail', '--knob', 'namesakes=0.3'], '--knob without --world'],
  [['retail', '--comments', '5'], "Unexpected argument 'retail': see: deversoir simulate --help"],
])('refuses %j', async (args, message) => {
  const told = await run('simulate', ...args, '--out', join(folder, 'a'));
  expect([told.code, told.err]).toEqual([2, expect.stringContaining(message)]);
  expect(readdirSync(folder)).toEqual([]);
});
