import { describe, expect, it } from 'vitest';
import { bandedRates, type BandedTexts } from '../../../src/stats/quantification/banded-rates.js';
import { seededRandom } from '../../../src/util/random.js';
import { binomial } from '../../../src/stats/variates.js';

const SIGNS = [-4, -2, 0.3, 1.4, 2.3, 3.2];
const TOLD = 3;
const expit = (x: number): number => 1 / (1 + Math.exp(-x));

describe('bandedRates', () => {
  it('learns from how often each band is answered what the reader takes wrongly and misses', () => {
    // a rate of .4 and none besides; every band holds fewer of the class than the signs say, by a logit of one and a half
    const n = SIGNS.map(() => 200),
      part = { n, k: SIGNS.map((sign, band) => 0.4 * (n[band] as number) * expit(1.4 * sign - 1.5)) };
    const [rate] = bandedRates([part], SIGNS, TOLD);
    expect(rate?.share).toBeCloseTo(0.4, 1);
    expect([Number(rate?.low) > 0.3, Number(rate?.high) < 0.55]).toEqual([true, true]);
    // as read: .32 of the told
    const told = part.k.slice(TOLD).reduce((sum, k) => sum + k, 0) / 600;
    expect(Number(rate?.share) - told).toBeGreaterThan(0.05);
  });

  it('takes nobody for a reader who errs where all that is told is answered alike', () => {
    const part = { n: [300, 100, 0, 100, 100, 100], k: [0, 0, 0, 40, 40, 40] };
    expect(bandedRates([part], SIGNS, TOLD)[0]?.share).toBeCloseTo(0.42, 1);
    expect(bandedRates([part], SIGNS, TOLD)[0]?.high).toBeLessThan(0.55);
  });

  it('reads parts together, and tells nothing of a part without texts that are told', () => {
    const few = { n: [30, 10, 10, 10, 8, 6], k: [0, 0, 2, 3, 3, 2] },
      many = { n: SIGNS.map(() => 200), k: [0, 3, 40, 70, 80, 80] };
    const alone = bandedRates([few], SIGNS, TOLD)[0],
      [beside] = bandedRates([few, many], SIGNS, TOLD);
    expect(Number(beside?.high) - Number(beside?.low)).toBeLessThan(Number(alone?.high) - Number(alone?.low));
    expect(bandedRates([{ n: [5, 5, 5, 0, 0, 0], k: [0, 0, 1, 0, 0, 0] }], SIGNS, TOLD)).toEqual([undefined]);
  });

  it('holds the true rate as often as it says, whatever the reader is like', () => {
    const uniform = seededRandom(11);
    const RUNS = 60;
    let held = 0,
      off = 0;
    for (let run = 0; run < RUNS; run++) {
      const rate = 0.1 + 0.6 * uniform(),
        besides = 0.03 * uniform(),
        shift = 2.4 * uniform() - 1.6,
        slope = 1 + uniform();
      const n = SIGNS.map(() => 40);
      const part: BandedTexts = {
        n,
        k: SIGNS.map((sign, band) => {
          const own = binomial(uniform, n[band] as number, expit(slope * sign + shift));
          return binomial(uniform, own, rate) + binomial(uniform, (n[band] as number) - own, besides);
        }),
      };
      const [found] = bandedRates([part], SIGNS, TOLD);
      if (found === undefined) continue;
      held += Number(found.low <= rate && rate <= found.high);
      off += (found.share - rate) / RUNS;
    }
    expect(held / RUNS).toBeGreaterThan(0.91);
    expect(Math.abs(off)).toBeLessThan(0.03);
  });
});
