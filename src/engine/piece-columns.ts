import type { Column, ColumnKind } from '../model/index.js';
import { bytesOf, i32, i64, list, struct, text, type Thrift } from './compact-thrift.js';
import { Booleans, Bytes, ENCODING, Numbers, runs, Texts, type Values } from './piece-values.js';

/** Numbers of Parquet: physical types, repetitions, what a type stands for. */
const TYPE = { boolean: 0, int64: 2, double: 5, bytes: 6 } as const;
const REQUIRED = 0,
  OPTIONAL = 1,
  REPEATED = 2;
const UTF8 = 0,
  LIST = 3,
  MICROSECONDS = 10;

const whole = (bytes: Buffer, value: number, at: number): void => {
  const high = Math.floor(value / 2 ** 32);
  bytes.writeUInt32LE(value - high * 2 ** 32, at);
  bytes.writeInt32LE(high, at + 4);
};
const KINDS: Readonly<
  Record<ColumnKind, readonly [type: number, make: () => Values, standsFor?: number] | undefined>
> = {
  string: [TYPE.bytes, () => new Texts(), UTF8],
  strings: [TYPE.bytes, () => new Texts(), UTF8],
  int: [TYPE.int64, () => new Numbers((bytes, value, at) => whole(bytes, Math.round(value), at))],
  float: [TYPE.double, () => new Numbers((bytes, value, at) => bytes.writeDoubleLE(value, at))],
  boolean: [TYPE.boolean, () => new Booleans()],
  instant: [
    TYPE.int64,
    () => new Numbers((bytes, value, at) => bytes.writeBigInt64LE(BigInt(value) * 1000n, at)),
    MICROSECONDS,
  ],
  evidence: undefined,
};

/** Absent is `null`, '' or what is no number; a list of one empty text is empty. */
const isThere = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : value !== null && value !== undefined && value !== '';

/** A column while a piece of its rows is gathered: bytes alone, so that nothing of a row stays for the garbage collector to carry along. */
export class PieceColumn {
  private readonly values: Values;
  private readonly type: number;
  private readonly standsFor: number | undefined;
  private readonly isList: boolean;
  /** Of each value, and of each empty list or absent value: whether it is there, and of lists whether it goes on with the last. */
  private readonly there = new Bytes();
  private readonly goesOn = new Bytes();

  constructor(
    private readonly name: string,
    { kind }: Column,
  ) {
    const known = KINDS[kind];
    if (known === undefined) throw new TypeError(`a piece holds no ${kind}`);
    [this.type, , this.standsFor] = known;
    this.values = known[1]();
    this.isList = kind === 'strings';
  }

  add(rows: readonly unknown[]): void {
    if (this.isList) for (const row of rows) this.addList((row ?? []) as readonly string[]);
    else for (const row of rows) this.addOne(row);
  }

  private addOne(value: unknown): void {
    const isGiven = isThere(value);
    this.there.byte(isGiven ? 1 : 0);
    if (isGiven) this.values.put(value as never);
  }

  private addList(items: readonly string[]): void {
    const count = items.length === 1 && items[0] === '' ? 0 : items.length;
    for (let at = 0; at < Math.max(1, count); at++) {
      this.goesOn.byte(at === 0 ? 0 : 1);
      this.there.byte(count === 0 ? 0 : 1);
      if (count > 0) this.values.put(items[at] as never);
    }
  }

  empty(): void {
    this.values.empty();
    this.there.length = this.goesOn.length = 0;
  }

  schema(): readonly Thrift[] {
    const { name, isList, standsFor } = this;
    const own = { ...(standsFor !== undefined && { 6: i32(standsFor) }) };
    if (!isList) return [struct({ 1: i32(this.type), 3: i32(OPTIONAL), 4: text(name), ...own })];
    return [
      struct({ 3: i32(REQUIRED), 4: text(name), 5: i32(1), 6: i32(LIST) }),
      struct({ 3: i32(REPEATED), 4: text('list'), 5: i32(1) }),
      struct({ 1: i32(this.type), 3: i32(REQUIRED), 4: text('element'), ...own }),
    ];
  }

  /** Its pages, and what the file tells of them where they begin at byte `from`. */
  chunk(from: number): { readonly pages: readonly Buffer[]; readonly about: Thrift; readonly size: number } {
    const { values, encoding, dictionary } = this.values.page();
    const pages: Buffer[] = [];
    if (dictionary !== undefined)
      pages.push(
        ...page(
          dictionary[1],
          { 1: i32(2) },
          { 7: struct({ 1: i32(dictionary[0]), 2: i32(ENCODING.plain) }) },
        ),
      );
    const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0);
    const start = from + sizeOf(pages);
    const levels = [...(this.isList ? [this.goesOn] : []), this.there].flatMap((bits) => {
      const bytes = runs(bits.view(), 1),
        length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    });
    const count = this.there.length;
    pages.push(
      ...page(
        Buffer.concat([...levels, values]),
        { 1: i32(0) },
        { 5: struct({ 1: i32(count), 2: i32(encoding), 3: i32(ENCODING.levels), 4: i32(ENCODING.levels) }) },
      ),
    );
    const size = sizeOf(pages);
    const path = this.isList ? [this.name, 'list', 'element'] : [this.name];
    const about = {
      1: i32(this.type),
      2: list([encoding, ENCODING.levels].map(i32)),
      3: list(path.map(text)),
      4: i32(0),
      5: i64(count),
      6: i64(size),
      7: i64(size),
      9: i64(start),
      ...(dictionary !== undefined && { 11: i64(from) }),
    };
    return { pages, size, about: struct({ 2: i64(from), 3: struct(about) }) };
  }
}

/** A page that is not compressed, behind its head. */
const page = (
  content: Buffer,
  type: Readonly<Record<number, Thrift>>,
  own: Readonly<Record<number, Thrift>>,
): [Buffer, Buffer] => [
  bytesOf(struct({ ...type, 2: i32(content.length), 3: i32(content.length), ...own })),
  content,
];
