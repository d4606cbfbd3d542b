import { writeFileSync } from 'node:fs';
import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { ColumnKind, Columns } from '../model/index.js';

/** How a kind of column stands in Parquet: its type, that of what it holds, and its values. */
interface Stored {
  readonly type: Omit<SchemaElement, 'name'>;
  readonly items?: readonly SchemaElement[];
  readonly encoding?: 'PLAIN';
  of(value: unknown): unknown;
}

const UTF8 = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const whole = (value: unknown, times = 1n): bigint | null =>
  Number.isFinite(value) ? BigInt(Math.round(value as number)) * times : null;
const isEmpty = (list: readonly string[]): boolean => list.length === 1 && list[0] === '';

/** Values by which a column of texts shows whether they repeat. */
const SAMPLE = 256;
/** Where they do not, `Buffer` makes bytes of them in a third of the time of the library. */
const bytesOf = (value: unknown): unknown => (typeof value === 'string' ? Buffer.from(value) : value);

/** Absent is `null`, '' or what is no number; a list of one empty text is empty. Texts that repeat are held once. */
const STORED: Readonly<Record<ColumnKind, Stored | undefined>> = {
  string: { type: UTF8, of: (value) => (value === '' ? null : value) },
  strings: {
    type: { repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
    items: [
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', ...UTF8 },
    ],
    of: (value) => (value && !isEmpty(value as readonly string[]) ? value : []),
  },
  int: { type: { type: 'INT64' }, encoding: 'PLAIN', of: (value) => whole(value) },
  float: {
    type: { type: 'DOUBLE' },
    encoding: 'PLAIN',
    of: (value) => (Number.isFinite(value) ? value : null),
  },
  boolean: { type: { type: 'BOOLEAN' }, encoding: 'PLAIN', of: (value) => value },
  instant: {
    type: { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
    encoding: 'PLAIN',
    of: (value) => whole(value, 1000n),
  },
  evidence: undefined,
};

/**
 * A Parquet file for the merge to read once, while its rows are gathered: not compressed, without statistics. Each batch is a row
 * group, of which bytes alone stay: values that wait would be carried along by the garbage collector.
 */
export class PieceFile {
  rows = 0;
  private readonly bytes = new ByteWriter();
  private readonly writer: ParquetWriter;
  private readonly columns: readonly (readonly [name: string, stored: Stored])[];

  constructor(columns: Columns) {
    this.columns = Object.entries(columns).map(([name, { kind }]) => {
      const stored = STORED[kind];
      if (stored === undefined) throw new TypeError(`a piece holds no ${kind}`);
      return [name, stored];
    });
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema: [
        { name: 'rows', num_children: this.columns.length },
        ...this.columns.flatMap(([name, { type, items = [] }]) => [
          { name, repetition_type: 'OPTIONAL' as const, ...type },
          ...items,
        ]),
      ],
      codec: 'UNCOMPRESSED',
      statistics: false,
    });
  }

  add(batch: Readonly<Record<string, readonly unknown[]>>, length: number): void {
    const columnData = this.columns.map(([name, { encoding, of, type }]): ColumnSource => {
      const data = (batch[name] as readonly unknown[]).map((value) => of(value));
      if (type === UTF8 && 2 * new Set(data.slice(0, SAMPLE)).size > Math.min(SAMPLE, length))
        return { name, data: data.map(bytesOf), encoding: 'PLAIN' };
      return { name, data, ...(encoding && { encoding }) };
    });
    this.writer.write({ columnData, rowGroupSize: length });
    this.rows += length;
  }

  save(path: string): void {
    this.writer.finish();
    writeFileSync(path, this.bytes.getBytes(), { mode: 0o600 });
  }
}
