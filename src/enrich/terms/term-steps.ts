const FREE = 0;
/** A step takes three numbers: the node it leaves, the word, the node it leads to. */
const STEP = 3;

/**
 * The steps of a trie, from node to node by the id of a word, in one table of whole numbers. Node 0 is the root.
 *
 * @example
 * const steps = new TermSteps();
 * [steps.make(0, 7), steps.of(0, 7), steps.of(0, 8)]
 * // → [1, 1, 0]
 */
export class TermSteps {
  /** Nodes that are there. */
  nodes = 1;
  /** Of each node, a bit for each word by which a step leaves it: most words lead nowhere, and are not looked up. */
  private exits = new Int32Array(256);
  private table = new Int32Array(STEP << 8);
  private mask = (1 << 8) - 1;

  /** The node to which a word leads, or 0. */
  of(node: number, word: number): number {
    if (((this.exits[node] as number) & (1 << word)) === 0) return FREE;
    const { table, mask } = this;
    for (let slot = slotOf(node, word) & mask; ; slot = (slot + 1) & mask) {
      const to = table[STEP * slot + 2] as number;
      if (to === FREE || (table[STEP * slot] === node && table[STEP * slot + 1] === word)) return to;
    }
  }

  /** Whether a step leaves a node. */
  goOn(node: number): boolean {
    return this.exits[node] !== 0;
  }

  /** The node to which a word leads, a new one where there was none. */
  make(node: number, word: number): number {
    const known = this.of(node, word);
    if (known !== FREE) return known;
    if (2 * this.nodes > this.mask) this.grow();
    this.put(node, word, this.nodes);
    this.exits[node]! |= 1 << word;
    return this.nodes++;
  }

  private put(node: number, word: number, to: number): void {
    let slot = slotOf(node, word) & this.mask;
    while (this.table[STEP * slot + 2] !== FREE) slot = (slot + 1) & this.mask;
    this.table.set([node, word, to], STEP * slot);
  }

  private grow(): void {
    const { table, exits } = this;
    this.mask = 2 * this.mask + 1;
    this.table = new Int32Array(STEP * (this.mask + 1));
    this.exits = new Int32Array(this.mask + 1);
    this.exits.set(exits);
    for (let at = 0; at < table.length; at += STEP)
      if (table[at + 2] !== FREE)
        this.put(table[at] as number, table[at + 1] as number, table[at + 2] as number);
  }
}

const slotOf = (node: number, word: number): number => {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return hash ^ (hash >>> 15);
};
