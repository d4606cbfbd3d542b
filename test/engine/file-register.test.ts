import { describe, expect, it } from 'vitest';
import { FileRegister, manifestLine } from '../../src/engine/file-register.js';
import type { Manifest } from '../../src/model/index.js';

const names = (register: FileRegister): string[] => register.named().map(({ path }) => path);

/** A manifest with the files of a register. */
const manifestOf = (register: FileRegister): Manifest =>
  ({
    files: register.named().map(({ file, path }) => manifestLine(file, path, { kept: 0, duplicates: 0 })),
  }) as unknown as Manifest;

function entered(...files: readonly (readonly [base: string, sha256: string])[]): FileRegister {
  const register = new FileRegister();
  for (const [base, sha256] of files) {
    if (register.knows(sha256, 'o', base)) continue;
    const { index } = register.enter(base, sha256, 'o');
    const file = register.files[index];
    if (file) file.format = 'table';
  }
  return register;
}

describe('FileRegister', () => {
  it('names files by the set of them, whatever their order', () => {
    const files = [
      ['b.csv', '22222222aa'],
      ['b.csv', '11111111aa'],
      ['a.csv', '33333333aa'],
    ] as const;
    expect(names(entered(...files))).toEqual(['a.csv', 'b.csv', 'b.csv#22222222']);
    expect(names(entered(...files.toReversed()))).toEqual(['a.csv', 'b.csv', 'b.csv#22222222']);
    expect(names(new FileRegister(manifestOf(entered(...files))))).toEqual([
      'a.csv',
      'b.csv',
      'b.csv#22222222',
    ]);
  });
  it('reads a copy once, under the first of its names', () => {
    expect(names(entered(['z.csv', 'same'], ['a.csv', 'same']))).toEqual(['a.csv']);
    expect(names(entered(['a.csv', 'same'], ['z.csv', 'same']))).toEqual(['a.csv']);
  });
  it('knows content and options together', () => {
    const register = new FileRegister(manifestOf(entered(['a.csv', 'x'])));
    expect(register.knows('x', 'o', 'a.csv')).toBe(true);
    expect(register.knows('x', 'other', 'a.csv')).toBe(false);
    expect(register.enter('a.csv', 'x', 'other')).toEqual({ index: 1, again: true });
    expect(register.named().map(({ index, path }) => [index, path])).toEqual([[1, 'a.csv']]);
  });
  it('looks again at what nobody recognised', () => {
    const before = new FileRegister();
    before.enter('a.bin', 'x', 'o');
    const register = new FileRegister(manifestOf(before));
    expect(register.knows('x', 'o', 'a.bin')).toBe(false);
    expect(register.enter('a.bin', 'x', 'o').again).toBe(false);
    expect(names(register)).toEqual(['a.bin']);
  });
  it('pairs a file with an earlier one of its name', () => {
    const register = new FileRegister(
      manifestOf(entered(['a.csv', 'x'], ['b.csv', 'y'], ['file-0011aabb22.csv', 'z'])),
    );
    register.enter('a.csv', 'mended', 'o');
    expect(register.mended()).toEqual([[0, 3]]);
    register.enter('table-00112233aa.csv', 'seen', 'o', 1, ['file-00112233aa.csv', 'b.csv']);
    register.enter('table-0011aabb22.csv', 'read', 'o');
    expect(register.mended()).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
  });
});
