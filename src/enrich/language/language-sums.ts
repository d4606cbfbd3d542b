import type { LinearHead } from '../heads/head.js';
import { WordNumbers } from '../words/word-numbers.js';
import { LanguageGrams } from './language-grams.js';

/** Words whose sums are kept. */
const MOST = 1 << 14;
/** Words that a part of a text must have to be of a language of its own. */
const PART_WORDS = 3;
/** More than the order of additions changes a sum. */
const ROUNDING = 1e-6;

/**
 * Sums of a language head's weights over the words of a text. The sums of a word depend on the word alone: they are kept in a
 * table that never changes a result.
 */
export class LanguageSums {
  /** Sum of the weights of all grams, for each label. */
  readonly sums: Float64Array;
  /** Grams, and letters, of the text. */
  grams = 0;
  letters = 0;
  private readonly words: LanguageGrams;
  /** Sum of what each word gives the language that it speaks for most. */
  private tops = 0;
  private readonly left: Float64Array;
  private readonly numbers = new WordNumbers(MOST);
  /** Where in `vectors` what is known of each word of the text begins. */
  private places = new Int32Array(64);
  /** Of each number: sums of the weights of a word's grams, the highest of them, and how many grams these are. */
  private readonly vectors: Float64Array;
  private readonly stride: number;

  /** `other`: index of the label that is no language. */
  constructor(
    private readonly head: LinearHead,
    private readonly other: number,
  ) {
    const wide = head.labels.length;
    this.words = new LanguageGrams(head.bits);
    this.sums = new Float64Array(wide);
    this.left = new Float64Array(wide);
    this.stride = wide + 2;
    this.vectors = new Float64Array(this.stride * MOST);
  }

  read(text: string): void {
    const { words, sums, vectors } = this;
    const wide = sums.length;
    words.read(text);
    sums.fill(0);
    if (this.numbers.count + words.words > MOST) this.numbers.clear();
    if (this.places.length < words.words) this.places = new Int32Array(2 * words.words);
    const { places } = this;
    let grams = 0,
      tops = 0;
    for (let w = 0; w < words.words; w++) {
      const from = (places[w] = this.placeOf(w));
      for (let k = 0; k < wide; k++) sums[k]! += vectors[from + k] as number;
      tops += vectors[from + wide] as number;
      grams += vectors[from + wide + 1] as number;
    }
    this.tops = tops;
    this.grams = grams;
    this.letters = words.letters;
  }

  /** Where in `vectors` the sums of word w begin. */
  private placeOf(w: number): number {
    const { words, head, numbers, vectors, stride } = this;
    const hash = words.hashes[w] as number,
      known = numbers.of(hash);
    if (known > 0) return (known - 1) * stride;
    const at = (numbers.add(hash) - 1) * stride;
    const wide = head.labels.length,
      { weights, scales } = head;
    const count = words.gramsOf(w);
    let top = -Infinity;
    for (let k = 0; k < wide; k++) {
      let sum = 0;
      for (let g = 0; g < count; g++) sum += weights[(words.buckets[g] as number) * wide + k] as number;
      top = Math.max(top, (vectors[at + k] = sum * (scales[k] as number)));
    }
    vectors[at + wide] = top;
    vectors[at + wide + 1] = count;
    return at;
  }

  /**
   * What the best cut in two parts of at least three words, each in its best language, gains over the whole in one. A text that would not gain
   * `least` if each of its words chose its language, as nearly all, is not cut: minus infinity.
   */
  gainOfTwo(least = -Infinity): number {
    const { words, other, sums, left, vectors, places } = this;
    const wide = sums.length;
    if (words.words < 2 * PART_WORDS) return -Infinity;
    let whole = -Infinity,
      best = -Infinity;
    for (let k = 0; k < wide; k++) whole = Math.max(whole, sums[k] as number);
    if (this.tops - whole < least - ROUNDING) return -Infinity;
    left.fill(0);
    for (let w = 0; w < words.words - PART_WORDS; w++) {
      let before = 0,
        after = 0;
      const from = places[w] as number;
      for (let k = 0; k < wide; k++) {
        left[k]! += vectors[from + k] as number;
        if ((left[k] as number) > (left[before] as number)) before = k;
        if (sums[k]! - left[k]! > sums[after]! - left[after]!) after = k;
      }
      if (w + 1 < PART_WORDS || before === after || before === other || after === other) continue;
      best = Math.max(best, left[before]! + sums[after]! - left[after]!);
    }
    return best - whole;
  }
}
