import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import type { ColumnTable } from 'arquero';
import { DeversoirError } from '../util/errors.js';
import { givingBack } from './give-back.js';
import { refuseCalls } from './read-only.js';

/** Values a query may take as `$name`. */
export type QueryParameters = Readonly<Record<string, string | number | boolean | null>>;

export interface DatabaseOptions {
  /** A file, or `:memory:`. */
  readonly path?: string;
  /** Memory that DuckDB may use before it spills to `spillFolder`. */
  readonly memoryLimitMb?: number;
  readonly spillFolder?: string;
  /** Default 2. */
  readonly threads?: number;
}

/** An open DuckDB: SQL in, small Arquero tables out. */
export interface Database {
  readonly connection: DuckDBConnection;
  readonly threads: number;
  run(sql: string, parameters?: QueryParameters): Promise<void>;
  query(sql: string, parameters?: QueryParameters): Promise<ColumnTable>;
  /** Columns of a result, `BIGINT` as numbers, instants as `Date`, lists as arrays, absent as `null`. */
  columns(sql: string, parameters?: QueryParameters): Promise<Record<string, unknown[]>>;
  /** The same for one statement that reads: `option-invalid` for any other. */
  select(sql: string, parameters?: QueryParameters): Promise<Record<string, unknown[]>>;
  /** The same piece by piece, for results that are not small. */
  stream(sql: string): AsyncGenerator<Record<string, unknown[]>>;
  /** Another connection to the same data, with a search path of its own. */
  connect(): Promise<Database>;
  /** Can be called again. */
  close(): void;
}

/** Text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Whether a table has no row; `table` may go on with a `WHERE`. */
export const isEmpty = async (database: Database, table: string): Promise<boolean> =>
  (await database.columns(`SELECT 1 AS one FROM ${table} LIMIT 1`))['one']?.length === 0;

/**
 * Opens DuckDB. It is loaded here, on first use, not when the library is imported. Results do not depend on the machine's
 * time zone; extensions are neither fetched nor loaded.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const threads = options.threads ?? 2;
  const limit = `${options.memoryLimitMb ?? 600}MB`;
  const instance: DuckDBInstance = await DuckDBInstance.create(options.path ?? ':memory:', {
    memory_limit: limit,
    threads: String(threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.spillFolder === undefined ? {} : { temp_directory: options.spillFolder }),
  });
  const connection = await instance.connect(),
    giveBack = await givingBack(connection, limit);
  return sessionOf(instance, connection, { threads, giveBack }, () => instance.closeSync());
}

/** Without values a statement is planned and run in one call, with them in four, which takes a fifth more of a small query. */
const given = (parameters: QueryParameters): Record<string, string | number | boolean | null> | undefined =>
  Object.keys(parameters).length === 0 ? undefined : { ...parameters };

async function* chunksOf(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  )
    yield chunk;
}

/** Rows of columns of one length. */
export function rowsOf(columns: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  const all = Object.entries(columns);
  return (all[0]?.[1] ?? []).map((_, at) =>
    Object.fromEntries(all.map(([name, values]) => [name, values[at]])),
  );
}

async function columnsOf(result: DuckDBResult): Promise<Record<string, unknown[]>> {
  const { columnValues } = await import('./column-values.js');
  const names = result.deduplicatedColumnNames(),
    values = await columnValues(chunksOf(result), names.length);
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? []]));
}

/** Whether anything but spaces, comments and semicolons is there: DuckDB has no words for that. */
const holdsStatement = (sql: string): boolean =>
  sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, '') !== '';

/** What the connections of one DuckDB share. */
interface Shared {
  readonly threads: number;
  readonly giveBack: (connection: DuckDBConnection) => Promise<void>;
}

/** One connection; `end` is called when it closes. */
function sessionOf(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  shared: Shared,
  end: () => void,
): Database {
  const { threads, giveBack } = shared;
  let open = true;
  const checkOpen = (): void => {
    if (!open)
      throw new DeversoirError('corpus-closed', 'the corpus is closed', {
        hint: 'open it again: await openCorpus(FOLDER)',
      });
  };

  const columns = async (
    sql: string,
    parameters: QueryParameters = {},
  ): Promise<Record<string, unknown[]>> => {
    checkOpen();
    const read = await columnsOf(await connection.run(sql, given(parameters)));
    await giveBack(connection);
    return read;
  };

  async function* stream(sql: string): AsyncGenerator<Record<string, unknown[]>> {
    const result = await connection.stream(sql);
    const names = result.deduplicatedColumnNames();
    const { columnValues } = await import('./column-values.js');
    for await (const chunk of chunksOf(result)) {
      const values = await columnValues([chunk], names.length);
      yield Object.fromEntries(names.map((name, index) => [name, values[index] ?? []]));
    }
  }

  return {
    connection,
    threads,
    columns,
    stream,
    async run(sql, parameters = {}) {
      await connection.run(sql, given(parameters));
      await giveBack(connection);
    },
    async query(sql, parameters = {}) {
      const { table } = await import('arquero');
      return table(await columns(sql, parameters));
    },
    async select(sql, parameters = {}) {
      checkOpen();
      const { StatementType } = await import('@duckdb/node-api');
      await refuseCalls(connection, sql);
      const statements = holdsStatement(sql) ? await connection.extractStatements(sql) : undefined;
      const prepared = statements?.count === 1 ? await statements.prepare(0) : undefined;
      // One that is not destroyed keeps the hash tables of its plan.
      try {
        // EXPLAIN is none: with ANALYZE it does what it explains.
        if (prepared?.statementType !== StatementType.SELECT)
          throw new DeversoirError('option-invalid', 'a corpus is only read', {
            hint: 'give one statement that reads (SELECT, FROM, WITH); for all of DuckDB use corpus.database()',
          });
        prepared.bind({ ...parameters });
        const read = await columnsOf(await prepared.run());
        await giveBack(connection);
        return read;
      } finally {
        prepared?.destroySync();
      }
    },
    async connect() {
      checkOpen();
      return sessionOf(instance, await instance.connect(), shared, () => {});
    },
    close() {
      if (!open) return;
      open = false;
      connection.closeSync();
      end();
    },
  };
}
