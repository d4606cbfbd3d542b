import { expect, it } from 'vitest';
import { countPatterns } from '../../../src/cases/weights/patterns.js';

it('counts equal comparisons once, rarities to a quarter of a bit', () => {
  const levels = new Uint8Array([1, 0]);
  expect(
    countPatterns([
      { levels, rarity: 3.1 },
      { levels: new Uint8Array([1, 0]), rarity: 3.05 },
      { levels, rarity: 4 },
    ]),
  ).toEqual([
    { levels, rarity: 3, count: 2 },
    { levels, rarity: 4, count: 1 },
  ]);
});
