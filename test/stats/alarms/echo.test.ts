import { describe, expect, it } from 'vitest';
import { conditionalMeans, fitEcho } from '../../../src/stats/alarms/echo.js';
import { poisson } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

describe('conditionalMeans', () => {
  it('is what comes by itself and what recent messages call for, by the length of a period', () => {
    const echo = { share: 0.5, halfLifeHours: 1 };
    // ½·2, then ½·½ of the 8 an hour before, then of 8/2 + 0.
    expect([...conditionalMeans([8, 0, 0], new Float64Array(3).fill(2), echo, 1)]).toEqual([1, 3, 2]);
    // half an hour keeps √½: ½·2, then ½·(1 − √½) of 8.
    expect(conditionalMeans([8, 0], new Float64Array(2).fill(2), echo, 0.5)[1]).toBeCloseTo(
      1 + 0.5 * (1 - Math.SQRT1_2) * 8,
      12,
    );
  });
});

describe('fitEcho', () => {
  const uniform = seededRandom(9),
    n = 168 * 40,
    all = Array.from({ length: n }, () => true);
  const drawn = (share: number, halfLifeHours: number): Float64Array => {
    const left = 0.5 ** (1 / halfLifeHours);
    let recent = 0;
    return Float64Array.from({ length: n }, () => {
      const count = poisson(uniform, (1 - share) * 1 + share * (1 - left) * recent);
      recent = left * recent + count;
      return count;
    });
  };
  const means = new Float64Array(n).fill(1);

  it('finds a planted echo, and none where there is none', () => {
    const found = fitEcho(drawn(0.6, 4), all, means, 1);
    expect(Math.abs(found.share - 0.6)).toBeLessThan(0.1);
    expect(Math.abs(Math.log2(found.halfLifeHours / 4))).toBeLessThan(0.7);
    expect(fitEcho(drawn(0, 4), all, means, 1).share).toBeLessThan(0.05);
  });

  it('weighs all that is tried, and takes nothing for known where nothing is watched', () => {
    const blind = fitEcho(
      new Float64Array(10),
      Array.from({ length: 10 }, () => false),
      new Float64Array(10).fill(1),
      1,
    );
    // the mean of 0, .05, ... .8, each as likely
    expect(blind.share).toBeCloseTo(0.4, 9);
    expect(blind.likely?.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(blind.likely).toHaveLength(8 * 17);
  });
});
