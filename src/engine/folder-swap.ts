import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DeversoirError } from '../util/errors.js';
import { isLeft, realDisk, type Disk } from './disk.js';
import { isLocked, lockFolder, sweepLocks, type FolderLock, type WaitOptions } from './folder-lock.js';

/** What a corpus folder holds of ours; anything else in it is the user's and is never touched. The manifest comes last. */
export const CORPUS_ENTRIES: readonly string[] =
  'messages duplicates rejects doubts cases case-messages transitions links manifest.json'.split(' ');

/**
 * The state of a swap is the name of its folder: `building` while it is written, `out` while the old state is moved into it, `in` while the
 * new one is moved out of it. Whoever finds `out` or `in` without a living owner goes on from there.
 */
const OURS = '.deversoir-';
const stage = (folder: string, name: 'building' | 'out' | 'in', token: string): string =>
  join(folder, `${OURS}${name}-${token}`);
const OLD = 'old';
const unfinishedIn = (folder: string, name: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((entry) => entry.startsWith(`${OURS}${name}-`))
        .toSorted()
    : [];

/** Goes on with a swap from where it stands; can be done again and again. */
function goOn(folder: string, disk: Disk): void {
  for (const name of unfinishedIn(folder, 'out')) {
    const at = join(folder, name);
    disk.makeFolder(join(at, OLD));
    for (const entry of CORPUS_ENTRIES.toReversed())
      if (existsSync(join(folder, entry))) disk.rename(join(folder, entry), join(at, OLD, entry));
    disk.rename(at, join(folder, name.replace(`${OURS}out-`, `${OURS}in-`)));
  }
  for (const name of unfinishedIn(folder, 'in')) {
    const at = join(folder, name);
    for (const entry of CORPUS_ENTRIES)
      if (existsSync(join(at, entry))) disk.rename(join(at, entry), join(folder, entry));
    disk.removeAll(at);
  }
}

const isSwapping = (folder: string): boolean =>
  unfinishedIn(folder, 'out').length > 0 || unfinishedIn(folder, 'in').length > 0;

const SWAP_MS = 10_000;
const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Ends a swap that a crash cut short; waits where a living run is at it, for the moments that takes. */
export function recover(folder: string): void {
  const swapping = (): boolean => isSwapping(folder);
  for (let waited = 0; swapping() && isLocked(folder) && waited < SWAP_MS; waited += 20) pause(20);
  if (!swapping()) return;
  try {
    goOn(folder, realDisk);
  } catch (error) {
    // another reader was at it
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    pause(100);
    if (swapping()) goOn(folder, realDisk);
  }
}

/** A new state of a corpus, being built inside its folder. */
export interface Building {
  /** An empty folder to write the new state in. */
  readonly path: string;
  /** Puts the new state in the place of the old one. A crash at any point leaves the old state or, at the next look, the new one. */
  swapIn(): void;
  /** Throws the unfinished state away, and the folders made for it that are still empty. */
  abandon(): void;
}

const buildings = new Set<Building>();

/** Only its user may read what is in a folder. */
function seal(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

/** Looks at a folder before it is refused: another run may be putting its state in place. */
const LOOKS = 3;

const holdsOthers = (folder: string): boolean =>
  existsSync(folder) &&
  !existsSync(join(folder, 'manifest.json')) &&
  readdirSync(folder).some((entry) => !entry.startsWith(OURS));

const noCorpus = (folder: string): DeversoirError =>
  new DeversoirError('option-invalid', `${folder} is not empty and holds no corpus`, {
    hint: 'choose a new or empty folder',
  });

/**
 * Takes a corpus folder for this run and makes an empty one in it for the new state. What a run that died left is put right or thrown away.
 *
 * Throws `option-invalid` for a folder that holds other things than a corpus, `corpus-busy` when another run keeps it.
 */
export async function startBuilding(
  folder: string,
  options: WaitOptions = {},
  disk: Disk = realDisk,
): Promise<Building> {
  for (let looked = 0; holdsOthers(folder) && !isSwapping(folder) && !isLocked(folder); looked++) {
    if (looked === LOOKS) throw noCorpus(folder);
    pause(50);
  }
  const made = disk.makeFolder(folder);
  const lock = await lockFolder(folder, options, disk);
  sweepLocks(folder, disk);
  goOn(folder, disk);
  if (holdsOthers(folder)) {
    lock.release();
    throw noCorpus(folder);
  }
  for (const name of [...unfinishedIn(folder, 'building'), ...unfinishedIn(folder, 'spill').filter(isLeft)])
    disk.removeAll(join(folder, name));
  const path = stage(folder, 'building', lock.token);
  disk.makeFolder(path);
  return openBuilding(folder, path, made, lock, disk);
}

function openBuilding(
  folder: string,
  path: string,
  made: string | undefined,
  lock: FolderLock,
  disk: Disk,
): Building {
  const building: Building = {
    path,
    swapIn() {
      lock.check();
      seal(path);
      disk.rename(path, stage(folder, 'out', lock.token));
      goOn(folder, disk);
      lock.release();
      buildings.delete(building);
    },
    abandon() {
      if (!buildings.delete(building)) return;
      try {
        disk.removeAll(path);
        goOn(folder, disk);
      } finally {
        lock.release();
      }
      if (made === undefined) return;
      for (let at = resolve(folder); at.length >= resolve(made).length; at = dirname(at)) {
        if (!existsSync(at) || readdirSync(at).length > 0) return;
        disk.removeEmpty(at);
      }
    },
  };
  buildings.add(building);
  return building;
}

/** Throws away all that this process was building: for a process that is told to stop. */
export function abandonAll(): void {
  for (const building of buildings) building.abandon();
}
