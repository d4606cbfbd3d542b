/**
 * One description of a table gives its TypeScript row type, its DuckDB DDL and its JSON Schema.
 * A column is added here once and exists everywhere.
 */

/** Kinds of column: `instant` is milliseconds since 1970 in UTC, `strings` a list of strings, `evidence` a list of weights. */
export type ColumnKind = 'string' | 'int' | 'float' | 'boolean' | 'instant' | 'strings' | 'evidence';

/** What a field says for (or, below 0, against) a conclusion: log2 of a likelihood ratio; `null` where it is certain by construction. */
export interface Evidence {
  readonly field: string;
  readonly bits: number | null;
}

export interface Column {
  readonly kind: ColumnKind;
  /** `true`: the value is always there. Otherwise absent is `null`, never 0, '' or NaN. */
  readonly required?: true;
  /** Closed list of values. */
  readonly values?: readonly string[];
  /** What the column means, in English, with its unit. */
  readonly doc: string;
}

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C extends Column> = C extends { readonly values: readonly (infer V)[] }
  ? V
  : C['kind'] extends 'string'
    ? string
    : C['kind'] extends 'boolean'
      ? boolean
      : C['kind'] extends 'strings'
        ? readonly string[]
        : C['kind'] extends 'evidence'
          ? readonly Evidence[]
          : number;

/** Row type of a table description: required columns hold a value, the others a value or `null`. */
export type Row<T extends Columns> = {
  readonly [K in keyof T]: T[K] extends { readonly required: true } ? ValueOf<T[K]> : ValueOf<T[K]> | null;
};

/** The same rows as columns: one array a column, all of one length. The shape of every hot loop. */
export type ColumnBatch<T extends Columns> = { readonly [K in keyof T]: Row<T>[K][] };

/**
 * An empty batch with an array for every column.
 *
 * @example
 * emptyBatch({ a: { kind: 'int', doc: 'a count' } })
 * // → { a: [] }
 */
export function emptyBatch<T extends Columns>(columns: T): ColumnBatch<T> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, []])) as unknown as ColumnBatch<T>;
}

const DUCKDB_TYPE: Readonly<Record<ColumnKind, string>> = {
  string: 'VARCHAR',
  int: 'BIGINT',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  strings: 'VARCHAR[]',
  evidence: 'STRUCT(field VARCHAR, bits DOUBLE)[]',
};

/** Type of a column in DuckDB. Instants are `TIMESTAMP` holding UTC. */
export function duckdbType(column: Column): string {
  return DUCKDB_TYPE[column.kind];
}

/**
 * The `CREATE TABLE` statement of a table description.
 *
 * @example
 * createTableSql('t', { a: { kind: 'int', required: true, doc: 'a count' } })
 * // → 'CREATE TABLE t ("a" BIGINT NOT NULL)'
 */
export function createTableSql(table: string, columns: Columns): string {
  const lines = Object.entries(columns).map(
    ([name, column]) => `"${name}" ${duckdbType(column)}${column.required ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE ${table} (${lines.join(', ')})`;
}

const JSON_TYPE: Readonly<Record<ColumnKind, string>> = {
  string: 'string',
  int: 'integer',
  float: 'number',
  boolean: 'boolean',
  instant: 'string',
  strings: 'array',
  evidence: 'array',
};

const JSON_ITEMS: Readonly<Partial<Record<ColumnKind, object>>> = {
  strings: { type: 'string' },
  evidence: {
    type: 'object',
    properties: { field: { type: 'string' }, bits: { type: ['number', 'null'] } },
    required: ['field', 'bits'],
  },
};

/**
 * JSON Schema (draft 2020-12) of one row.
 *
 * @example
 * jsonSchema('Row', { a: { kind: 'int', required: true, doc: 'a count' } }).required
 * // → ['a']
 */
export function jsonSchema(
  title: string,
  columns: Columns,
): Record<string, unknown> & { required: string[] } {
  const properties: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    properties[name] = {
      type: column.required ? JSON_TYPE[column.kind] : [JSON_TYPE[column.kind], 'null'],
      description: column.doc,
      ...(column.kind === 'instant' ? { format: 'date-time' } : {}),
      ...(column.kind in JSON_ITEMS ? { items: JSON_ITEMS[column.kind] } : {}),
      ...(column.values ? { enum: column.required ? [...column.values] : [...column.values, null] } : {}),
    };
  }
  const required = Object.keys(columns).filter((name) => columns[name]?.required);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    type: 'object',
    properties,
    required,
  };
}
