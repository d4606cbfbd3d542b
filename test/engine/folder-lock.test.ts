import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk, type Disk } from '../../src/engine/disk.js';
import { isLocked, LOCK, lockFolder, sweepLocks } from '../../src/engine/folder-lock.js';
import { temporaryFolder } from '../temporary-folder.js';

const fresh = temporaryFolder;
const owner = (more: object): string =>
  JSON.stringify({
    token: 'other',
    pid: process.pid,
    host: hostname(),
    since: '2026-03-01T10:00:00.000Z',
    began: null,
    ...more,
  });

describe('the lock of a folder', () => {
  it('is held by one at a time; the second waits, and says for whom', async () => {
    const folder = fresh();
    const first = await lockFolder(folder);
    const said: string[] = [];
    const second = lockFolder(folder, { onWarning: (line) => said.push(line) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`is in use by process ${process.pid} on .* since .*: waiting`)),
    ]);
    first.release();
    const held = await second;
    held.check();
    expect(() => first.check()).toThrow(/was taken by another run/);
    held.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says who holds it when the wait is over', async () => {
    const folder = fresh();
    const first = await lockFolder(folder);
    await expect(lockFolder(folder, { waitSeconds: 0 })).rejects.toThrow(
      /is in use by process \d+ on .*: wait for it to end, or give another folder/,
    );
    first.release();
  });

  it('takes over from a run that died, once, however many try', async () => {
    const folder = fresh();
    writeFileSync(join(folder, LOCK), owner({ began: '1' }));
    expect(isLocked(folder)).toBe(false);
    let inside = 0,
      most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await lockFolder(folder);
        inside++;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        lock.check();
        inside--;
        lock.release();
      }),
    );
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never takes over from another machine', async () => {
    const folder = fresh();
    writeFileSync(join(folder, LOCK), owner({ host: 'elsewhere', pid: 1 }));
    expect(isLocked(folder)).toBe(true);
    await expect(lockFolder(folder, { waitSeconds: 0 })).rejects.toThrow(/on elsewhere since 2026-03-01/);
    expect(readFileSync(join(folder, LOCK), 'utf8')).toContain('elsewhere');
  });

  it('leaves nothing of its own where the disk is full', async () => {
    const folder = fresh();
    const full: Disk = {
      ...realDisk,
      write(path) {
        writeFileSync(path, '');
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    await expect(lockFolder(folder, {}, full)).rejects.toThrow('full');
    writeFileSync(join(folder, LOCK), owner({ began: '1' }));
    await expect(lockFolder(folder, {}, full)).rejects.toThrow('full');
    expect(readdirSync(folder)).toEqual([LOCK]);
  });

  it('sweeps what is empty and a minute old, and says so of a lock that can not be read', async () => {
    const folder = fresh(),
      longAgo = new Date(Date.now() - 61_000);
    for (const name of [LOCK, `${LOCK}-old`, `${LOCK}-new`]) writeFileSync(join(folder, name), '');
    for (const name of [LOCK, `${LOCK}-old`]) utimesSync(join(folder, name), longAgo, longAgo);
    sweepLocks(folder);
    expect(readdirSync(folder).toSorted()).toEqual([LOCK, `${LOCK}-new`]);
    await expect(lockFolder(folder)).rejects.toThrow(/holds a lock that can't be read: if no other run/);
  });
});
