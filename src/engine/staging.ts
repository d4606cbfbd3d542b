import type { DuckDBType } from '@duckdb/node-api';
import type { Column, ColumnBatch, Columns } from '../model/index.js';
import type { Database } from './database.js';

/**
 * Staging tables hold a model table in types that JavaScript writes without an object a value: instants and whole numbers as
 * DOUBLE, lists as text joined by U+001F. `stagedColumns` reads them back in the types of the model.
 */
const LIST_SEPARATOR = '\u001F';
const CHUNK_ROWS = 2048;

const stagingType = ({ kind }: Column): 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' =>
  kind === 'int' || kind === 'float' || kind === 'instant' ? 'DOUBLE' : kind === 'boolean' ? 'BOOLEAN' : 'VARCHAR';

/** `CREATE TABLE` of the staging table of a description. */
export function createStagingSql(table: string, columns: Columns): string {
  return `CREATE TABLE ${table} (${Object.entries(columns).map(([name, column]) => `"${name}" ${stagingType(column)}`).join(', ')})`;
}

/** The select list that reads a staging table in the types of the model. */
export function stagedColumns(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { kind }]) => {
      if (kind === 'instant') return `make_timestamp(CAST("${name}" AS BIGINT) * 1000) AS "${name}"`;
      if (kind === 'int') return `CAST("${name}" AS BIGINT) AS "${name}"`;
      if (kind === 'strings') return `CASE WHEN "${name}" IS NULL THEN []::VARCHAR[] ELSE string_split("${name}", chr(31)) END AS "${name}"`;
      return `"${name}"`;
    })
    .join(', ');
}

/** The select list that writes a table of the model back into its staging types. */
export function stagingColumns(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { kind }]) => {
      if (kind === 'instant') return `CAST(epoch_ms("${name}") AS DOUBLE) AS "${name}"`;
      if (kind === 'int') return `CAST("${name}" AS DOUBLE) AS "${name}"`;
      if (kind === 'strings') return `CASE WHEN len("${name}") = 0 THEN NULL ELSE array_to_string("${name}", chr(31)) END AS "${name}"`;
      return `"${name}"`;
    })
    .join(', ');
}

function stagedValue(kind: Column['kind'], value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (kind === 'string') return value as string;
  if (kind === 'strings') {
    const list = value as readonly string[];
    return list.length === 0 ? null : list.map((item) => item.replaceAll(LIST_SEPARATOR, ' ')).join(LIST_SEPARATOR);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return value as number | boolean;
}

/** Appends column batches to a staging table, in pieces of DuckDB's own chunk size. */
export interface StagingWriter<T extends Columns> {
  append(batch: ColumnBatch<T>): void;
  close(): void;
}

export async function openStagingWriter<T extends Columns>(database: Database, table: string, columns: T): Promise<StagingWriter<T>> {
  const { BOOLEAN, DOUBLE, DuckDBDataChunk, VARCHAR } = await import('@duckdb/node-api');
  const names = Object.keys(columns);
  const kinds = names.map((name) => columns[name]?.kind ?? 'string');
  const types = names.map((name): DuckDBType => {
    const type = stagingType(columns[name] ?? { kind: 'string', doc: '' });
    return type === 'DOUBLE' ? DOUBLE : type === 'BOOLEAN' ? BOOLEAN : VARCHAR;
  });
  const appender = await database.connection.createAppender(table);
  return {
    append(batch) {
      const length = batch[names[0] ?? '']?.length ?? 0;
      for (let from = 0; from < length; from += CHUNK_ROWS) {
        const to = Math.min(length, from + CHUNK_ROWS);
        const chunk = DuckDBDataChunk.create(types, to - from);
        names.forEach((name, index) => {
          const kind = kinds[index] ?? 'string';
          const values = batch[name] as readonly unknown[];
          chunk.setColumnValues(index, values.slice(from, to).map((value) => stagedValue(kind, value)));
        });
        appender.appendDataChunk(chunk);
      }
    },
    close() {
      appender.flushSync();
      appender.closeSync();
    },
  };
}
