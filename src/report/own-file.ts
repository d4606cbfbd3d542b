import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DeversoirError } from '../util/errors.js';

/** Our archives are dated by this day alone, first of all so that the same report gives the same bytes; one saved by hand has another. */
const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const DATED = Buffer.from([0x00, 0x00, 0x21, 0x28]);
const DATE_AT = 10;

const MARKS: Readonly<Record<string, RegExp>> = {
  '.html': /<meta name="generator" content="deversoir /,
  '.json': /^\{\s*"(?:deversoir"|\$schema": "[^"]*",\s*"title": "metrics\.json of deversoir")/,
};

/** What our tables say at their end, where Parquet keeps what is told of a file. */
const TABLE = /generator[^\p{L}]{1,20}deversoir/u;

/** Bytes of a file, from its start and to its end, that tell whose it is. */
const HEAD_BYTES = 4096;

/**
 * Whether a file of a report was written by a report, by its first {@link HEAD_BYTES} bytes, or its last: a page by its generator, a document by its
 * first keys, a deck or a workbook by the date of its archive, a table by what its end tells. A deck that was edited and saved is its author's.
 */
export function isOwnFile(name: string, head: Uint8Array, tail: Uint8Array = head): boolean {
  const bytes = Buffer.from(head);
  if (name.endsWith('.parquet')) return TABLE.test(Buffer.from(tail).toString('latin1'));
  const mark = MARKS[/\.\w+$/.exec(name)?.[0] ?? ''];
  if (mark !== undefined) return mark.test(bytes.toString('utf8'));
  return (
    bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE) &&
    bytes.subarray(DATE_AT, DATE_AT + DATED.length).equals(DATED)
  );
}

/** The first bytes of a file and its last. */
function endsOf(path: string, size: number): readonly [Uint8Array, Uint8Array] {
  const file = openSync(path, 'r');
  const from = (at: number): Uint8Array => {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, at));
  };
  try {
    return [from(0), from(Math.max(0, size - HEAD_BYTES))];
  } finally {
    closeSync(file);
  }
}

/**
 * Throws `option-invalid` where a file of the user has a name that is about to be written.
 *
 * @param by what writes files of that name
 */
export function refuseForeign(path: string, by = 'a report'): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isFile() && there.size > 0 && !isOwnFile(path, ...endsOf(path, there.size)))
    throw new DeversoirError('option-invalid', `${path} was not written by ${by}, or was changed since`, {
      hint: `choose another ${by === 'label' ? 'name (--html)' : 'folder (--out)'}, or move that file away`,
    });
}
