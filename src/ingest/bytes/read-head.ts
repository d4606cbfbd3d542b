import { DeversoirError } from '../../util/errors.js';
import { endsInFirstRecord } from '../json/json-scan.js';
import { endsInFirstRow } from '../table/header.js';
import { type ByteSource, memorySource } from './byte-source.js';

/** Bytes of the head that detection sees. */
export const HEAD_BYTES = 256 * 1024;
/** Lengths of the head tried in turn where the first record of JSON, or the first row under the header of a table, is longer. */
const LONGER_HEADS = [1, 4, 16].map((mb) => mb * 1024 * 1024);
/** Compressed archives inside archives are loaded up to this size. */
const NESTED_LIMIT = 512 * 1024 * 1024;

/** All bytes of a source, up to a limit. */
export async function readWhole(source: ByteSource, limit: number, path: string): Promise<Uint8Array> {
  const tooLarge = (): DeversoirError =>
    new DeversoirError('input-hostile', `more than ${limit} bytes`, {
      place: { file: path },
      hint: 'this format is loaded whole: split the file',
    });
  if (source.size > limit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const piece of source.stream()) {
    total += piece.length;
    if (total > limit) throw tooLarge();
    pieces.push(piece);
  }
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array(0)) : Buffer.concat(pieces);
}

/** The first bytes of a source, and whether they are all. */
async function bytesUpTo(source: ByteSource, length: number): Promise<{ head: Uint8Array; ended: boolean }> {
  if (source.slice) {
    const head = source.slice(0, length);
    return { head, ended: head.length >= source.size };
  }
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const piece of source.stream()) {
      pieces.push(piece);
      total += piece.length;
      if (total > length) break;
    }
  } catch (error) {
    if (total === 0 || !(error instanceof DeversoirError) || error.code === 'input-hostile') throw error;
    return { head: Buffer.concat(pieces), ended: false }; // damaged further on: reading says where
  }
  return { head: Buffer.concat(pieces).subarray(0, length), ended: total <= length };
}

/** The head of a source: 256 KiB, more where its first record is longer, and whether that is all. */
export async function readHead(source: ByteSource): Promise<{ head: Uint8Array; ended: boolean }> {
  let found = await bytesUpTo(source, HEAD_BYTES);
  for (const length of LONGER_HEADS) {
    // marks are the same bytes in UTF-8 and in the encodings of one byte
    const text = found.ended ? '' : Buffer.from(found.head).toString('latin1').replace('ï»¿', '');
    if (!endsInFirstRecord(text) && !endsInFirstRow(text)) break;
    found = await bytesUpTo(source, length);
  }
  return found;
}

/** A source that can jump: archives need it; a member of an archive is loaded for it. */
export async function jumping(source: ByteSource, path: string): Promise<ByteSource> {
  return source.slice ? source : memorySource(await readWhole(source, NESTED_LIMIT, path));
}
