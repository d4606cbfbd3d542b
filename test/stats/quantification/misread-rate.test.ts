import { describe, expect, it } from 'vitest';
import { misreadRate } from '../../../src/stats/quantification/misread-rate.js';
import { seededRandom } from '../../../src/util/random.js';

const errors = (precision: number, trueForTold: number) => {
  const draws = (value: number): number[] => Array.from({ length: 400 }, () => value);
  return { recall: draws(0.5), precision: draws(precision), trueForTold: draws(trueForTold) };
};

describe('misreadRate', () => {
  it('solves the two mixtures', () => {
    // 1,000 of the class at 30 %, 9,000 others at 2 %; told: 600 of the class and 400 others, so precision .6 and one true for one told
    const told = { n: 1000, k: 600 * 0.3 + 400 * 0.02 },
      others = { n: 9000, k: 400 * 0.3 + 8600 * 0.02 };
    const { share, low, high } = misreadRate(told, others, errors(0.6, 1), { seed: 1 }) as {
      share: number;
      low: number;
      high: number;
    };
    // as read: 188 of 1,000
    expect(share).toBeCloseTo(0.3, 1);
    expect([low < 0.3, high > 0.3, low > 0.2, high < 0.4]).toEqual([true, true, true, true]);
  });

  it('lends the class no event of the rest, and leaves a sure reader alone', () => {
    const sure = misreadRate({ n: 1000, k: 300 }, { n: 1000, k: 0 }, errors(1, 1), { seed: 1 });
    expect(sure?.share).toBeCloseTo(0.3, 1);
    // half of the told are of the class, and nobody else has the event: 300 of 500
    const half = misreadRate({ n: 1000, k: 300 }, { n: 1000, k: 0 }, errors(0.5, 0.5), { seed: 1 });
    expect(half?.share).toBeCloseTo(0.6, 1);
    expect(misreadRate({ n: 0, k: 0 }, { n: 5, k: 1 }, errors(1, 1), { seed: 1 })).toBeUndefined();
  });

  it('holds the true rate as often as it says, on drawn corpora', () => {
    const uniform = seededRandom(11);
    const RUNS = 200;
    let held = 0;
    for (let run = 0; run < RUNS; run++) {
      const [rate, besides] = [0.05 + 0.6 * uniform(), 0.05 * uniform()];
      const told = { n: 0, k: 0 },
        others = { n: 0, k: 0 };
      let right = 0,
        truly = 0;
      for (let text = 0; text < 600; text++) {
        const own = uniform() < 0.3,
          said = uniform() < (own ? 0.65 : 0.12),
          answered = uniform() < (own ? rate : besides);
        truly += Number(own);
        right += Number(own && said);
        const side = said ? told : others;
        side.n++;
        side.k += Number(answered);
      }
      const found = misreadRate(told, others, errors(right / told.n, truly / told.n), { seed: run + 1 });
      if (found !== undefined && found.low <= rate && rate <= found.high) held++;
    }
    expect(held / RUNS).toBeGreaterThan(0.91);
  });
});
