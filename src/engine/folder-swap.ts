import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DeversoirError } from '../util/errors.js';

/** What a corpus folder holds of ours; anything else in it is the user's and stays. */
export const CORPUS_ENTRIES: readonly string[] = [
  'messages',
  'duplicates',
  'rejects',
  'doubts',
  'cases',
  'case-messages',
  'transitions',
  'links',
  'manifest.json',
];

const next = (folder: string): string => `${folder}.building`;
const previous = (folder: string): string => `${folder}.previous`;

/** Folders being built by this process, each with the first folder that had to be made for it, if any. */
const unfinished = new Map<string, string | undefined>();

/** Puts the last good state back after a crash between the two renames of `swapIn`. */
export function recover(folder: string): void {
  if (!existsSync(folder) && existsSync(previous(folder))) renameSync(previous(folder), folder);
}

/**
 * An empty folder beside the corpus to build the new state in. Refuses a folder that holds other things than a corpus, so
 * that nothing of the user's is moved by mistake.
 */
export function startBuilding(folder: string): string {
  recover(folder);
  if (existsSync(folder) && !existsSync(join(folder, 'manifest.json')) && readdirSync(folder).length > 0) {
    throw new DeversoirError('option-invalid', `${folder} is not empty and holds no corpus`, {
      hint: 'choose a new or empty folder',
    });
  }
  rmSync(next(folder), { recursive: true, force: true });
  unfinished.set(folder, mkdirSync(next(folder), { recursive: true }));
  return next(folder);
}

/** Replaces the corpus by the state built beside it. A crash at any point leaves the old state or the new one. */
export function swapIn(folder: string): void {
  const building = next(folder);
  unfinished.delete(folder);
  if (!existsSync(folder)) {
    renameSync(building, folder);
    return;
  }
  for (const name of readdirSync(folder)) {
    if (!CORPUS_ENTRIES.includes(name)) renameSync(join(folder, name), join(building, name));
  }
  rmSync(previous(folder), { recursive: true, force: true });
  renameSync(folder, previous(folder));
  renameSync(building, folder);
  rmSync(previous(folder), { recursive: true, force: true });
}

/** Throws the unfinished state away, and the folders made for it that are still empty. */
export function abandonBuilding(folder: string): void {
  rmSync(next(folder), { recursive: true, force: true });
  const first = unfinished.get(folder);
  unfinished.delete(folder);
  if (first === undefined) return;
  for (let at = dirname(resolve(next(folder))); at.length >= resolve(first).length; at = dirname(at)) {
    if (!existsSync(at) || readdirSync(at).length > 0) return;
    rmdirSync(at);
  }
}

/** Throws away all that this process was building: for a process that is told to stop. */
export function abandonAll(): void {
  for (const folder of unfinished.keys()) abandonBuilding(folder);
}
