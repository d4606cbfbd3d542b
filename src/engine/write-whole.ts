import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes beside, then renames: whoever reads the file sees the one before or the one after, also when the disk is full or the run dies. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
