import { expect, it } from 'vitest';
import { bootstrapIntervals, profileIntervals } from '../../../src/stats/hawkes/hawkes-intervals.js';
import { HawkesProfile } from '../../../src/stats/hawkes/hawkes-profile.js';
import { estimate, events, fall, plan } from './three-events.js';

const profile = new HawkesProfile(events, plan, estimate);

it('bounds are where twice the fall is 1.96²; an effect of 0 begins at 0', () => {
  const { mu, A, method } = profileIntervals(profile, estimate, 0.95);
  const { low, high } = mu[0]!;
  expect(low).toBeLessThan(0.03);
  expect(high).toBeGreaterThan(0.03);
  expect(Math.sqrt(2 * fall(low))).toBeCloseTo(1.96, 1);
  expect(Math.sqrt(2 * fall(high))).toBeCloseTo(1.96, 1);
  expect(A[0]?.[0]?.low).toBe(0);
  expect(method).toBe('profile likelihood');
});

it('effects that together do not beat a baseline alone begin at 0', () => {
  const own = { ...estimate, reachedByBaseline: estimate.reached };
  expect(profileIntervals(profile, own, 0.95).A[0]?.[0]?.low).toBe(0);
});

it('draws whose likelihood does not fall at what they were drawn from leave the cut as it is', () => {
  const drawn = bootstrapIntervals(profile, estimate, 4, 1, 0.95, () => profile);
  expect(drawn?.mu[0]?.high).toBeCloseTo(profileIntervals(profile, estimate, 0.95).mu[0]?.high ?? 0, 4);
  expect(drawn?.method).toBe('parametric bootstrap');
});

it('there are none where most draws could not be fitted', () => {
  let refits = 0;
  const refit = (): HawkesProfile | undefined => (refits++ === 0 ? profile : undefined);
  expect(bootstrapIntervals(profile, estimate, 4, 1, 0.95, refit)).toBeUndefined();
});
