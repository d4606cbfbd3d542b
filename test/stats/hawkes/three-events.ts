import { estimateHawkes, type Plan } from '../../../src/stats/hawkes/hawkes-estimate.js';
import { sequenceOf } from '../../../src/stats/hawkes/hawkes-model.js';

/** Three events in a hundred hours, of which none remembers another: a Poisson process of 0.03 an hour. */
export const events = sequenceOf({
  times: [10, 50, 90],
  types: [0, 0, 0],
  typeNames: ['a'],
  horizonHours: 100,
});
export const plan: Plan = { decay: { kind: 'given', beta: [[100]] }, rhythm: { kind: 'none' } };
export const estimate = estimateHawkes(events, plan);
/** How far the log-likelihood 3 log μ − 100 μ falls from its top. */
export const fall = (mu: number): number => 3 * Math.log(0.03 / mu) - 3 + 100 * mu;
