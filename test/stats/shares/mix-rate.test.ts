import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixRate } from '../../../src/stats/shares/mix-rate.js';

const period = fc
  .record({ weight: fc.integer({ min: 0, max: 50 }), at: fc.integer({ min: -10, max: 10 }) })
  .map(({ weight, at }) => ({ weight, sum: (weight * at) / 10 }));
const groups = fc.array(fc.record({ before: period, after: period }), { minLength: 1, maxLength: 8 });

describe('mixRate', () => {
  it('sums to the change, whatever the groups', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const found = mixRate(some);
        const weight = (name: 'before' | 'after'): number =>
          some.reduce((sum, one) => sum + one[name].weight, 0);
        if (found === undefined) {
          expect(weight('before') * weight('after')).toBe(0);
          return;
        }
        const sum = found.parts.reduce((total, { mix, rate }) => total + mix + rate, 0);
        expect(sum).toBeCloseTo(found.after - found.before, 10);
      }),
    );
  });

  it('turns its sign when time is turned', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const found = mixRate(some),
          back = mixRate(some.map(({ before, after }) => ({ before: after, after: before })));
        found?.parts.forEach(({ mix, rate }, at) => {
          expect(back?.parts[at]?.mix).toBeCloseTo(-mix, 10);
          expect(back?.parts[at]?.rate).toBeCloseTo(-rate, 10);
        });
      }),
    );
  });

  it('is rate alone where weights stay, mix alone where scores stay', () => {
    const stay = mixRate([
      { before: { weight: 10, sum: 5 }, after: { weight: 20, sum: -10 } },
      { before: { weight: 10, sum: -5 }, after: { weight: 20, sum: -10 } },
    ]);
    // Scores .5 → −.5 and −.5 → −.5, weights one half throughout: the first adds ½ × −1.
    expect(stay?.parts.map(({ mix, rate }) => [Math.abs(mix), rate + 0])).toEqual([
      [0, -0.5],
      [0, 0],
    ]);
    const moved = mixRate([
      { before: { weight: 10, sum: 5 }, after: { weight: 30, sum: 15 } },
      { before: { weight: 10, sum: -5 }, after: { weight: 10, sum: -5 } },
    ]);
    // S: 0 → (15 − 5)/40 = .25; middle .125. Shares ½ → ¾: (.5 − .125)·.25 and (−.5 − .125)·(−.25).
    expect(moved?.parts).toEqual([
      { mix: 0.09375, rate: 0 },
      { mix: 0.15625, rate: 0 },
    ]);
  });

  it('gives a group that appears nothing but mix', () => {
    const found = mixRate([
      { before: { weight: 10, sum: 0 }, after: { weight: 10, sum: 0 } },
      { before: { weight: 0, sum: 0 }, after: { weight: 10, sum: -10 } },
    ]);
    expect(found?.parts[1]?.rate).toBe(0);
  });
});
