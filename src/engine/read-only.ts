import type { DuckDBConnection } from '@duckdb/node-api';
import { DeversoirError } from '../util/errors.js';

/** Functions that a SELECT may call and that change the connection, write a file or run another text, which may call them. */
const CHANGING = String.raw`(?:en|dis)able_\w+|truncate_duckdb_logs|write_log|(?:force_)?checkpoint|query(?:_table)?|json_execute_serialized_sql|arrow_scan\w*`;
/** Functions and views that tell of the machine: folders, settings, files. */
const TELLING = String.raw`pragma_database_list|duckdb_(?:databases|settings|temporary_files|secrets|log\w*|extensions|external_file_cache)|pg_settings|current_setting`;
const EITHER = new RegExp(`^(?:(${CHANGING})|${TELLING})$`, 'iu');
/** Spelt anywhere in a text: a name has no other spelling, as DuckDB knows no escapes in identifiers. */
const SPELT = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:pragma|${CHANGING}|${TELLING})(?![\p{L}\p{N}_])`,
  'iu',
);

/** Names of the functions, tables and views of a text of SQL, as DuckDB's parser reads it; none where it is no statement that reads. */
async function namesIn(connection: DuckDBConnection, sql: string): Promise<readonly string[] | undefined> {
  const read = await connection.runAndReadAll('SELECT json_serialize_sql($sql::VARCHAR)', { sql });
  const names: string[] = [];
  const tree = JSON.parse(String(read.getRowsJS()[0]?.[0]), (key, value: unknown) => {
    if ((key === 'function_name' || key === 'table_name') && typeof value === 'string') names.push(value);
    return value;
  }) as { readonly error: boolean };
  return tree.error ? undefined : names;
}

/**
 * Throws `option-invalid` where a text of SQL calls what changes the connection, runs another text or tells of the machine. What its
 * literals, comments, columns and aliases say is free.
 */
export async function refuseCalls(connection: DuckDBConnection, sql: string): Promise<void> {
  if (!SPELT.test(sql)) return;
  const names = await namesIn(connection, sql);
  const call = names?.map((name) => EITHER.exec(name)).find((found) => found !== null);
  if (names !== undefined && call === undefined) return;
  throw call?.[1] === undefined
    ? new DeversoirError('option-invalid', 'a corpus is only read, and tells of its messages alone', {
        hint: 'PRAGMA, settings and databases are for corpus.database(); DESCRIBE and SHOW TABLES tell tables and columns',
      })
    : new DeversoirError('option-invalid', 'a corpus is only read', {
        hint: 'functions that change settings or run another text (enable_…, disable_…, query) are for corpus.database()',
      });
}
