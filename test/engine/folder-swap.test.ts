import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abandonBuilding, recover, startBuilding, swapIn } from '../../src/engine/folder-swap.js';

const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'deversoir-')), 'corpus');

function state(folder: string, text: string): void {
  const building = startBuilding(folder);
  writeFileSync(join(building, 'manifest.json'), text);
  swapIn(folder);
}
const read = (folder: string): string => readFileSync(join(folder, 'manifest.json'), 'utf8');

describe('folder swap', () => {
  it('replaces the old state by the new one and keeps the files of the user', () => {
    const folder = fresh();
    state(folder, 'one');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    state(folder, 'two');
    expect(read(folder)).toBe('two');
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    expect(existsSync(`${folder}.previous`) || existsSync(`${folder}.building`)).toBe(false);
  });

  it('keeps the last good state when a build is abandoned or crashes', () => {
    const folder = fresh();
    state(folder, 'one');
    startBuilding(folder);
    expect(read(folder)).toBe('one');
    abandonBuilding(folder);
    expect(read(folder)).toBe('one');
  });

  it('recovers from a crash between the two renames', () => {
    const folder = fresh();
    state(folder, 'one');
    renameSync(folder, `${folder}.previous`);
    recover(folder);
    expect(read(folder)).toBe('one');
  });

  it('refuses a folder with other things in it', () => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.docx'), 'x');
    expect(() => startBuilding(folder)).toThrow(
      /is not empty and holds no corpus: choose a new or empty folder/,
    );
    expect(readFileSync(join(folder, 'thesis.docx'), 'utf8')).toBe('x');
  });
});
