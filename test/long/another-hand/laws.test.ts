import { describe, expect, it } from 'vitest';
import { Draw } from './draw.js';
import { drawLaw, drawWideLaw, spillDelay, type Law } from './laws.js';

const laws = new Map<string, Law>();
for (let seed = 1; laws.size < 5; seed++)
  for (const law of [drawLaw(new Draw(seed), [0.8, 6]), drawWideLaw(new Draw(seed), [0.8, 6])])
    laws.set(law.name, law);

/** Shares within four standard errors of `N` draws. */
const N = 4000,
  NEAR = 4 * Math.sqrt(0.25 / N);

describe.each([...laws])('the %s law', (_, law) => {
  const draw = new Draw(7);
  const spilled = (answered: number, ratio: number, until: number): number =>
    Array.from({ length: N }, () => spillDelay(law, 0.6, answered, ratio, draw.exponential())).filter(
      (delay) => delay <= until,
    ).length / N;

  it('lets the share it was given spill, and half of it by its median', () => {
    expect([law.cdf(0), law.cdf(Infinity)]).toEqual([0, 1]);
    expect(Math.abs(spilled(Infinity, 0.5, 24 * 400) - 0.6)).toBeLessThan(NEAR);
    let median = 0;
    while (law.cdf(median) < 0.5) median += 0.1;
    expect(Math.abs(spilled(Infinity, 0.5, median) - 0.3)).toBeLessThan(NEAR);
  });

  it('spares what an answer at once would: 1 − (1 − p)^ratio are left', () => {
    expect(Math.abs(spilled(0, 0.4, 24 * 400) - (1 - 0.4 ** 0.4))).toBeLessThan(NEAR);
  });
});
