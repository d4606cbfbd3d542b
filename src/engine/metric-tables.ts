import { chmodSync, mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metric } from '../model/index.js';
import { openDatabase, sqlText } from './database.js';
import { makeFolder } from './disk.js';

/** DuckDB's type of a column from its values; texts where all are absent. */
function typeOf(values: readonly unknown[]): string {
  const known = values.find((value) => value !== null && value !== undefined);
  if (known instanceof Date) return 'TIMESTAMP';
  if (typeof known === 'number') return 'DOUBLE';
  if (typeof known === 'boolean') return 'BOOLEAN';
  return Array.isArray(known) ? 'VARCHAR[]' : 'VARCHAR';
}

const plain = (value: unknown): unknown =>
  value instanceof Date
    ? value.toISOString().slice(0, -1)
    : Array.isArray(value)
      ? value.map(String)
      : (value ?? null);

/**
 * Tables of metrics as Parquet, one file a metric that has rows, in place of theirs that were there, for their user alone: numbers are doubles, instants timestamps in
 * UTC, lists lists of texts. The same metrics give the same bytes.
 */
export async function writeMetricTables(metrics: readonly Metric[], folder: string): Promise<void> {
  makeFolder(folder);
  for (const { name } of metrics) rmSync(join(folder, `${name}.parquet`), { force: true });
  const database = await openDatabase({ threads: 1 });
  const passage = join(folder, '.rows');
  mkdirSync(passage, { recursive: true, mode: 0o700 });
  try {
    for (const { name, table } of metrics) {
      const names = table.columnNames();
      if (table.numRows() === 0 || names.length === 0) continue;
      const rows = table.objects() as Record<string, unknown>[];
      const types = names.map((column) => [column, typeOf(rows.map((row) => row[column]))] as const);
      const file = join(passage, 'rows.json'),
        made = join(passage, 'rows.parquet');
      writeFileSync(
        file,
        rows
          .map((row) =>
            JSON.stringify(Object.fromEntries(names.map((column) => [column, plain(row[column])]))),
          )
          .join('\n'),
      );
      const columns = types.map(([column, type]) => `${sqlText(column)}: ${sqlText(type)}`).join(', ');
      await database.run(
        `COPY (SELECT * FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = {${columns}})) TO ${sqlText(made)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {generator: 'deversoir'})`,
      );
      chmodSync(made, 0o600);
      renameSync(made, join(folder, `${name}.parquet`));
    }
  } finally {
    database.close();
    for (const name of ['rows.json', 'rows.parquet']) rmSync(join(passage, name), { force: true });
    rmdirSync(passage);
  }
}
