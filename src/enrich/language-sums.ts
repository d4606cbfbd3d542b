import type { LinearHead } from './head.js';
import { LanguageGrams } from './language-model.js';

const CACHE_BITS = 14;
/** Words that a part of a text must have to be of a language of its own. */
const PART_WORDS = 3;
/** More than the order of additions changes a sum. */
const ROUNDING = 1e-6;

/**
 * Sums of a language head's weights over the words of a text. The sums of a word depend on the word alone: they are kept in a
 * table of fixed size, which never changes a result.
 */
export class LanguageSums {
  /** Sum of the weights of all grams, for each label. */
  readonly sums: Float64Array;
  /** Grams, and letters, of the text. */
  grams = 0;
  letters = 0;
  private readonly words: LanguageGrams;
  /** Sums of each word of the text, where they are asked for. */
  private wordSums: Float64Array;
  /** Sum of what each word gives the language that it speaks for most. */
  private tops = 0;
  private readonly left: Float64Array;
  private readonly keys = new Int32Array(1 << CACHE_BITS);
  /** Sums of the whole-number weights of a word's grams, and how many these are, for each slot of `keys`. */
  private readonly vectors: Int16Array;

  /** `other`: index of the label that is no language. */
  constructor(
    private readonly head: LinearHead,
    private readonly other: number,
  ) {
    const wide = head.labels.length;
    this.words = new LanguageGrams(head.bits);
    this.sums = new Float64Array(wide);
    this.wordSums = new Float64Array(128 * wide);
    this.left = new Float64Array(wide);
    this.vectors = new Int16Array((wide + 1) << CACHE_BITS);
  }

  read(text: string): void {
    const { words, head, sums, vectors } = this;
    const wide = head.labels.length,
      { scales } = head;
    words.read(text);
    sums.fill(0);
    let grams = 0,
      tops = 0;
    for (let w = 0; w < words.words; w++) {
      const from = this.slotOf(w) * (wide + 1);
      let top = -Infinity;
      for (let k = 0; k < wide; k++) {
        const sum = (vectors[from + k] as number) * (scales[k] as number);
        sums[k]! += sum;
        if (sum > top) top = sum;
      }
      tops += top;
      grams += vectors[from + wide] as number;
    }
    this.tops = tops;
    this.grams = grams;
    this.letters = words.letters;
  }

  private slotOf(w: number): number {
    const { words, head, keys, vectors } = this;
    const hash = words.hashes[w] as number;
    const slot = (hash ^ (hash >>> 15)) & (keys.length - 1);
    if (keys[slot] === hash) return slot;
    keys[slot] = hash;
    const wide = head.labels.length,
      at = slot * (wide + 1),
      { weights } = head;
    const count = words.gramsOf(w);
    for (let k = 0; k < wide; k++) {
      let sum = 0;
      for (let g = 0; g < count; g++) sum += weights[(words.buckets[g] as number) * wide + k] as number;
      vectors[at + k] = sum;
    }
    vectors[at + wide] = count;
    return slot;
  }

  /**
   * What the best cut in two parts of at least three words, each in its best language, gains over the whole in one. A text that would not gain
   * `least` if each of its words chose its language, as nearly all, is not cut: minus infinity.
   */
  gainOfTwo(least = -Infinity): number {
    const { words, other, sums, left } = this;
    const wide = sums.length;
    if (words.words < 2 * PART_WORDS) return -Infinity;
    let whole = -Infinity,
      best = -Infinity;
    for (let k = 0; k < wide; k++) whole = Math.max(whole, sums[k] as number);
    if (this.tops - whole < least - ROUNDING) return -Infinity;
    const wordSums = this.sumsOfWords();
    left.fill(0);
    for (let w = 0; w < words.words - PART_WORDS; w++) {
      let before = 0,
        after = 0;
      for (let k = 0; k < wide; k++) {
        left[k]! += wordSums[w * wide + k] as number;
        if ((left[k] as number) > (left[before] as number)) before = k;
        if (sums[k]! - left[k]! > sums[after]! - left[after]!) after = k;
      }
      if (w + 1 < PART_WORDS || before === after || before === other || after === other) continue;
      best = Math.max(best, left[before]! + sums[after]! - left[after]!);
    }
    return best - whole;
  }

  private sumsOfWords(): Float64Array {
    const { words, head, vectors } = this;
    const wide = head.labels.length,
      { scales } = head;
    if (this.wordSums.length < words.words * wide) this.wordSums = new Float64Array(2 * words.words * wide);
    const { wordSums } = this;
    for (let w = 0; w < words.words; w++) {
      const from = this.slotOf(w) * (wide + 1);
      for (let k = 0; k < wide; k++)
        wordSums[w * wide + k] = (vectors[from + k] as number) * (scales[k] as number);
    }
    return wordSums;
  }
}
