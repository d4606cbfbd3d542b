import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isLeft, makeFolder, removeEmptyFolders } from '../../src/engine/disk.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = temporaryFolder();
});

describe('a folder to make', () => {
  it('is made with those above it for its user alone, and the first of them is told', () => {
    expect(makeFolder(at('a', 'b', 'c'))).toBe(at('a'));
    expect(makeFolder(at('a', 'b', 'd'))).toBe(at('a', 'b', 'd'));
    expect(makeFolder(at('a', 'b'))).toBeUndefined();
    expect(statSync(at('a')).mode & 0o777).toBe(0o700);
  });
  it('may be behind a link, and is refused where a file or a link to nothing is', () => {
    makeFolder(at('a'));
    symlinkSync('a', at('link'));
    symlinkSync('nowhere', at('lost'));
    writeFileSync(at('file'), '');
    expect(makeFolder(at('link'))).toBeUndefined();
    makeFolder(at('link', 'b'));
    expect(existsSync(at('a', 'b'))).toBe(true);
    expect(() => makeFolder(at('lost'))).toThrow(/EEXIST/);
    expect(() => makeFolder(at('file'))).toThrow(/is a file: give a folder/);
    expect(() => makeFolder(at('file', 'b'))).toThrow(/ENOTDIR/);
    expect(existsSync(at('nowhere'))).toBe(false);
  });
  it('is removed with those made for it, as far as they are empty', () => {
    makeFolder(at('own'));
    const made = makeFolder(at('own', 'a', 'b')) as string;
    removeEmptyFolders(at('own', 'a', 'b'), made);
    expect([existsSync(made), existsSync(at('own'))]).toEqual([false, true]);
    makeFolder(at('own', 'a', 'b'));
    writeFileSync(at('own', 'a', 'mine'), '');
    removeEmptyFolders(at('own', 'a', 'b'), made);
    expect([existsSync(at('own', 'a', 'b')), existsSync(at('own', 'a', 'mine'))]).toEqual([false, true]);
  });
  it.runIf(process.platform === 'linux')('is refused at once where the system makes none', () => {
    expect(() => makeFolder('/proc/deversoir/corpus')).toThrow(/ENOENT/);
  });
});

it('knows what a process that is no more left by the number in its name', () => {
  expect(isLeft(`.deversoir-spill-${process.pid}`)).toBe(false);
  expect(isLeft('.deversoir-spill-4194305')).toBe(true);
  expect(isLeft('.deversoir-spill')).toBe(false);
});
