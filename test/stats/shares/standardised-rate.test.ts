import { describe, expect, it } from 'vitest';
import { standardisedCount } from '../../../src/stats/shares/standardised-rate.js';
import { poisson } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

describe('standardisedCount', () => {
  it('is Garwood’s interval for one kind of time', () => {
    // 5 events: χ²(0.025; 10)/2 = 1.6235, χ²(0.975; 12)/2 = 11.6683
    const { value, low, high } =
      standardisedCount([{ events: 5, exposure: 10, weight: 10 }], { seed: 3 }) ?? {};
    expect(value).toBe(5);
    expect(Math.abs(Number(low) - 1.6235)).toBeLessThan(0.2);
    expect(Math.abs(Number(high) - 11.6683)).toBeLessThan(0.7);
  });

  it('reaches down to nothing where no event is sure', () => {
    const sure = standardisedCount([{ events: 1, exposure: 10, weight: 10 }], { seed: 1 }),
      // two events at .5 each
      unsure = standardisedCount([{ events: 1, doubt: 0.5, exposure: 10, weight: 10 }], { seed: 1 });
    expect([sure?.value, unsure?.value]).toEqual([1, 1]);
    // exponential: −ln 0.975 = 0.025
    expect(Math.abs(Number(sure?.low) - 0.025)).toBeLessThan(0.02);
    expect(Number(unsure?.low)).toBeLessThan(0.01);
  });

  it('has a bound above where nothing was seen, and none where nothing was watched', () => {
    const none = standardisedCount([{ events: 0, exposure: 100, weight: 10 }], { seed: 1 });
    expect([none?.value, none?.low]).toEqual([0, 0]);
    // rule of three: −ln 0.025 · 10 / 100 = 0.369
    expect(Math.abs(Number(none?.high) - 0.369)).toBeLessThan(0.06);
    expect(standardisedCount([{ events: 0, exposure: 0, weight: 1 }], { seed: 1 })).toBeUndefined();
    expect(standardisedCount([{ events: 0, exposure: 0, weight: 0 }], { seed: 1 })?.value).toBe(0);
  });

  it('supposes that one event of any kind was missed, not of the kind that weighs most', () => {
    const kinds = [
      { events: 0, exposure: 100, weight: 50 },
      { events: 0, exposure: 100, weight: 10 },
    ];
    // mean .3 and variance .13: a gamma law of shape .692, 97.5 % under 1.30; of the heaviest alone −ln 0.025 · .5 = 1.84
    expect(Math.abs(Number(standardisedCount(kinds, { seed: 1 })?.high) - 1.3)).toBeLessThan(0.2);
  });

  it('holds the expected count and the count that comes, at least as often as it says', () => {
    const uniform = seededRandom(5);
    const kinds = [
      { rate: 0.05, exposure: 40, weight: 6 },
      { rate: 0.004, exposure: 900, weight: 60 },
      { rate: 0.0002, exposure: 4000, weight: 400 },
    ];
    const truth = kinds.reduce((sum, { rate, weight }) => sum + rate * weight, 0);
    let held = 0,
      counted = 0;
    for (let run = 0; run < 200; run++) {
      const found = standardisedCount(
        kinds.map(({ rate, exposure, weight }) => ({
          events: poisson(uniform, rate * exposure),
          exposure,
          weight,
        })),
        { seed: run },
      );
      const came = poisson(uniform, truth);
      held += Number(Number(found?.low) <= truth && truth <= Number(found?.high));
      counted += Number(Number(found?.range.low) <= came && came <= Number(found?.range.high));
    }
    expect(held).toBeGreaterThanOrEqual(186);
    expect(counted).toBeGreaterThanOrEqual(186);
  });
});
