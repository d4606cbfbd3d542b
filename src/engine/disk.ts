import * as fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DeversoirError } from '../util/errors.js';

/** The operations on folders by which a corpus changes: one place, so that a test can stop a run at each of them. */
export interface Disk {
  rename(from: string, to: string): void;
  makeFolder(path: string): string | undefined;
  removeAll(path: string): void;
  removeEmpty(path: string): void;
  write(path: string, text: string): void;
  /** Fails with `EEXIST` where `to` is. */
  link(from: string, to: string): void;
}

/** Throws `option-invalid` where a file stands in the place of a folder. */
export function refuseFile(folder: string): void {
  if (fs.existsSync(folder) && !fs.statSync(folder).isDirectory())
    throw new DeversoirError('option-invalid', `${folder} is a file`, { hint: 'give a folder' });
}

/** Makes a folder and those above it, one by one (Node asks without end where the system refuses as `/proc` does); gives the first that was made. */
export function makeFolder(path: string): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(path); !fs.existsSync(at); at = dirname(at)) missing.unshift(at);
  refuseFile(path);
  let made: string | undefined;
  for (const at of missing)
    try {
      fs.mkdirSync(at, { mode: 0o700 });
      made ??= at;
    } catch (error) {
      // another run made it meanwhile
      if (!fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  return made;
}

/** Removes a folder and those above it up to `made`, as far as they are empty. */
export function removeEmptyFolders(folder: string, made: string): void {
  try {
    for (let at = resolve(folder); ; at = dirname(at)) {
      fs.rmdirSync(at);
      if (at === resolve(made)) return;
    }
  } catch {
    // it holds something, or is gone
  }
}

/** Whether what ends in the number of a process was left by one that is no more. */
export function isLeft(name: string): boolean {
  const number = /\d+$/.exec(name)?.[0];
  if (number === undefined) return false;
  try {
    process.kill(Number(number), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** The disk of this machine. What is made is for its user alone. */
export const realDisk: Disk = {
  rename: (from, to) => fs.renameSync(from, to),
  makeFolder,
  removeAll: (path) => fs.rmSync(path, { recursive: true, force: true }),
  removeEmpty: (path) => fs.rmdirSync(path),
  write: (path, text) => fs.writeFileSync(path, text, { mode: 0o600 }),
  link: (from, to) => fs.linkSync(from, to),
};
