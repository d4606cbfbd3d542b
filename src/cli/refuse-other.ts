import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DeversoirError } from '../util/errors.js';

/**
 * Throws `option-invalid` where `--out` names a file that does not begin as what would be written: a slip of the hand must not cost
 * labels or an export.
 */
export function refuseOther(out: string, begins: string, what: string): void {
  const there = statSync(out, { throwIfNoEntry: false });
  if (there?.isDirectory() === true)
    throw new DeversoirError('option-invalid', `--out ${out} is a folder`, {
      hint: `give the file of ${what}`,
    });
  if (there?.isFile() !== true || there.size === 0) return;
  const head = Buffer.alloc(Buffer.byteLength(begins));
  const file = openSync(out, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString('utf8') !== begins)
    throw new DeversoirError('option-invalid', `--out ${out} is there and is not ${what}`, {
      hint: 'give another name: what is in it would be lost',
    });
}
