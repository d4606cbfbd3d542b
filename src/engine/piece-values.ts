import { varint } from './compact-thrift.js';

/** Bytes that are put one behind the other. */
export class Bytes {
  data = Buffer.allocUnsafe(1 << 12);
  length = 0;

  /** Makes room for more bytes. */
  room(more: number): void {
    if (this.length + more <= this.data.length) return;
    const wide = Buffer.allocUnsafe(2 * this.data.length + more);
    this.data.copy(wide, 0, 0, this.length);
    this.data = wide;
  }

  byte(value: number): void {
    this.room(1);
    this.data[this.length++] = value;
  }

  /** A text behind its length. */
  text(value: string): void {
    this.room(4 + 3 * value.length);
    const { data } = this,
      from = this.length + 4;
    let size = 0;
    // Ids and names are short and plain: written here they need not cross into C++.
    if (value.length <= SHORT)
      for (; size < value.length; size++) {
        const code = value.charCodeAt(size);
        if (code > 0x7f) break;
        data[from + size] = code;
      }
    if (size < value.length) size = data.write(value, from);
    data.writeUInt32LE(size, this.length);
    this.length = from + size;
  }

  view(): Buffer {
    return this.data.subarray(0, this.length);
  }
}

const SHORT = 48;

/** How the values of a page stand in it, by the numbers of Parquet. */
export const ENCODING = { plain: 0, levels: 3, dictionary: 8 } as const;

/** The values of a column of one piece: those that are there, one behind the other. */
export interface Values {
  count: number;
  put(value: never): void;
  /** `dictionary`: how many distinct values there are, and these. */
  page(): {
    readonly values: Buffer;
    readonly encoding: number;
    readonly dictionary?: readonly [count: number, values: Buffer];
  };
  empty(): void;
}

/** Eight bits a byte, lowest first. */
function packed(bits: Uint8Array): Buffer {
  const out = Buffer.alloc(Math.ceil(bits.length / 8));
  for (let at = 0; at < bits.length; at++) out[at >> 3]! |= (bits[at] as number) << (at & 7);
  return out;
}

/** Numbers of one bit, or of eight, as Parquet writes what repeats: one run where all are equal, else all in groups of eight. */
export function runs(values: Uint8Array, width: 1 | 8): Buffer {
  const head: number[] = [],
    [first = 0] = values;
  if (values.every((value) => value === first)) {
    varint(2 * values.length, head);
    return Buffer.from([...head, first]);
  }
  varint(2 * Math.ceil(values.length / 8) + 1, head);
  const body = width === 1 ? packed(values) : Buffer.concat([values], 8 * Math.ceil(values.length / 8));
  return Buffer.concat([Buffer.from(head), body]);
}

/** Distinct texts up to which a column holds their numbers, of a byte each. */
const MOST_DISTINCT = 256;

/** Texts: each distinct one once, while they are few. */
export class Texts implements Values {
  count = 0;
  private readonly bytes = new Bytes();
  private readonly numbers = new Bytes();
  private readonly known = new Map<string, number>();
  /** Once they were many they are not numbered again. */
  private many = false;

  put(value: string): void {
    this.count++;
    if (!this.many) {
      const number = this.known.get(value) ?? this.known.size;
      if (number < MOST_DISTINCT) {
        if (number === this.known.size) this.known.set(value, number);
        this.numbers.byte(number);
        return;
      }
      this.many = true;
      const distinct = [...this.known.keys()];
      for (const known of this.numbers.view()) this.bytes.text(distinct[known] as string);
    }
    this.bytes.text(value);
  }

  page(): ReturnType<Values['page']> {
    const { bytes, known, numbers } = this;
    if (this.many || this.count === 0) return { values: bytes.view(), encoding: ENCODING.plain };
    for (const value of known.keys()) bytes.text(value);
    return {
      values: Buffer.concat([Buffer.of(8), runs(numbers.view(), 8)]),
      encoding: ENCODING.dictionary,
      dictionary: [known.size, bytes.view()],
    };
  }

  empty(): void {
    this.count = this.bytes.length = this.numbers.length = 0;
    this.known.clear();
  }
}

/** Numbers of 64 bits, as `write` puts them. */
export class Numbers implements Values {
  count = 0;
  private readonly bytes = new Bytes();

  constructor(private readonly write: (bytes: Buffer, value: number, at: number) => void) {}

  put(value: number): void {
    const { bytes } = this;
    this.count++;
    bytes.room(8);
    this.write(bytes.data, value, bytes.length);
    bytes.length += 8;
  }

  page(): ReturnType<Values['page']> {
    return { values: this.bytes.view(), encoding: ENCODING.plain };
  }

  empty(): void {
    this.count = this.bytes.length = 0;
  }
}

export class Booleans implements Values {
  count = 0;
  private readonly bytes = new Bytes();

  put(value: boolean): void {
    this.count++;
    this.bytes.byte(value ? 1 : 0);
  }

  page(): ReturnType<Values['page']> {
    return { values: packed(this.bytes.view()), encoding: ENCODING.plain };
  }

  empty(): void {
    this.count = this.bytes.length = 0;
  }
}
