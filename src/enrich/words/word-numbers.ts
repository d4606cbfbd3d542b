/**
 * Numbers of words by their hashes, from 1 in the order in which they first come: in tables of what is known of each word, frequent words
 * stand close together.
 *
 * @example
 * const numbers = new WordNumbers(8);
 * [numbers.of(77), numbers.add(77), numbers.add(-5), numbers.of(77)]
 * // → [0, 1, 2, 1]
 */
export class WordNumbers {
  /** Numbers given. */
  count = 0;
  /** Hash and number, twice as many slots as words at least. */
  private readonly table: Int32Array;
  private readonly mask: number;

  /** `most`: words that have room; `clear` before there are more. */
  constructor(readonly most: number) {
    let slots = 16;
    while (slots < 2 * most) slots *= 2;
    this.table = new Int32Array(2 * slots);
    this.mask = slots - 1;
  }

  /** Number of a word; 0 for one that has none yet. */
  of(hash: number): number {
    return this.table[2 * this.slotOf(hash) + 1] as number;
  }

  /** Gives a word that has none the next number. */
  add(hash: number): number {
    const slot = this.slotOf(hash);
    this.table[2 * slot] = hash;
    return (this.table[2 * slot + 1] = ++this.count);
  }

  /** Forgets all words. */
  clear(): void {
    if (this.count > 0) this.table.fill(0);
    this.count = 0;
  }

  /** Where a word stands, or would. */
  private slotOf(hash: number): number {
    const { table, mask } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (table[2 * slot + 1] !== 0 && table[2 * slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
