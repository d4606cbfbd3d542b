import { expect, it } from 'vitest';
import { scoreAdjustments } from '../../../src/stats/hawkes/hawkes-adjustment.js';
import { estimateHawkes, type Plan } from '../../../src/stats/hawkes/hawkes-estimate.js';
import { estimate, events, plan } from './three-events.js';

const fitted: Plan = { ...plan, rhythm: { kind: 'estimated', startHourOfWeek: 0 } };

it('without a fitted rhythm there is no score to adjust, nor of a process that would not come to rest', () => {
  expect(scoreAdjustments(events, plan, estimate)).toBeUndefined();
  expect(scoreAdjustments(events, fitted, { ...estimate, A: [[1]] })).toBeUndefined();
});

it('with one, each effect has its own and the level none; equal data give equal ones', () => {
  const own = estimateHawkes(events, fitted);
  const [first] = scoreAdjustments(events, fitted, own) ?? [];
  expect(first).toHaveLength(2);
  expect(Math.abs(first?.[0] ?? 1)).toBe(0);
  expect(Number.isFinite(first?.[1])).toBe(true);
  expect(scoreAdjustments(events, fitted, own)?.[0]).toEqual(first);
});
