import { readFileSync } from 'node:fs';
import { encodingOf, TextStream } from './encoding.js';
import { DeversoirError } from './errors.js';

/** Bytes that tell the encoding. */
const HEAD = 65_536;

/** The text of bytes, without its BOM: UTF-8, UTF-16, else the encoding of one byte that a spreadsheet or an old editor saves. */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextStream(encodingOf(bytes.subarray(0, HEAD))).push(bytes, true);
}

/**
 * The text of a small file that a person wrote or saved: labels, a configuration.
 *
 * @throws DeversoirError `input-not-found` where there is no such file, `input-unreadable` where it can't be read; `hint` says what to give.
 */
export function fileText(file: string, hint: string): string {
  try {
    return textOfBytes(readFileSync(file));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    throw new DeversoirError(
      absent ? 'input-not-found' : 'input-unreadable',
      absent ? 'no such file' : code === 'EISDIR' ? 'is a folder' : "can't be read",
      { hint, place: { file }, cause },
    );
  }
}
