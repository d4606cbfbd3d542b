import { chmodSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLeft } from './disk.js';

const OWNER_ALONE = 0o600;

/**
 * Writes beside, then renames: whoever reads the file sees the one before or the one after, also when the disk is full, the run dies or
 * another writes too. A new file is for its user alone; one that is there keeps who may read it. A
 * device or a pipe is written to.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const mark = `${basename(file)}.new-`;
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(mark) && isLeft(name)) rmSync(join(dirname(file), name), { force: true });
  const beside = join(dirname(file), `${mark}${process.pid}`);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) return writeFileSync(file, content);
  try {
    rmSync(beside, { force: true });
    writeFileSync(beside, content, { mode: OWNER_ALONE, flag: 'wx' });
    chmodSync(beside, (there?.mode ?? OWNER_ALONE) & 0o777);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
