import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/cases/pairs/comparison.js';
import { withGoingOn } from '../../../src/cases/weights/going-on.js';

const pairs = (gap: number, count: number) => {
  const levels = new Uint8Array(FIELDS.length);
  levels[FIELDS.indexOf('gap')] = gap;
  return { levels, rarity: 0, count };
};
const gap = [0.4, 0.3, 0.1, 0.1, 0, 0, 0.1];
const u = [0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2];

describe('withGoingOn', () => {
  it('takes the share that goes on from pairs, and leaves the others in proportion', () => {
    // 6 of 10 go on, beside 5 of which a fifth do: 7 of 15; the rest of .9 shares 8 of 15
    const found = withGoingOn(gap, u, 5, [pairs(7, 6), pairs(1, 4), pairs(0, 100)], ({ count }) => count);
    const expected = [...[0.4, 0.3, 0.1, 0.1, 0, 0].map((share) => ((share / 0.9) * 8) / 15), 7 / 15];
    found.forEach((share, level) => expect(share).toBeCloseTo(expected[level] ?? Number.NaN, 12));
    expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('counts pairs for their weight; without any they go on as often as two at random', () => {
    expect(withGoingOn(gap, u, 5, [pairs(7, 6)], () => 0)[6]).toBeCloseTo(0.2, 12);
    expect(withGoingOn(gap, u, 5, [], () => 1)[6]).toBeCloseTo(0.2, 12);
  });
});
