import { expect, it } from 'vitest';
import { simulateHawkes, type HawkesParameters } from '../../../../src/stats/index.js';
import { fitted } from '../../../stats/hawkes/fitted.js';

const startHourOfWeek = 72;

it('an estimated rhythm does not take excitation along: the mean of refits is that planted', () => {
  // a desk open from 8 to 19 h, nearly silent at night and on weekends, where the plain maximum reads 0.02 to 0.03 too little
  const open = Array.from(
    { length: 168 },
    (_, h) => (h % 24 >= 8 && h % 24 < 19 ? 1 : 0.05) * (h < 120 ? 1 : 0.1),
  );
  const mean = open.reduce((a, b) => a + b, 0) / 168;
  const planted: HawkesParameters = {
    mu: [0.25],
    A: [[0.15]],
    beta: Math.LN2 / 8,
    profile: { factors: [open.map((value) => value / mean)], startHourOfWeek },
  };
  const runs = 12,
    sum = Array.from({ length: runs }, (_, seed) => {
      const { events } = simulateHawkes(planted, {
        horizonHours: 3000,
        seed: seed + 1,
        typeNames: ['private'],
      });
      return fitted(events, { rhythm: 'hour-weekday', startHourOfWeek, beta: Math.LN2 / 8 }).A[0]?.[0] ?? 0;
    }).reduce((a, b) => a + b, 0);
  // standard error of one: 0.045
  expect(Math.abs(sum / runs - 0.15)).toBeLessThan(3 * (0.045 / Math.sqrt(runs)));
});
