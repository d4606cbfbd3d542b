import { describe, expect, it } from 'vitest';
import { logNegativeBinomial, sizeOf } from '../../../src/stats/alarms/count-spread.js';
import { negativeBinomial } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

describe('the likelihood of a count', () => {
  it('is that of Poisson where the size is infinite, and of the geometric law at size 1', () => {
    expect(logNegativeBinomial(3, 2, Infinity)).toBeCloseTo(3 * Math.log(2) - 2, 12);
    expect(logNegativeBinomial(0, 2, Infinity)).toBe(-2);
    // Size 1, mean 1: p(x) = (½)^(x + 1), times x! left out: log x! comes on top.
    expect(logNegativeBinomial(3, 1, 1)).toBeCloseTo(4 * Math.log(0.5) + Math.log(6), 9);
    expect(logNegativeBinomial(0, 1, 1)).toBeCloseTo(Math.log(0.5), 12);
  });
});

describe('the size of counts', () => {
  const uniform = seededRandom(5),
    means = new Float64Array(20_000).fill(3);
  const all = Array.from(means, () => true);

  it('is the planted one, over the counts kept', () => {
    const counts = means.map((mean) => negativeBinomial(uniform, mean, 2));
    expect(sizeOf(counts, all, means)).toBeCloseTo(2, 0);
    const half = counts.map((count, k) => (k % 2 === 0 ? count : 3));
    const even = Array.from(half, (_, k) => k % 2 === 0);
    expect(sizeOf(half, even, means)).toBeCloseTo(2, 0);
  });

  it('is infinite where all counts are their mean', () => {
    expect(sizeOf(means, all, means)).toBe(Infinity);
  });
});
