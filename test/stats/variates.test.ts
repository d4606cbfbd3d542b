import { describe, expect, it } from 'vitest';
import { binomial, multinomial, poisson } from '../../src/stats/variates.js';
import { seededRandom } from '../../src/util/random.js';

const DRAWS = 20_000;

/** Mean and variance of many draws. */
function moments(draw: () => number): { readonly mean: number; readonly variance: number } {
  let sum = 0,
    squares = 0;
  for (let k = 0; k < DRAWS; k++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  return { mean: sum / DRAWS, variance: squares / DRAWS - (sum / DRAWS) ** 2 };
}

describe('variates', () => {
  // five standard errors of the mean; the variance of a variance is about 2σ⁴ / draws
  const near = (
    found: { readonly mean: number; readonly variance: number },
    mean: number,
    variance: number,
  ): void => {
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(Math.abs(found.variance - variance)).toBeLessThan(6 * variance * Math.sqrt(2 / DRAWS));
  };

  it.each([
    [20, 0.3],
    [1000, 0.3],
    [100_000, 0.001],
    [100_000, 0.97],
  ])('binomial of %i trials with chance %f has np and np(1 − p)', (trials, chance) => {
    const uniform = seededRandom(1);
    near(
      moments(() => binomial(uniform, trials, chance)),
      trials * chance,
      trials * chance * (1 - chance),
    );
  });

  it('binomial of a sure or impossible event is no draw', () => {
    expect([binomial(seededRandom(1), 900, 1), binomial(seededRandom(1), 900, 0)]).toEqual([900, 0]);
  });

  it('multinomial draws as many as there are, each kind as often as its size', () => {
    const uniform = seededRandom(2),
      counts = [30_000, 500, 0, 100];
    expect(multinomial(uniform, counts).reduce((a, b) => a + b, 0)).toBe(30_600);
    expect(multinomial(uniform, counts)[2]).toBe(0);
    near(
      moments(() => multinomial(uniform, counts)[1] as number),
      500,
      500 * (1 - 500 / 30_600),
    );
  });

  it('Poisson has its mean as variance, small and large', () => {
    for (const mean of [3, 200, 5000]) {
      const uniform = seededRandom(3);
      near(
        moments(() => poisson(uniform, mean)),
        mean,
        mean,
      );
    }
  });
});
