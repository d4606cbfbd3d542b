import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/stats/special.js';
import { mixedQuantiles, type PointedLaw } from '../../../src/stats/survival/mixed-laws.js';

/** A normal law every quarter of a deviation, its density at the middle e^top. */
const normal = (mean: number, deviation: number, top = 0): PointedLaw => {
  const z = Array.from({ length: 49 }, (_, k) => (k - 24) / 4);
  return { at: z.map((one) => mean + one * deviation), logDensity: z.map((one) => top - one ** 2 / 2) };
};
const SHARES = [0.025, 0.5, 0.975];

describe('mixedQuantiles', () => {
  it('is the quantiles of one law', () => {
    const told = mixedQuantiles([{ weight: 3, laws: [normal(1, 2)] }], SHARES);
    told.forEach((value, k) => expect(value).toBeCloseTo(1 + 2 * normalQuantile(SHARES[k] as number), 1));
  });

  it('is exact where a law is log-linear between its points', () => {
    // e^−x from 0 to 20: quantile −ln(1 − p (1 − e^−20))
    const told = mixedQuantiles(
      [{ weight: 1, laws: [{ at: [0, 3, 20], logDensity: [0, -3, -20] }] }],
      SHARES,
    );
    told.forEach((value, k) =>
      expect(value).toBeCloseTo(-Math.log(1 - (SHARES[k] as number) * (1 - Math.exp(-20))), 9),
    );
  });

  it('takes the laws of a group for their mass, groups for their weight', () => {
    // In a group e² times the density and a quarter of the width are e² / 4 of the mass; apart they are as many as their weights.
    const [low, high] = [normal(-50, 4), normal(50, 1, 2)];
    const massOfHigh = Math.exp(2) / 4 / (1 + Math.exp(2) / 4);
    const below = (quantile: (share: number) => number): number => {
      let [from, to] = [0, 1];
      for (let k = 0; k < 40; k++) {
        const middle = (from + to) / 2;
        if (quantile(middle) < 0) from = middle;
        else to = middle;
      }
      return from;
    };
    const together = (share: number): number =>
      mixedQuantiles([{ weight: 1, laws: [low, high] }], [share])[0] as number;
    expect(below(together)).toBeCloseTo(1 - massOfHigh, 3);
    const apart = (share: number): number =>
      mixedQuantiles(
        [
          { weight: 0.3, laws: [low] },
          { weight: 0.1, laws: [high] },
        ],
        [share],
      )[0] as number;
    expect(below(apart)).toBeCloseTo(0.75, 3);
  });
});
