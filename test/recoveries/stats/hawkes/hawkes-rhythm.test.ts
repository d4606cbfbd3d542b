import { expect, it } from 'vitest';
import { simulateHawkes, type HawkesParameters } from '../../../../src/stats/index.js';
import { fitted } from '../../../stats/hawkes/fitted.js';
import { evening, week } from '../../../stats/hawkes/rhythms.js';

const startHourOfWeek = 72;

it('an estimated rhythm does not take excitation along: the mean of refits is that planted', () => {
  // a desk open from 8 to 19 h, nearly silent at night and on weekends, where the plain maximum reads 0.02 to 0.03 too little
  const desk = week((h) => (h >= 8 && h < 19 ? 1 : 0.05), [1, 1, 1, 1, 1, 0.1, 0.1]);
  const planted: HawkesParameters = {
    mu: [0.25],
    A: [[0.15]],
    beta: Math.LN2 / 8,
    profile: { factors: [desk], startHourOfWeek },
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

it('an estimated rhythm is found back where events are many', () => {
  const planted: HawkesParameters = {
    mu: [1],
    A: [[0.3]],
    beta: 0.2,
    profile: { factors: [evening], startHourOfWeek },
  };
  const { events } = simulateHawkes(planted, { horizonHours: 8760, seed: 5, typeNames: ['public'] });
  const found = fitted(events, { rhythm: 'hour-weekday', startHourOfWeek }).profile?.factors[0] ?? [];
  evening.forEach((value, h) => {
    expect(Math.abs((found[h] ?? 9) - value), `hour ${h}`).toBeLessThan(0.45);
  });
});
