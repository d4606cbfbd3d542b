import { describe, expect, it } from 'vitest';
import { beta, linkabilityFrom, linkabilityOf } from '../../../src/stats/quantification/linkability.js';
import { seededRandom } from '../../../src/util/random.js';

describe('the probability that a case is found', () => {
  it('is the share of posts that show one of its keys', () => {
    const found = linkabilityOf([1, 0, 3, 2], []);
    expect([found(0), found(1), found(2), found(3)]).toEqual([0, 0.5, 0.5, 0.75]);
    expect(linkabilityOf([], [])(1)).toBe(0);
  });
  it('counts a key for how often it agrees, with a prior of nine in ten', () => {
    // (.9 + 3) / (1 + 4) = .78 of the posts that show it.
    expect(linkabilityOf([1, 0], [{ bit: 1, agree: 3, of: 4 }])(1)).toBeCloseTo(0.39, 12);
  });
  it('misses only where all keys that both show miss; one without a power matches', () => {
    const posts = new Map([[3, 1]]);
    const powers = new Map([
      [1, 0.5],
      [2, 0.5],
    ]);
    expect(linkabilityFrom(posts, powers)(3)).toBe(0.75);
    expect(linkabilityFrom(posts, new Map([[1, 0.5]]))(3)).toBe(1);
  });
});

it('draws of the beta law have its mean and variance', () => {
  const uniform = seededRandom(2);
  const draws = Array.from({ length: 20_000 }, () => beta(uniform, 2, 3));
  const mean = draws.reduce((a, b) => a + b) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(0.4, 2);
  expect(variance).toBeCloseTo(0.04, 2);
});
