/** A value in the compact protocol of Apache Thrift, in which a Parquet file describes itself. */
export interface Thrift {
  readonly type: number;
  write(out: number[]): void;
}

const LAST = 0x80;

/** Seven bits a byte, lowest first. */
export function varint(value: number, out: number[]): void {
  let rest = value;
  for (; rest >= LAST; rest = Math.floor(rest / LAST)) out.push((rest % LAST) | LAST);
  out.push(rest);
}

/** Whole numbers from 0, of 32 and of 64 bits; a sign would stand in the lowest bit. */
export const i32 = (value: number): Thrift => ({ type: 5, write: (out) => varint(2 * value, out) });
export const i64 = (value: number): Thrift => ({ ...i32(value), type: 6 });

export const text = (value: string): Thrift => ({
  type: 8,
  write(out) {
    const bytes = Buffer.from(value);
    varint(bytes.length, out);
    out.push(...bytes);
  },
});

const LONG_LIST = 15;

export const list = (items: readonly Thrift[]): Thrift => ({
  type: 9,
  write(out) {
    const type = items[0]?.type ?? 0;
    out.push((Math.min(items.length, LONG_LIST) << 4) | type);
    if (items.length >= LONG_LIST) varint(items.length, out);
    for (const item of items) item.write(out);
  },
});

/** Fields by their number, which are less than 16 apart. */
export const struct = (fields: Readonly<Record<number, Thrift>>): Thrift => ({
  type: 12,
  write(out) {
    let last = 0;
    for (const [id, field] of Object.entries(fields)) {
      out.push(((Number(id) - last) << 4) | field.type);
      field.write(out);
      last = Number(id);
    }
    out.push(0);
  },
});

/** The bytes of a value. */
export function bytesOf(value: Thrift): Buffer {
  const out: number[] = [];
  value.write(out);
  return Buffer.from(out);
}
