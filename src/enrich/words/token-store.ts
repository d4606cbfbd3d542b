import { endianness } from 'node:os';
import { FLAG, type TokenKind } from './token-kinds.js';
import { finishHash } from './token-hashes.js';

const TURNED = endianness() === 'BE';

const sumIn = (sums: Int32Array, from: number, to: number): number =>
  to > from ? (sums[to - 1] as number) - (from > 0 ? (sums[from - 1] as number) : 0) : 0;

/** The tokens of one text, in typed arrays that live from text to text. */
export abstract class TokenStore {
  /** The text the tokens are of. */
  text = '';
  /** Counts the texts read. */
  reading = 0;
  count = 0;
  kinds = new Uint8Array(256);
  flags = new Uint8Array(256);
  /** Offsets in `text`, in UTF-16 units. */
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** `hashWord` of the folded form; links, mentions, mails and numbers of one shape share one hash. */
  hashes = new Int32Array(256);
  /** Folded letters of all tokens, one after the other: token i is `chars[charStarts[i] .. charEnds[i])`. */
  chars = new Uint16Array(2048);
  charStarts = new Int32Array(256);
  charEnds = new Int32Array(256);
  /** Letters of the text's words, and how many of them are capitals. */
  letters = 0;
  capitals = 0;
  /** The same up to each token, itself included. */
  private lettersTo = new Int32Array(256);
  private capitalsTo = new Int32Array(256);
  protected used = 0;
  protected pending = 0;
  /** UTF-16 units of `text`, then two zeros. V8 has ten shapes of strings: where it has met many, each `charCodeAt` is a call. */
  private units = new Uint16Array(512);
  protected length = 0;
  private bytes = Buffer.from(this.units.buffer);

  protected take(text: string): void {
    const { length } = text;
    this.text = text;
    this.length = length;
    if (length + 2 > this.units.length) {
      this.units = new Uint16Array(2 * length + 2);
      this.bytes = Buffer.from(this.units.buffer);
    }
    this.bytes.write(text, 'utf16le');
    if (TURNED) this.bytes.subarray(0, 2 * length).swap16();
    this.units[length] = this.units[length + 1] = 0;
  }

  folded(i: number): string {
    let word = '';
    for (let j = this.charStarts[i] as number; j < (this.charEnds[i] as number); j++)
      word += String.fromCharCode(this.chars[j] as number);
    return word;
  }

  /** True when `folded(i)` is `word`. */
  isFolded(i: number, word: string): boolean {
    const from = this.charStarts[i] as number;
    if ((this.charEnds[i] as number) - from !== word.length) return false;
    for (let j = 0; j < word.length; j++) if (this.chars[from + j] !== word.charCodeAt(j)) return false;
    return true;
  }

  /** Token i as written. */
  written(i: number): string {
    return this.text.slice(this.starts[i], this.ends[i]);
  }

  /** Letters of the words among the tokens `from .. to`. */
  lettersIn(from: number, to: number): number {
    return sumIn(this.lettersTo, from, to);
  }

  /** Capitals of the words among the tokens `from .. to`. */
  capitalsIn(from: number, to: number): number {
    return sumIn(this.capitalsTo, from, to);
  }

  /** UTF-16 unit of `text`; 0 right after its end. */
  protected unit(at: number): number {
    return this.units[at] as number;
  }

  protected match(pattern: RegExp, i: number): number {
    pattern.lastIndex = i;
    return pattern.test(this.text) ? pattern.lastIndex : 0;
  }

  protected symbol(kind: TokenKind, start: number, end: number, shape: number): number {
    this.push(kind, start, end, 0, finishHash(Math.imul(shape + 1, 0x9e3779b1) + kind), this.used, this.used);
    return end;
  }

  protected push(
    kind: TokenKind,
    start: number,
    end: number,
    flags: number,
    hash: number,
    charStart: number,
    charEnd: number,
  ): void {
    if (this.count === this.kinds.length) this.grow();
    const i = this.count++;
    this.kinds[i] = kind;
    this.flags[i] = flags | this.pending;
    this.starts[i] = start;
    this.ends[i] = end;
    this.hashes[i] = hash;
    this.charStarts[i] = charStart;
    this.charEnds[i] = charEnd;
    this.lettersTo[i] = this.letters;
    this.capitalsTo[i] = this.capitals;
    this.pending = FLAG.glued;
  }

  protected roomFor(letters: number): void {
    if (this.used + letters <= this.chars.length) return;
    const wider = new Uint16Array(this.chars.length * 2 + letters);
    wider.set(this.chars);
    this.chars = wider;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const wide = new Uint8Array(size);
      wide.set(old);
      return wide;
    };
    const ints = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    this.kinds = bytes(this.kinds);
    this.flags = bytes(this.flags);
    this.starts = ints(this.starts);
    this.ends = ints(this.ends);
    this.hashes = ints(this.hashes);
    this.charStarts = ints(this.charStarts);
    this.charEnds = ints(this.charEnds);
    this.lettersTo = ints(this.lettersTo);
    this.capitalsTo = ints(this.capitalsTo);
  }
}
