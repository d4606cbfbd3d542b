import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { checkPath } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';
import { fold } from '../util/fold.js';
import { openDatabase, sqlText, type Database } from './database.js';

/** What Open Food Facts says of a product. Absent where it does not. */
export interface ProductFacts {
  /** Barcode, 13 digits (leading zeros added). */
  readonly code: string;
  readonly name: string;
  readonly brands: readonly string[];
  readonly nutriScore: 'a' | 'b' | 'c' | 'd' | 'e' | null;
  /** 1 unprocessed … 4 ultra-processed. */
  readonly nova: 1 | 2 | 3 | 4 | null;
  /** Tags, such as `en:e250`. */
  readonly additives: readonly string[];
  readonly origins: readonly string[];
  readonly labels: readonly string[];
}

export interface ReadProductFacts {
  readonly products: readonly ProductFacts[];
  /** Rows of the file, those kept, those that the wish leaves out, and those that can't be read (no valid barcode or name, broken line). */
  readonly read: number;
  readonly kept: number;
  readonly left: number;
  readonly rejected: number;
}

export interface ProductWish {
  /** Barcodes looked for. */
  readonly codes?: readonly string[];
  /** Brands looked for, however they are written. With neither: all products. */
  readonly brands?: readonly string[];
}

/** Columns used, in every layout. */
const COLUMNS = [
  'code',
  'product_name',
  'brands',
  'nutriscore_grade',
  'nova_group',
  'additives_tags',
  'origins_tags',
  'labels_tags',
] as const;

/** The first line of a text file, plain or gzip; of their export, which is gigabytes, no more is read. */
function firstLine(file: string): string {
  const bytes = Buffer.alloc(1 << 16);
  const handle = openSync(file, 'r');
  const length = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  const head = bytes.subarray(0, length);
  const text =
    head[0] === 0x1f && head[1] === 0x8b ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  return (text.toString('utf8').split('\n')[0] ?? '').replace(/^\ufeff/, '');
}

/** Their Parquet has the name as a list of (lang, text): French first, else the main one. */
const namedOf = (names: string): string =>
  `coalesce(list_filter(${names}, one -> one.lang = 'fr')[1].text, list_filter(${names}, one -> one.lang = 'main')[1].text, ${names}[1].text)`;

/** The statement that reads a file with the columns used as text, lists as lists. */
async function sourceSql(database: Database, file: string): Promise<string> {
  const path = sqlText(file);
  if (/\.parquet$/i.test(file)) {
    const { column_name: names = [], column_type: types = [] } = await database.columns(
      `DESCRIBE SELECT * FROM read_parquet(${path})`,
    );
    const typeOf = new Map(names.map((name, at) => [String(name), String(types[at])]));
    return `SELECT ${selected(file, typeOf)} FROM read_parquet(${path})`;
  }
  if (/\.(jsonl|ndjson|json)(\.gz)?$/i.test(file)) {
    const columns = [...COLUMNS, 'product_name_fr'].map(
      (column) => `${column}: '${column.endsWith('_tags') ? 'VARCHAR[]' : 'VARCHAR'}'`,
    );
    // There the name is in the product's main language, and in each beside it.
    return `SELECT * EXCLUDE (product_name_fr) REPLACE (coalesce(nullif(product_name_fr, ''), product_name) AS product_name)
      FROM read_json(${path}, columns = {${columns.join(', ')}}, ignore_errors = true)`;
  }
  const header = firstLine(file);
  const delimiter = header.includes('\t') ? '\t' : header.includes(';') && !header.includes(',') ? ';' : ',';
  const names = header
    .trim()
    .split(delimiter)
    .map((name) => name.replaceAll('"', ''));
  // Their export is tabs without quotes, whatever its name says.
  const quote = delimiter === '\t' ? '' : '"';
  return `SELECT ${selected(file, new Map(names.map((name) => [name, 'VARCHAR'])))}
    FROM read_csv(${path}, delim = ${sqlText(delimiter)}, quote = ${sqlText(quote)}, escape = ${sqlText(quote)}, header = true,
      all_varchar = true, null_padding = true, ignore_errors = true, strict_mode = false)`;
}

/** Tags as one text: with commas, as in their export, or as DuckDB writes a list, where a user cut the Parquet into CSV. */
const listSql = (column: string): string =>
  `CASE WHEN starts_with("${column}", '[') THEN coalesce(TRY_CAST("${column}" AS VARCHAR[]), [])
    ELSE list_filter(list_transform(string_split(coalesce("${column}", ''), ','), tag -> trim(tag)), tag -> tag <> '') END`;
const nameSql = `CASE WHEN starts_with(product_name, '[{') THEN ${namedOf('TRY_CAST(product_name AS STRUCT(lang VARCHAR, "text" VARCHAR)[])')} ELSE product_name END`;

/** The columns used, of those that a file has, by their types; throws where it can't be an extract. */
function selected(file: string, types: ReadonlyMap<string, string>): string {
  checkColumns(file, [...types.keys()]);
  return COLUMNS.map((column) => {
    const type = types.get(column),
      isList = column.endsWith('_tags');
    if (type === undefined) return `${isList ? '[]::VARCHAR[]' : 'NULL::VARCHAR'} AS ${column}`;
    if (isList) return `${type.includes('[]') ? `coalesce(${column}, [])` : listSql(column)} AS ${column}`;
    const name = type.includes('STRUCT') ? namedOf(column) : nameSql;
    return `CAST(${column === 'product_name' ? name : column} AS VARCHAR) AS ${column}`;
  }).join(', ');
}

function checkColumns(file: string, names: readonly string[]): void {
  const missing = ['code', 'product_name', 'brands'].filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new DeversoirError('data-invalid', `no column ${missing.join(', ')}`, {
      hint: 'expected an extract of Open Food Facts: tab-separated CSV, JSONL or Parquet, with their columns',
      place: { file },
    });
}

/**
 * A barcode as 13 digits, or `undefined` where its check digit is wrong: EAN-8, UPC-A, EAN-13, GTIN-14.
 *
 * @example
 * [barcode('3017620422003'), barcode('3017620422004')]
 * // → ['3017620422003', undefined]
 */
export function barcode(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.-]/g, '');
  if (!/^\d{8}$|^\d{12,14}$/.test(digits)) return undefined;
  const sum = Array.from(digits.slice(0, -1))
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  if ((10 - (sum % 10)) % 10 !== Number(digits.at(-1))) return undefined;
  const code = digits.replace(/^0+/, '').padStart(13, '0');
  return code;
}

const plainSql = (column: string): string =>
  `' ' || regexp_replace(strip_accents(lower(${column})), '[^a-z0-9]+', ' ', 'g') || ' '`;
const plain = (text: string): string =>
  ` ${fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/**
 * Reads a user's extract of Open Food Facts: their tab-separated CSV, JSONL (both also gzip) or Parquet, as published; only products of
 * the barcodes and brands wished are kept. Rows read = kept + left + rejected.
 *
 * Throws `input-not-found` for a file that does not exist, `data-invalid` for one without their columns. Data under ODbL: name them.
 */
export async function readProductFacts(file: string, wish: ProductWish = {}): Promise<ReadProductFacts> {
  checkPath('productFacts', file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined)
    throw new DeversoirError('input-not-found', `${file} does not exist`, {
      hint: 'give the path of an extract of Open Food Facts',
    });
  if (!found.isFile())
    throw new DeversoirError('input-unreadable', `${file} is no file`, {
      hint: 'give the path of an extract of Open Food Facts',
    });
  const database = await openDatabase();
  try {
    await database.run(`CREATE VIEW source AS ${await sourceSql(database, file)}`);
    const wanted = (wish.brands ?? []).map(
      (brand) => `contains(${plainSql('brands')}, ${sqlText(plain(brand))})`,
    );
    const codes = (wish.codes ?? []).map((code) => sqlText(code.padStart(13, '0')));
    const conditions = [
      ...wanted,
      ...(codes.length > 0 ? [`lpad(ltrim(code, '0'), 13, '0') IN (${codes.join(', ')})`] : []),
    ];
    const where = conditions.length === 0 ? 'true' : `(${conditions.join(' OR ')})`;
    const { n: [read = 0] = [] } = await database.columns('SELECT CAST(count(*) AS DOUBLE) AS n FROM source');
    const rows = (
      await database.query(`SELECT * FROM source WHERE ${where} ORDER BY code`)
    ).objects() as Readonly<Record<(typeof COLUMNS)[number], unknown>>[];
    const products = new Map<string, ProductFacts>();
    for (const row of rows) {
      const one = productOf(row);
      if (one !== undefined) products.set(one.code, one);
    }
    const kept = products.size;
    return {
      products: [...products.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      read: Number(read),
      kept,
      left: Number(read) - rows.length,
      rejected: rows.length - kept,
    };
  } finally {
    database.close();
  }
}

function productOf(row: Readonly<Record<(typeof COLUMNS)[number], unknown>>): ProductFacts | undefined {
  const text = (column: (typeof COLUMNS)[number]): string =>
    typeof row[column] === 'string' ? row[column].trim() : '';
  const list = (column: (typeof COLUMNS)[number]): string[] =>
    Array.isArray(row[column]) ? (row[column] as unknown[]).map(String) : [];
  const code = barcode(text('code')),
    name = text('product_name');
  if (code === undefined || name === '') return undefined;
  const grade = text('nutriscore_grade').toLowerCase(),
    nova = Number(text('nova_group'));
  return {
    code,
    name,
    brands: text('brands')
      .split(',')
      .map((brand) => brand.trim())
      .filter((brand) => brand !== ''),
    nutriScore: /^[a-e]$/.test(grade) ? (grade as ProductFacts['nutriScore']) : null,
    nova: [1, 2, 3, 4].includes(nova) ? (nova as ProductFacts['nova']) : null,
    additives: list('additives_tags'),
    origins: list('origins_tags'),
    labels: list('labels_tags'),
  };
}
