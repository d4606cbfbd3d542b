import { describe, expect, it } from 'vitest';
import { forwardExcess } from '../../../src/stats/index.js';
import { seededRandom } from '../../../src/util/random.js';

const kind = { cases: 100, linkability: 0.8, bearers: 1, forward: 24, backward: 8 };

describe('forwardExcess', () => {
  it('is what comes later in excess, over the cases that would show it', () => {
    // (24 − 8) / (100 × 0.8); with half as many chances before, 8 are 16
    expect(forwardExcess([kind], 1)?.value).toBeCloseTo(0.2, 12);
    expect(forwardExcess([kind], 2)?.value).toBeCloseTo(0.1, 12);
  });

  it('has a Poisson error on both sides', () => {
    const { value, low, high } = forwardExcess([kind], 1) ?? { value: 0, low: 0, high: 0 };
    expect(high - value).toBeCloseTo((1.959964 * Math.sqrt(24 + 8 + 0.5)) / 80, 5);
    expect(low).toBeCloseTo(2 * value - high, 12);
  });

  it('is never under 0, and leaves out values that everybody bears', () => {
    expect(forwardExcess([{ ...kind, backward: 40 }], 1)).toMatchObject({ value: 0, low: 0 });
    const common = { ...kind, bearers: 9, forward: 500, backward: 400 };
    expect(forwardExcess([kind, common], 1)).toEqual(forwardExcess([kind], 1));
  });

  it('is unknown with hardly a key, or with no post before a case', () => {
    expect(forwardExcess([], 1)).toBeUndefined();
    expect(forwardExcess([{ ...kind, linkability: 0 }], 1)).toBeUndefined();
    expect(forwardExcess([{ ...kind, cases: 12 }], 1)).toBeUndefined();
    expect(forwardExcess([kind], Infinity)).toBeUndefined();
    expect(forwardExcess([kind], NaN)).toBeUndefined();
  });

  it('finds planted follow-ups among namesakes, in nine intervals of ten', () => {
    const uniform = seededRandom(5);
    let held = 0,
      sum = 0;
    for (let world = 0; world < 100; world++) {
      const pairs = [1, 3].map((bearers) => {
        let [forward, backward] = [0, 0];
        for (let k = 0; k < 200; k++) {
          if (uniform() < 0.2 * 0.6) forward++;
          for (let c = 0; c < bearers; c++) {
            if (uniform() < 0.06) forward++;
            if (uniform() < 0.05) backward++;
          }
        }
        return { cases: 200, linkability: 0.6, bearers, forward, backward };
      });
      const { value, low, high } = forwardExcess(pairs, 1.2) ?? { value: 0, low: 0, high: 0 };
      sum += value / 100;
      if (low <= 0.2 && 0.2 <= high) held++;
    }
    expect(sum).toBeCloseTo(0.2, 1);
    expect(held).toBeGreaterThan(90);
  });
});
