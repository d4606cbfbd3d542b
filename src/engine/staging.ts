import type { Column, ColumnBatch, Columns, Evidence } from '../model/index.js';
import { duckdbType } from '../model/index.js';
import type { Database } from './database.js';

/**
 * How rows cross from JavaScript into DuckDB, which costs a call a text: a staging table has texts and numbers only, lists as one text
 * (items joined by U+001E, parts of a weight by U+001D), absent as '' or NaN, so that no column needs a mask of its own.
 */
const ITEM = '\u001E';
const PART = '\u001D';
const CHUNK_ROWS = 2048;

const isText = ({ kind }: Column): boolean => kind === 'string' || kind === 'strings' || kind === 'evidence';

/** `CREATE TABLE` of a staging table. */
export function createStagingSql(table: string, columns: Columns): string {
  const list = Object.entries(columns).map(
    ([name, column]) => `"${name}" ${isText(column) ? 'VARCHAR' : 'DOUBLE'}`,
  );
  return `CREATE TABLE ${table} (${list.join(', ')})`;
}

function decoded(kind: Column['kind'], value: string): string {
  if (kind === 'string') return `nullif(${value}, '')`;
  if (kind === 'strings')
    return `CASE WHEN ${value} = '' THEN []::VARCHAR[] ELSE string_split(${value}, chr(30)) END`;
  if (kind === 'evidence')
    return `CASE WHEN ${value} = '' THEN [] ELSE list_transform(string_split(${value}, chr(30)), weighed ->
      {'field': split_part(weighed, chr(29), 1), 'bits': CAST(nullif(split_part(weighed, chr(29), 2), '') AS DOUBLE)}) END`;
  const known = `CASE WHEN NOT isnan(${value}) THEN `;
  if (kind === 'instant') return `${known}make_timestamp(CAST(${value} AS BIGINT) * 1000) END`;
  if (kind === 'int') return `${known}CAST(${value} AS BIGINT) END`;
  if (kind === 'boolean') return `${known}${value} = 1 END`;
  return `${known}${value} END`;
}

/** The query that reads a staging table in the types of the model. */
export function stagedQuery(table: string, columns: Columns): string {
  const list = Object.entries(columns).map(
    ([name, column]) => `CAST(${decoded(column.kind, `"${name}"`)} AS ${duckdbType(column)}) AS "${name}"`,
  );
  return `SELECT ${list.join(', ')} FROM ${table}`;
}

const clean = (text: string): string =>
  text.includes(ITEM) || text.includes(PART) ? text.replaceAll(ITEM, ' ').replaceAll(PART, ' ') : text;

/** A value of the model as a staging table holds it. */
function staged(kind: Column['kind'], value: unknown): string | number {
  if (kind === 'string') return (value ?? '') as string;
  if (kind === 'strings') {
    const list = (value ?? []) as readonly string[];
    return list.length === 0 ? '' : list.map(clean).join(ITEM);
  }
  if (kind === 'evidence')
    return ((value ?? []) as readonly Evidence[])
      .map(({ field, bits }) => `${clean(field)}${PART}${bits ?? ''}`)
      .join(ITEM);
  if (value === null || value === undefined) return Number.NaN;
  if (kind === 'boolean') return value === true ? 1 : 0;
  return Number.isFinite(value) ? (value as number) : Number.NaN;
}

/** Appends column batches to a staging table. */
export interface StagingWriter<T extends Columns> {
  append(batch: ColumnBatch<T>): void;
  close(): void;
}

export async function openStagingWriter<T extends Columns>(
  database: Database,
  table: string,
  columns: T,
): Promise<StagingWriter<T>> {
  const { DOUBLE, DuckDBDataChunk, VARCHAR } = await import('@duckdb/node-api');
  const types = Object.values(columns).map((column) => (isText(column) ? VARCHAR : DOUBLE));
  const appender = await database.connection.createAppender(table);
  return {
    append(batch) {
      const values = Object.entries(columns).map(([name, { kind }]) =>
        (batch[name] as readonly unknown[]).map((value) => staged(kind, value)),
      );
      const length = values[0]?.length ?? 0;
      for (let from = 0; from < length; from += CHUNK_ROWS) {
        const to = Math.min(length, from + CHUNK_ROWS);
        const chunk = DuckDBDataChunk.create(types, to - from);
        values.forEach((column, index) => chunk.setColumnValues(index, column.slice(from, to)));
        appender.appendDataChunk(chunk);
      }
    },
    close() {
      appender.flushSync();
      appender.closeSync();
    },
  };
}
