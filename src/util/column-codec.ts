import type { ColumnBatch, Columns, Row } from '../model/index.js';

/** Values that come again and again, each once, and for each row its place among them. */
interface Coded<T> {
  readonly codes: Uint32Array;
  readonly values: readonly T[];
}

type Text = string | null;
type List = readonly string[];
/** Numbers: NaN is absent. Booleans: 0, 1, and 2 for absent. Texts that seldom come again stay as they are. */
type PackedColumn = Float64Array | Uint8Array | readonly Text[] | Coded<Text> | Coded<List>;

/** Columns in few large pieces, quick to send from thread to thread. */
export type PackedBatch = Readonly<Record<string, PackedColumn>>;

/** Texts looked at before they are judged to come again or not. */
const FIRST_TEXTS = 64;

function packTexts(texts: readonly Text[]): Coded<Text> | readonly Text[] {
  const codes = new Uint32Array(texts.length),
    values: Text[] = [],
    places = new Map<Text, number>();
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] ?? null;
    let place = places.get(text);
    if (place === undefined) {
      if (values.length >= FIRST_TEXTS && values.length * 2 > row) return texts;
      place = values.push(text) - 1;
      places.set(text, place);
    }
    codes[row] = place;
  }
  return { codes, values };
}

/** Most lists are empty or hold one string. */
function packLists(lists: readonly (List | null)[]): Coded<List | null> {
  const codes = new Uint32Array(lists.length),
    values: (List | null)[] = [[], null];
  const singles = new Map<string, number>(),
    longer = new Map<string, number>();
  for (let row = 0; row < lists.length; row++) {
    const list = lists[row] ?? null;
    if (list === null) {
      codes[row] = 1;
      continue;
    }
    if (list.length === 0) continue;
    const places = list.length === 1 ? singles : longer,
      key = list.length === 1 ? (list[0] as string) : JSON.stringify(list);
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = values.push(list) - 1));
    codes[row] = place;
  }
  return { codes, values };
}

function packNumbers(numbers: readonly (number | null)[]): Float64Array {
  const packed = new Float64Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) packed[row] = numbers[row] ?? Number.NaN;
  return packed;
}

function packBooleans(booleans: readonly (boolean | null)[]): Uint8Array {
  const packed = new Uint8Array(booleans.length);
  for (let row = 0; row < booleans.length; row++)
    packed[row] = booleans[row] === null ? 2 : Number(booleans[row]);
  return packed;
}

/**
 * Packs the columns of a table description; `unpackColumns` gives them back.
 *
 * @example
 * const columns = { tags: { kind: 'strings', required: true, doc: '' }, share: { kind: 'float', doc: '' } };
 * unpackColumns(columns, packColumns(columns, { tags: [['a'], [], ['a']], share: [0.5, null, 1] }))
 * // → { tags: [['a'], [], ['a']], share: [0.5, null, 1] }
 */
export function packColumns<T extends Columns>(
  columns: T,
  batch: { readonly [K in keyof T]: readonly Row<T>[K][] },
): PackedBatch {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { kind }]) => {
      const values = batch[name] as readonly unknown[];
      if (kind === 'string') return [name, packTexts(values as Text[])];
      if (kind === 'strings') return [name, packLists(values as (List | null)[])];
      return [
        name,
        kind === 'boolean'
          ? packBooleans(values as (boolean | null)[])
          : packNumbers(values as (number | null)[]),
      ];
    }),
  );
}

function unpack(packed: PackedColumn): readonly unknown[] {
  const values: unknown[] = [];
  if (packed instanceof Float64Array) {
    for (let row = 0; row < packed.length; row++) values.push(Number.isNaN(packed[row]) ? null : packed[row]);
  } else if (packed instanceof Uint8Array) {
    for (let row = 0; row < packed.length; row++) values.push(packed[row] === 2 ? null : packed[row] === 1);
  } else if ('codes' in packed) {
    for (let row = 0; row < packed.codes.length; row++)
      values.push(packed.values[packed.codes[row] as number]);
  } else return packed;
  return values;
}

/** The columns that `packColumns` packed. Rows with equal lists share one array: never change it. */
export function unpackColumns<T extends Columns>(columns: T, packed: PackedBatch): ColumnBatch<T> {
  return Object.fromEntries(
    Object.keys(columns).map((name) => [name, unpack(packed[name] as PackedColumn)]),
  ) as ColumnBatch<T>;
}
