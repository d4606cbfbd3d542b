import { createRequire } from 'node:module';
import {
  DuckDBDoubleVector,
  DuckDBVarCharVector,
  JSDuckDBValueConverter,
  type DuckDBDataChunk,
  type DuckDBVector,
} from '@duckdb/node-api';

const require = createRequire(import.meta.url);
/** The driver's own way across the boundary, of the version that it asks for. */
const bindings = createRequire(require.resolve('@duckdb/node-api'))('@duckdb/node-bindings') as {
  get_data_from_pointer(from: ArrayBufferLike, offset: number, bytes: number): Uint8Array;
};

/** A text of DuckDB takes 16 bytes: its length, then itself where it is no longer than 12, else its first 4 and where it stands. */
const ENTRY = 16;
const INLINE = 12;
/** Short texts (channels, drivers, kinds) that all rows share. */
const MOST_SHARED = 2000;
const BEYOND_ASCII = /[^\0-\x7f]/;
const decoder = new TextDecoder();

/** What the driver's vectors of texts and numbers are made of. */
interface VectorParts {
  /** A bit a row, lowest first; `null`: all are there. */
  readonly validity: { readonly data: BigUint64Array | null };
  readonly dataView: DataView;
  readonly items: Float64Array;
}

function presence({ validity: { data } }: VectorParts): (row: number) => boolean {
  if (data === null) return () => true;
  const words = new Uint32Array(data.buffer, data.byteOffset, 2 * data.length);
  return (row) => (((words[row >> 5] as number) >>> (row & 31)) & 1) === 1;
}

const byteText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/**
 * Appends the texts of a vector. The driver crosses the boundary once a text; here once for each run of texts that stand one behind the
 * other, as those of results do, and not at all for short ones.
 */
function appendTexts(
  parts: VectorParts,
  count: number,
  values: unknown[],
  shared: Map<string, string>,
): void {
  const { dataView: view } = parts,
    isThere = presence(parts),
    entries = new Uint8Array(view.buffer, view.byteOffset, count * ENTRY),
    letters = byteText(entries);
  const lengthOf = (row: number): number => (isThere(row) ? view.getUint32(row * ENTRY, true) : 0);
  const placeOf = (row: number): bigint => view.getBigUint64(row * ENTRY + 8, true);
  const short = (at: number, length: number): string => {
    const text = letters.slice(at, at + length),
      known = shared.get(text);
    if (known !== undefined) return known;
    const read = BEYOND_ASCII.test(text) ? decoder.decode(entries.subarray(at, at + length)) : text;
    if (shared.size < MOST_SHARED) shared.set(text, read);
    return read;
  };
  for (let row = 0; row < count;) {
    const first = lengthOf(row);
    if (first <= INLINE) {
      values.push(isThere(row) ? short(row * ENTRY + 4, first) : null);
      row++;
      continue;
    }
    const ends = [first],
      from = placeOf(row);
    let end = first;
    for (let next = row + 1; next < count; next++) {
      const length = lengthOf(next);
      if (length <= INLINE || placeOf(next) !== from + BigInt(end)) break;
      ends.push((end += length));
    }
    const bytes = bindings.get_data_from_pointer(view.buffer, view.byteOffset + row * ENTRY + 8, end),
      run = byteText(bytes),
      isAscii = !BEYOND_ASCII.test(run);
    let start = 0;
    for (const stop of ends) {
      values.push(isAscii ? run.slice(start, stop) : decoder.decode(bytes.subarray(start, stop)));
      start = stop;
    }
    row += ends.length;
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

function appendValues(vector: DuckDBVector, values: unknown[], shared: Map<string, string>): void {
  const parts = vector as unknown as VectorParts,
    { itemCount: count, type } = vector;
  if (vector instanceof DuckDBVarCharVector) appendTexts(parts, count, values, shared);
  else if (vector instanceof DuckDBDoubleVector) {
    const isThere = presence(parts);
    for (let row = 0; row < count; row++) values.push(isThere(row) ? parts.items[row] : null);
  } else
    for (let row = 0; row < count; row++)
      values.push(plain(JSDuckDBValueConverter(vector.getItem(row), type, JSDuckDBValueConverter)));
}

/**
 * Columns of a result: `BIGINT` as numbers, instants as `Date`, lists as arrays, absent as `null`. Piece by piece, so that what DuckDB holds
 * of each is freed while the next ones are read.
 */
export async function columnValues(
  chunks: Iterable<DuckDBDataChunk> | AsyncIterable<DuckDBDataChunk>,
  count: number,
): Promise<unknown[][]> {
  const columns = Array.from({ length: count }, () => ({
    values: [] as unknown[],
    shared: new Map<string, string>(),
  }));
  for await (const chunk of chunks)
    columns.forEach(({ values, shared }, at) => appendValues(chunk.getColumnVector(at), values, shared));
  return columns.map(({ values }) => values);
}
