import { seededRandom } from '../util/random.js';
import { type LinearHead, quantise } from './head.js';

/** Longest part of a text that is read: the language of a long text is clear before its end. */
export const LANGUAGE_LETTERS = 600;
const LONGEST_GRAM = 4;
const LONGEST_WORD = 20;

const LETTER = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) {
  const char = String.fromCharCode(code);
  if ((code < 0xd800 || code >= 0xe000) && /[\p{L}\p{M}]/u.test(char)) LETTER[code] = char.toLowerCase().charCodeAt(0);
}
const APOSTROPHES = new Set([0x27, 0x2019, 0x60, 0xb4]);
for (const code of APOSTROPHES) LETTER[code] = 0;

/** True for a letter, of any script. */
export const isLetter = (code: number): boolean => LETTER[code] !== 0;

/**
 * Buckets of a text for the language head: character 1–5-grams inside words, accents kept, and whole words. Links, mentions,
 * hashtags and words with digits are left out. The arrays are used again for the next text.
 */
export class LanguageGrams {
  count = 0;
  buckets = new Int32Array(4096);
  words = 0;
  /** Index after the last bucket of each word. */
  wordEnds = new Int32Array(512);
  /** Letters read. */
  letters = 0;
  private readonly mask: number;
  private readonly word = new Uint16Array(LONGEST_WORD + 2);

  constructor(bits: number) {
    this.mask = (1 << bits) - 1;
  }

  read(text: string): void {
    this.count = this.words = this.letters = 0;
    const { length } = text;
    let i = 0;
    while (i < length && this.letters < LANGUAGE_LETTERS) {
      const code = text.charCodeAt(i);
      if (code === 0x40 || code === 0x23) { i = skipRun(text, i + 1); continue; }
      if (LETTER[code] === 0) { i++; continue; }
      if (isLink(text, i, code)) { i = skipRun(text, i); continue; }
      i = this.readWord(text, i);
    }
  }

  private readWord(text: string, start: number): number {
    const { word } = this;
    let i = start, size = 1, digits = start > 0 && isDigit(text.charCodeAt(start - 1));
    word[0] = 0x20;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const letter = LETTER[code] as number;
      if (letter === 0) { digits ||= isDigit(code); break; }
      if (size > 2 && letter === word[size - 1] && letter === word[size - 2]) continue;
      if (size <= LONGEST_WORD) word[size++] = letter;
    }
    if (digits) return i;
    word[size++] = 0x20;
    this.letters += size - 2;
    this.grams(size);
    return i;
  }

  private grams(size: number): void {
    const { word, mask } = this;
    if (this.count + size * LONGEST_GRAM + 1 > this.buckets.length) {
      const wide = new Int32Array(this.buckets.length * 2);
      wide.set(this.buckets);
      this.buckets = wide;
    }
    const { buckets } = this;
    let { count } = this;
    for (let from = 0; from < size - 1; from++) {
      let hash = 0x811c9dc5 | 0;
      const end = Math.min(size, from + LONGEST_GRAM);
      for (let to = from; to < end; to++) {
        hash = Math.imul(hash ^ (word[to] as number), 0x01000193);
        if (to > from || from > 0) buckets[count++] = (hash ^ (hash >>> 15)) & mask;
      }
    }
    let hash = 0x2c1b3c6d;
    for (let i = 0; i < size; i++) hash = Math.imul(hash ^ (word[i] as number), 0x01000193);
    buckets[count++] = (hash ^ (hash >>> 15)) & mask;
    this.count = count;
    if (this.words === this.wordEnds.length) {
      const wide = new Int32Array(this.wordEnds.length * 2);
      wide.set(this.wordEnds);
      this.wordEnds = wide;
    }
    this.wordEnds[this.words++] = count;
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

/** A text whose language is known. */
export interface LanguageSample {
  readonly text: string;
  readonly language: string;
}

const EPOCHS = 6;
const RATE = 0.5;
const DECAY = 2e-6;

/** Softmax regression by AdaGrad over the grams, each text also learnt from its first words. Deterministic. */
export function trainLanguageHead(samples: readonly LanguageSample[], bits: number, sources: LinearHead['sources'] = []): LinearHead {
  const labels = [...new Set(samples.map((sample) => sample.language))].sort();
  const wide = labels.length;
  const grams = new LanguageGrams(bits);
  const rows: { buckets: Int32Array; label: number }[] = [];
  const random = seededRandom(7);
  for (const { text, language } of samples) {
    const label = labels.indexOf(language);
    const words = text.split(/\s+/).filter((word) => !/^[@#]|^https?/i.test(word));
    const from = Math.floor(random() * Math.max(1, words.length - 4));
    for (const part of [text, words.slice(0, 4).join(' '), words.slice(from, from + 2 + Math.floor(random() * 5)).join(' ')]) {
      grams.read(part);
      if (grams.count > 0) rows.push({ buckets: grams.buckets.slice(0, grams.count), label });
    }
  }
  const weights = new Float32Array(wide << bits), sums = new Float32Array(wide << bits).fill(1e-4);
  const scores = new Float64Array(wide);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const row = rows[i] as (typeof rows)[number];
      rows[i] = rows[j] as (typeof rows)[number];
      rows[j] = row;
    }
    for (const row of rows) learn(row.buckets, row.label, wide, weights, sums, scores);
  }
  const columns = labels.map((_, k) => Float32Array.from({ length: 1 << bits }, (_unused, bucket) => weights[bucket * wide + k] as number));
  const table = quantise(columns);
  return {
    name: 'language', labels, choice: 'one', bits, ...table, biases: labels.map(() => 0),
    slopes: labels.map(() => 1), shifts: labels.map(() => 0), thresholds: labels.map(() => 1), sources,
  };
}

function learn(buckets: Int32Array, label: number, wide: number, weights: Float32Array, sums: Float32Array, scores: Float64Array): void {
  const value = 1 / Math.sqrt(buckets.length);
  scores.fill(0);
  for (const bucket of buckets) for (let k = 0; k < wide; k++) scores[k]! += weights[bucket * wide + k] as number;
  let top = -Infinity, total = 0;
  for (let k = 0; k < wide; k++) top = Math.max(top, (scores[k]! *= value));
  for (let k = 0; k < wide; k++) total += scores[k] = Math.exp((scores[k] as number) - top);
  for (let k = 0; k < wide; k++) scores[k] = (scores[k]! / total - (k === label ? 1 : 0)) * value;
  for (const bucket of buckets) {
    for (let k = 0; k < wide; k++) {
      const at = bucket * wide + k;
      const gradient = scores[k]! + DECAY * (weights[at] as number);
      sums[at]! += gradient * gradient;
      weights[at]! -= (RATE * gradient) / Math.sqrt(sums[at] as number);
    }
  }
}
