import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../src/engine/write-whole.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string, file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'report.html');
});
const rights = (): number => statSync(file).mode & 0o777;

it('writes what its user alone may read, also in a folder that is open to all', () => {
  chmodSync(folder, 0o777);
  writeWhole(file, 'un');
  expect([readFileSync(file, 'utf8'), rights(), readdirSync(folder)]).toEqual(['un', 0o600, ['report.html']]);
});

it('keeps who may read a file that is there', () => {
  writeWhole(file, 'un');
  chmodSync(file, 0o644);
  writeWhole(file, 'deux');
  expect([readFileSync(file, 'utf8'), rights()]).toEqual(['deux', 0o644]);
});

it('takes away what runs that died left, and nothing of others', () => {
  const dead = 2 ** 22 + 1;
  for (const name of [
    `report.html.new-${dead}`,
    `other.html.new-${dead}`,
    'report.html.new',
    'report.html.new-1',
  ])
    writeFileSync(join(folder, name), '');
  writeWhole(file, 'un');
  expect(readdirSync(folder)).toEqual([
    `other.html.new-${dead}`,
    'report.html',
    'report.html.new',
    'report.html.new-1',
  ]);
});

it('leaves the file as it was where it can not be written', () => {
  writeWhole(file, 'un');
  expect(() => writeWhole(file, null as unknown as string)).toThrow('data');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['un', ['report.html']]);
});

it('writes to a device in its place', () => {
  const before = statSync('/dev/null');
  writeWhole('/dev/null', 'un');
  expect(statSync('/dev/null').ino).toBe(before.ino);
});
