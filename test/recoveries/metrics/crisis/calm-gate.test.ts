import { expect, it } from 'vitest';
import { calmGate } from '../../../../src/metrics/crisis/calm-gate.js';
import { calm, DAY } from '../../../metrics/crisis/calm-times.js';

it('gives at most one false sheet in ten months of calm: none or few in twenty series of three months', () => {
  const alarms = Array.from({ length: 20 }, (_, seed) =>
    Number(calmGate(calm(100 + seed), [0, 90 * DAY], 1, 'UTC')(0, 90 * DAY)),
  ).reduce((a, b) => a + b);
  // 60 months at 0.1 are 6 to be expected; Poisson, 95 %: 12 at most
  expect(alarms).toBeLessThanOrEqual(12);
});
