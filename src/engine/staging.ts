import type { Column, ColumnBatch, Columns, Evidence } from '../model/index.js';
import type { Database } from './database.js';

/**
 * A staging table holds each row of a model table as one text, its fields joined by U+001F (lists by U+001E, absent as nothing),
 * and beside it, as columns of their own, the few that SQL looks at before the end. Crossing from JavaScript into DuckDB costs
 * a call a value: one text a row is nearly three times faster than sixty columns, and DuckDB takes it apart natively.
 */
const FIELD = '\u001F';
const ITEM = '\u001E';
/** Between a field and its bits. */
const PART = '\u001D';
const CHUNK_ROWS = 2048;

const plainType = ({ kind }: Column): 'DOUBLE' | 'VARCHAR' =>
  kind === 'string' || kind === 'strings' || kind === 'evidence' ? 'VARCHAR' : 'DOUBLE';

/** `CREATE TABLE` of a staging table; `plain` names the columns that stand on their own too. */
export function createStagingSql(table: string, columns: Columns, plain: readonly string[] = []): string {
  const own = plain.map((name) => `"${name}" ${plainType(columns[name] ?? { kind: 'string', doc: '' })}, `);
  return `CREATE TABLE ${table} (${own.join('')}fields VARCHAR)`;
}

function fieldSql({ kind }: Column, field: string): string {
  if (kind === 'strings')
    return `CASE WHEN ${field} = '' THEN []::VARCHAR[] ELSE string_split(${field}, chr(30)) END`;
  if (kind === 'evidence')
    return `CASE WHEN ${field} = '' THEN [] ELSE list_transform(string_split(${field}, chr(30)), weighed ->
      {'field': split_part(weighed, chr(29), 1), 'bits': CAST(nullif(split_part(weighed, chr(29), 2), '') AS DOUBLE)}) END`;
  const value = `nullif(${field}, '')`;
  if (kind === 'instant') return `make_timestamp(CAST(${value} AS BIGINT) * 1000)`;
  if (kind === 'int') return `CAST(${value} AS BIGINT)`;
  if (kind === 'float') return `CAST(${value} AS DOUBLE)`;
  if (kind === 'boolean') return `${value} = '1'`;
  return value;
}

/** The query that reads a staging table in the types of the model; `plain` columns keep their own values. */
export function stagedQuery(table: string, columns: Columns, plain: readonly string[] = []): string {
  const packed = Object.entries(columns).filter(([name]) => !plain.includes(name));
  const own = plain.map((name) => `"${name}"`);
  const fields = Object.keys(columns).map((name, index) => [name, `f[${index + 1}]`] as const);
  const place = new Map(fields);
  const list = packed.map(([name, column]) => `${fieldSql(column, place.get(name) ?? '')} AS "${name}"`);
  return `SELECT ${[...own, ...list].join(', ')} FROM (SELECT ${[...own, ''].join(', ')}string_split(fields, chr(31)) AS f FROM ${table})`;
}

/** The `fields` text of a row of a table of the model, in SQL: the way back into a staging table. */
export function packSql(columns: Columns): string {
  const parts = Object.entries(columns).map(([name, { kind }]) => {
    const column = `"${name}"`;
    if (kind === 'strings') return `array_to_string(${column}, chr(30))`;
    if (kind === 'evidence')
      return `array_to_string(list_transform(${column}, weighed -> concat(weighed.field, chr(29), coalesce(CAST(weighed.bits AS VARCHAR), ''))), chr(30))`;
    if (kind === 'instant') return `coalesce(CAST(epoch_ms(${column}) AS VARCHAR), '')`;
    if (kind === 'boolean') return `CASE WHEN ${column} IS NULL THEN '' WHEN ${column} THEN '1' ELSE '0' END`;
    return `coalesce(CAST(${column} AS VARCHAR), '')`;
  });
  return `concat_ws(chr(31), ${parts.join(', ')})`;
}

const clean = (text: string): string =>
  text.includes(FIELD) || text.includes(ITEM) ? text.replaceAll(FIELD, ' ').replaceAll(ITEM, ' ') : text;

function pack(kind: Column['kind'], value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'string') return clean(value as string);
  if (kind === 'strings')
    return (value as readonly string[]).length === 0
      ? ''
      : (value as readonly string[]).map(clean).join(ITEM);
  if (kind === 'evidence')
    return (value as readonly Evidence[])
      .map(({ field, bits }) => `${clean(field)}${PART}${bits ?? ''}`)
      .join(ITEM);
  if (kind === 'boolean') return value === true ? '1' : '0';
  return Number.isFinite(value) ? String(value) : '';
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
  plain: readonly string[] = [],
): Promise<StagingWriter<T>> {
  const { DOUBLE, DuckDBDataChunk, VARCHAR } = await import('@duckdb/node-api');
  const names = Object.keys(columns);
  const kinds = names.map((name) => columns[name]?.kind ?? 'string');
  const types = [
    ...plain.map((name) =>
      plainType(columns[name] ?? { kind: 'string', doc: '' }) === 'DOUBLE' ? DOUBLE : VARCHAR,
    ),
    VARCHAR,
  ];
  const appender = await database.connection.createAppender(table);
  return {
    append(batch) {
      const arrays = names.map((name) => batch[name] as readonly unknown[]);
      const length = arrays[0]?.length ?? 0;
      const row: string[] = Array.from({ length: names.length }, () => '');
      for (let from = 0; from < length; from += CHUNK_ROWS) {
        const to = Math.min(length, from + CHUNK_ROWS);
        const chunk = DuckDBDataChunk.create(types, to - from);
        plain.forEach((name, index) => {
          const values = (batch[name] as readonly unknown[]).slice(from, to);
          chunk.setColumnValues(
            index,
            values.map((value) =>
              typeof value === 'boolean' ? Number(value) : (value as string | number | null),
            ),
          );
        });
        const texts: string[] = [];
        for (let at = from; at < to; at++) {
          for (let index = 0; index < arrays.length; index++)
            row[index] = pack(kinds[index] ?? 'string', arrays[index]?.[at]);
          texts.push(row.join(FIELD));
        }
        chunk.setColumnValues(plain.length, texts);
        appender.appendDataChunk(chunk);
      }
    },
    close() {
      appender.flushSync();
      appender.closeSync();
    },
  };
}
