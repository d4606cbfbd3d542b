import { expect, it } from 'vitest';
import { HawkesProfile } from '../../../src/stats/hawkes/hawkes-profile.js';
import { estimate, events, plan } from './three-events.js';

it('falls as the likelihood does: by 3 − 3 log 2 at twice the level, not at all at the level', () => {
  const profile = new HawkesProfile(events, plan, estimate);
  expect(profile.drop(0, 0, 0.06)).toBeCloseTo(3 - 3 * Math.log(2), 4);
  expect(profile.drop(0, 0, 0.03)).toBeCloseTo(0, 4);
});
