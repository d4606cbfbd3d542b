import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../../src/enrich/words/token-hashes.js';
import { hashEmoji } from '../../../src/enrich/words/tokens.js';
import { EMPTY_POLARITIES, HashTable, loadVocabularies } from '../../../src/enrich/terms/vocabularies.js';

describe('polarities', () => {
  it('law: the table answers as a Map, 0 for what it does not hold', () => {
    const entry = fc.tuple(
      fc.integer({ min: -40, max: 40 }).map((at) => at * 64),
      fc.constantFrom(-1, 0.5, 1),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), fc.integer(), (entries, other) => {
        const map = new Map(entries),
          table = new HashTable(map);
        for (const [key, value] of map) expect(table.get(key)).toBe(value);
        if (!map.has(other)) expect(table.get(other)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
  it('knows words of both languages whatever their accents, and emoji', () => {
    const known = loadVocabularies();
    const of = (word: string): number => Math.sign(known.get(hashWord(word)));
    expect(['excellent', 'délicieux', 'awful', 'horrible', 'table'].map(of)).toEqual([1, 1, -1, -1, 0]);
    expect(of('DÉLICIEUX')).toBe(1);
    expect(known.get(hashEmoji('😀'))).toBe(1);
    expect(EMPTY_POLARITIES.get(hashWord('excellent'))).toBe(0);
  });
});
