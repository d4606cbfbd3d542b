import { writeFileSync } from 'node:fs';
import { bytesOf, i32, i64, list, struct, text, type Thrift } from './compact-thrift.js';
import type { PieceColumn } from './piece-columns.js';

const MAGIC = Buffer.from('PAR1');

/**
 * Writes rows that were gathered in columns as a Parquet file of one row group, for the merge to read once: not compressed, without statistics.
 * A piece costs a third of what DuckDB took for it, to which each text had to cross on its own.
 */
export function writePiece(path: string, columns: readonly PieceColumn[], rows: number): void {
  const parts: Buffer[] = [MAGIC];
  let at = MAGIC.length;
  const abouts: Thrift[] = [];
  for (const column of columns) {
    const { pages, about, size } = column.chunk(at);
    parts.push(...pages);
    abouts.push(about);
    at += size;
  }
  const footer = bytesOf(
    struct({
      1: i32(1),
      2: list([
        struct({ 4: text('rows'), 5: i32(columns.length) }),
        ...columns.flatMap((column) => column.schema()),
      ]),
      3: i64(rows),
      4: list([struct({ 1: list(abouts), 2: i64(at - MAGIC.length), 3: i64(rows) })]),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  writeFileSync(path, Buffer.concat([...parts, footer, length, MAGIC]), { mode: 0o600 });
}
