/** Longest part of a text that is read: the language of a long text is clear before its end. */
const LANGUAGE_LETTERS = 600;
const LONGEST_GRAM = 4;
const LONGEST_WORD = 20;

const LETTER = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) {
  const char = String.fromCharCode(code);
  if ((code < 0xd800 || code >= 0xe000) && /[\p{L}\p{M}]/u.test(char))
    LETTER[code] = char.toLowerCase().charCodeAt(0);
}
const APOSTROPHES = new Set([0x27, 0x2019, 0x60, 0xb4]);
for (const code of APOSTROPHES) LETTER[code] = 0;

/**
 * Words of a text for the language head, and their buckets: character 1–4-grams, accents kept, and the whole word. Links,
 * mentions, hashtags and words with digits are left out. The arrays are used again for the next text.
 */
export class LanguageGrams {
  words = 0;
  /** Hash of each word: its grams depend on the word alone. */
  hashes = new Int32Array(512);
  /** Letters read. */
  letters = 0;
  /** Buckets of the word asked last. */
  readonly buckets = new Int32Array((LONGEST_WORD + 2) * LONGEST_GRAM);
  private readonly mask: number;
  /** Words one after the other, each between two spaces. */
  private chars = new Uint16Array(2048);
  private ends = new Int32Array(512);

  constructor(bits: number) {
    this.mask = (1 << bits) - 1;
  }

  read(text: string): void {
    this.words = this.letters = 0;
    const { length } = text;
    let i = 0;
    while (i < length && this.letters < LANGUAGE_LETTERS) {
      const code = text.charCodeAt(i);
      if (code === 0x40 || code === 0x23) {
        i = skipRun(text, i + 1);
        continue;
      }
      if (LETTER[code] === 0) {
        i++;
        continue;
      }
      if (isLink(text, i, code)) {
        i = skipRun(text, i);
        continue;
      }
      i = this.readWord(text, i);
    }
  }

  private readWord(text: string, start: number): number {
    const from = this.words === 0 ? 0 : (this.ends[this.words - 1] as number);
    this.roomFor(from + LONGEST_WORD + 2);
    const { chars } = this;
    let i = start,
      to = from,
      digits = start > 0 && isDigit(text.charCodeAt(start - 1));
    chars[to++] = 0x20;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const letter = LETTER[code] as number;
      if (letter === 0) {
        digits ||= isDigit(code);
        break;
      }
      if (to > from + 2 && letter === chars[to - 1] && letter === chars[to - 2]) continue;
      if (to <= from + LONGEST_WORD) chars[to++] = letter;
    }
    if (digits) return i;
    chars[to++] = 0x20;
    this.letters += to - from - 2;
    let hash = 0x2c1b3c6d;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (chars[at] as number), 0x01000193);
    this.hashes[this.words] = hash;
    this.ends[this.words++] = to;
    return i;
  }

  private roomFor(letters: number): void {
    if (letters > this.chars.length) {
      const wide = new Uint16Array(2 * letters);
      wide.set(this.chars);
      this.chars = wide;
    }
    if (this.words < this.ends.length) return;
    const ends = new Int32Array(2 * this.words),
      hashes = new Int32Array(2 * this.words);
    ends.set(this.ends);
    hashes.set(this.hashes);
    this.ends = ends;
    this.hashes = hashes;
  }

  /** Fills `buckets` with those of word w; returns how many. */
  gramsOf(w: number): number {
    const { chars, buckets, mask } = this;
    const start = w === 0 ? 0 : (this.ends[w - 1] as number),
      stop = this.ends[w] as number;
    let count = 0;
    for (let from = start; from < stop - 1; from++) {
      let hash = 0x811c9dc5 | 0;
      const end = Math.min(stop, from + LONGEST_GRAM);
      for (let to = from; to < end; to++) {
        hash = Math.imul(hash ^ (chars[to] as number), 0x01000193);
        if (to > from || from > start) buckets[count++] = (hash ^ (hash >>> 15)) & mask;
      }
    }
    const hash = this.hashes[w] as number;
    buckets[count++] = (hash ^ (hash >>> 15)) & mask;
    return count;
  }

  /** Buckets of all words of a text. */
  bucketsOf(text: string): Int32Array {
    this.read(text);
    const all: number[] = [];
    for (let w = 0; w < this.words; w++) all.push(...this.buckets.subarray(0, this.gramsOf(w)));
    return Int32Array.from(all);
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x202f;

function skipRun(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
  return i;
}

function isLink(text: string, i: number, code: number): boolean {
  if (code === 0x68 || code === 0x48) return /^https?(?:[:\s]|$)/i.test(text.slice(i, i + 6));
  return (code === 0x77 || code === 0x57) && text.slice(i, i + 4).toLowerCase() === 'www.';
}
