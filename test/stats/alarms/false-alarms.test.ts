import { expect, it } from 'vitest';
import { calibrateThreshold, cusum, fitCountBaseline, type CountBaseline } from '../../../src/stats/index.js';

it('ends on calm so quiet that the smallest threshold keeps to the budget', () => {
  const counts = Array.from({ length: 24 * 365 * 10 }, (_, hour) => (hour % 9000 === 0 ? 1 : 0));
  const baseline = fitCountBaseline(counts, { hoursPerPeriod: 1, startHourOfWeek: 0 });
  expect(baseline.measured).toBe(true);
  let calls = 0;
  const found = calibrateThreshold(
    (drawn, threshold) => {
      if (++calls > 200) throw new Error('does not end');
      return cusum(drawn as ArrayLike<number>, baseline as CountBaseline, { threshold });
    },
    baseline as CountBaseline,
    { perMonth: 1, seed: 1, months: 12 },
  );
  expect(found).toMatchObject({ measured: true });
  expect(found.measured && found.threshold <= 2e-3 && found.perMonth <= 1).toBe(true);
});
