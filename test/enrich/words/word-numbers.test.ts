import { expect, it } from 'vitest';
import { WordNumbers } from '../../../src/enrich/words/word-numbers.js';

it('law: numbers run from 1 in the order of the words, 0 and hashes of one slot among them, until all are forgotten', () => {
  const numbers = new WordNumbers(1000),
    hashes = [0, -1, 0x80000000 | 0, ...Array.from({ length: 500 }, (_, n) => n << 16)].filter(
      (hash, at, all) => all.indexOf(hash) === at,
    );
  for (let round = 0; round < 2; round++) {
    expect(hashes.map((hash) => [numbers.of(hash), numbers.add(hash)])).toEqual(
      hashes.map((_, at) => [0, at + 1]),
    );
    expect(hashes.map((hash) => numbers.of(hash))).toEqual(hashes.map((_, at) => at + 1));
    expect(numbers.count).toBe(hashes.length);
    numbers.clear();
    expect(numbers.count).toBe(0);
  }
});
