import { describe, expect, it } from 'vitest';
import { keyness } from '../../src/topics/keyness.js';

describe('keyness', () => {
  it('is the log-likelihood ratio of the 2 × 2 table, by hand', () => {
    // 30 of 100 inside, 20 of 900 outside; expected 5 and 45 (term), 95 and 855 (no term)
    const g2 =
      2 *
      (30 * Math.log(30 / 5) + 20 * Math.log(20 / 45) + 70 * Math.log(70 / 95) + 880 * Math.log(880 / 855));
    expect(keyness({ inPart: 30, part: 100, inAll: 50, all: 1000 })).toBeCloseTo(g2, 10);
  });

  it('is below 0 for a term that the part avoids, and 0 where nothing can be compared', () => {
    expect(keyness({ inPart: 1, part: 100, inAll: 200, all: 1000 })).toBeLessThan(-10.83);
    expect(keyness({ inPart: 5, part: 10, inAll: 10, all: 10 })).toBe(0);
    expect(keyness({ inPart: 0, part: 0, inAll: 10, all: 10 })).toBe(0);
  });
});
