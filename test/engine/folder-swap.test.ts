import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk, type Disk } from '../../src/engine/disk.js';
import { LOCK, lockFolder } from '../../src/engine/folder-lock.js';
import { CORPUS_ENTRIES, recover, startBuilding } from '../../src/engine/folder-swap.js';
import { temporaryFolder } from '../temporary-folder.js';

const fresh = (): string => join(temporaryFolder(), 'corpus');

/** Builds a state: a folder or file of each name, all with one text. */
async function build(
  folder: string,
  text: string,
  entries: readonly string[] = CORPUS_ENTRIES,
  disk: Disk = realDisk,
): Promise<void> {
  const building = await startBuilding(folder, { waitSeconds: 0 }, disk);
  for (const entry of entries) {
    const path = join(building.path, entry);
    if (entry.endsWith('.json')) disk.write(path, text);
    else {
      disk.makeFolder(path);
      disk.write(join(path, 'part-0.parquet'), text);
    }
  }
  building.swapIn();
}

/** What is in a corpus folder: entry → text; the folders of a run that are left are named too. */
function stateOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((entry) => {
        const path = join(folder, entry);
        return [
          entry,
          readFileSync(statSync(path).isDirectory() ? join(path, 'part-0.parquet') : path, 'utf8'),
        ];
      }),
  );
}
const whole = (text: string, entries = CORPUS_ENTRIES): Record<string, string> =>
  Object.fromEntries(entries.toSorted().map((entry) => [entry, text]));

/** A disk whose process dies at its n-th operation, before or after it is done: nothing works from there on. */
function dyingDisk(at: number, after: boolean): { disk: Disk; count: () => number } {
  let done = 0;
  const dying =
    <A extends unknown[], R>(operation: (...args: A) => R) =>
    (...args: A): R => {
      done++;
      if (done > at || (done === at && !after)) throw new Error('killed');
      const result = operation(...args);
      if (done === at) throw new Error('killed');
      return result;
    };
  const disk: Disk = {
    rename: dying((from, to) => realDisk.rename(from, to)),
    makeFolder: dying((path) => realDisk.makeFolder(path)),
    removeAll: dying((path) => realDisk.removeAll(path)),
    removeEmpty: dying((path) => realDisk.removeEmpty(path)),
    write: dying((path, text) => realDisk.write(path, text)),
    link: dying((from, to) => realDisk.link(from, to)),
  };
  return { disk, count: () => done };
}

/** The lock of a process that is no more: its number was given again. */
function bury(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(LOCK))) {
    const path = join(folder, name);
    const owner = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...owner, began: '1' }));
  }
}

describe('folder swap', () => {
  it('replaces the old state by the new one, drops what the new one lacks, and keeps the files of the user', async () => {
    const folder = fresh();
    await build(folder, 'one');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const fewer = ['messages', 'manifest.json'];
    await build(folder, 'two', fewer);
    expect(stateOf(folder)).toEqual({ ...whole('two', fewer), 'notes.txt': 'mine' });
  });

  it('is for its user alone', async () => {
    const folder = fresh();
    await build(folder, 'one');
    const mode = (path: string): number => statSync(join(folder, path)).mode & 0o777;
    expect([mode('.'), mode('messages'), mode('messages/part-0.parquet'), mode('manifest.json')]).toEqual([
      0o700, 0o700, 0o600, 0o600,
    ]);
  });

  it('leaves no folder of its own when a build is abandoned', async () => {
    const folder = join(fresh(), 'deeper');
    const building = await startBuilding(folder);
    building.abandon();
    expect(readdirSync(join(folder, '../..'))).toEqual([]);
    await build(folder, 'one');
    (await startBuilding(folder)).abandon();
    expect(stateOf(folder)).toEqual(whole('one'));
  });

  it('killed at any operation, it leaves the old state or the new one, whole, and the next run is clean', async () => {
    const counted = fresh();
    await build(counted, 'one');
    const all = dyingDisk(Number.POSITIVE_INFINITY, false);
    await build(counted, 'two', CORPUS_ENTRIES, all.disk);
    expect(all.count()).toBeGreaterThan(25);
    let olds = 0,
      news = 0;
    for (let at = 1; at <= all.count(); at++)
      for (const after of [false, true]) {
        const folder = fresh();
        await build(folder, 'one');
        writeFileSync(join(folder, 'notes.txt'), 'mine');
        mkdirSync(join(folder, '.deversoirs'));
        writeFileSync(join(folder, '.deversoirs', 'part-0.parquet'), 'mine too');
        const mine = { 'notes.txt': 'mine', '.deversoirs': 'mine too' };
        await expect(build(folder, 'two', CORPUS_ENTRIES, dyingDisk(at, after).disk)).rejects.toThrow(
          'killed',
        );
        bury(folder);
        recover(folder);
        const found = Object.fromEntries(
          Object.entries(
            Object.fromEntries(
              readdirSync(folder)
                .filter((entry) => !entry.startsWith('.deversoir-'))
                .map((entry) => [entry, '']),
            ),
          ),
        );
        const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
        if (text === 'one') olds++;
        else news++;
        for (const entry of Object.keys(found).filter((name) => CORPUS_ENTRIES.includes(name)))
          expect(
            readFileSync(join(folder, entry, entry.endsWith('.json') ? '' : 'part-0.parquet'), 'utf8'),
            `${at} ${entry}`,
          ).toBe(text);
        expect(Object.keys(found).toSorted()).toEqual([...CORPUS_ENTRIES, ...Object.keys(mine)].toSorted());
        await build(folder, 'three');
        expect(stateOf(folder)).toEqual({ ...whole('three'), ...mine });
        rmSync(folder, { recursive: true });
      }
    expect(olds).toBeGreaterThan(10);
    expect(news).toBeGreaterThan(10);
  });

  it('waits where another run is putting its state in place and the manifest is still to come', async () => {
    const folder = fresh();
    mkdirSync(join(folder, 'messages'), { recursive: true });
    const other = await lockFolder(folder);
    const waiting = startBuilding(folder);
    writeFileSync(join(folder, 'manifest.json'), '{}');
    other.release();
    (await waiting).abandon();
    expect(readdirSync(folder).toSorted()).toEqual(['manifest.json', 'messages']);
  });

  it('refuses a folder with other things in it', async () => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.docx'), 'x');
    await expect(startBuilding(folder)).rejects.toThrow(
      /is not empty and holds no corpus: choose a new or empty folder/,
    );
    expect(readFileSync(join(folder, 'thesis.docx'), 'utf8')).toBe('x');
  });
});
