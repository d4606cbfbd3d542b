import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DeversoirError } from '../util/errors.js';
import { realDisk, type Disk } from './disk.js';

export const LOCK = '.deversoir-lock';

/** Who works on a folder, and since when. */
interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** When its process began, in ticks of the system: a number of a process is given again. */
  readonly began: string | null;
}

/** A folder that no other run may change. */
export interface FolderLock {
  readonly token: string;
  /** Throws `corpus-busy` when another run has the folder now. */
  check(): void;
  release(): void;
}

export interface WaitOptions {
  /** How long to wait for another run to end. Default 600; 0: not at all. */
  readonly waitSeconds?: number | undefined;
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

const WAIT_SECONDS = 600;
const POLL_MS = 150;

/** Field 22 of `/proc/PID/stat`; `null` where the system does not tell. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = beganAt(pid);
  return began === null || now === null || now === began;
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Whether a run works on a folder now: its owner lives, or is on another machine, where nobody can tell. */
export function isLocked(folder: string): boolean {
  const owner = readOwner(join(folder, LOCK));
  return owner !== undefined && (owner.host !== hostname() || isAlive(owner));
}

const describe = ({ pid, host, since }: Owner, folder: string): string =>
  `${folder} is in use by process ${pid} on ${host} since ${since} (${Math.max(0, Math.round((Date.now() - Date.parse(since)) / 60_000))} min)`;

/** Writes the lock whole or not at all: a file of its own, linked under the name that all look for. */
function claim(disk: Disk, folder: string, mine: Owner): boolean {
  const own = join(folder, `${LOCK}-${mine.token}`);
  try {
    disk.write(own, JSON.stringify(mine));
    disk.link(own, join(folder, LOCK));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    disk.removeAll(own);
  }
}

/**
 * Takes over the lock of a run that is dead. Of those who see it dead one alone makes the guard that bears its token; the guard's maker looks
 * again before it replaces the lock, so that a lock taken meanwhile stays.
 */
function takeOver(disk: Disk, folder: string, dead: Owner): void {
  const guard = join(folder, `${LOCK}-dead-${dead.token}`);
  const own = `${guard}-${process.pid}`;
  try {
    disk.write(own, JSON.stringify({ ...dead, pid: process.pid, began: beganAt(process.pid) }));
    disk.link(own, guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const maker = readOwner(guard);
    if (maker && !isAlive(maker)) disk.removeAll(guard);
    return;
  } finally {
    disk.removeAll(own);
  }
  if (readOwner(join(folder, LOCK))?.token === dead.token) disk.removeAll(join(folder, LOCK));
  disk.removeAll(guard);
}

/** Whether a file has not changed for a minute: nobody is still writing it. */
const isOld = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < Date.now() - 60_000;

/** Removes what runs that died while they asked for the folder left in it. */
export function sweepLocks(folder: string, disk: Disk = realDisk): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(`${LOCK}-`))) {
    const file = join(folder, name),
      owner = readOwner(file);
    const isDead = owner === undefined ? isOld(file) : owner.host === hostname() && !isAlive(owner);
    if (isDead) disk.removeAll(file);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Takes a folder for this run. A second run waits, and says for whom; the lock of a run that died is taken over. Throws `corpus-busy` when the
 * other has not ended in time, or is on another machine and can't be asked.
 */
export async function lockFolder(
  folder: string,
  { waitSeconds = WAIT_SECONDS, onWarning, signal }: WaitOptions = {},
  disk: Disk = realDisk,
): Promise<FolderLock> {
  const file = join(folder, LOCK);
  const mine: Owner = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    began: beganAt(process.pid),
  };
  const until = Date.now() + waitSeconds * 1000;
  let told = false;
  while (!claim(disk, folder, mine)) {
    const owner = readOwner(file);
    if (owner === undefined) {
      // it is gone already, or a machine that stopped left it empty
      if (isOld(file))
        throw new DeversoirError('corpus-busy', `${folder} holds a lock that can't be read`, {
          hint: `if no other run works on it, remove ${file}`,
        });
      await sleep(POLL_MS / 10);
      continue;
    }
    if (owner.host === mine.host && !isAlive(owner)) {
      takeOver(disk, folder, owner);
      continue;
    }
    if (Date.now() >= until)
      throw new DeversoirError('corpus-busy', describe(owner, folder), {
        hint: `wait for it to end, or give another folder; if it is gone, remove ${file}`,
      });
    signal?.throwIfAborted();
    if (!told) onWarning?.(`${describe(owner, folder)}: waiting`);
    told = true;
    await sleep(POLL_MS);
    disk.makeFolder(folder);
  }
  return {
    token: mine.token,
    check() {
      const owner = readOwner(file);
      if (owner?.token !== mine.token)
        throw new DeversoirError('corpus-busy', `${folder} was taken by another run`, { hint: 'run again' });
    },
    release() {
      if (readOwner(file)?.token === mine.token) disk.removeAll(file);
    },
  };
}
