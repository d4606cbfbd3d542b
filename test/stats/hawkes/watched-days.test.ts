import { expect, it } from 'vitest';
import { WatchedDays } from '../../../src/stats/hawkes/watched-days.js';

it('watches all days while events are few', () => {
  const days = new WatchedDays(12_000);
  expect([days.every, days.holds(30), days.rest(100)]).toEqual([1, true, []]);
});

it('watches every so many days of many events, and what is not watched is the rest of the window', () => {
  const days = new WatchedDays(30_000);
  expect(days.every).toBe(3);
  expect([0, 23.9, 24, 71.9, 72, 95].map((t) => days.holds(t))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(days.rest(150)).toEqual([
    { from: 24, to: 72 },
    { from: 96, to: 144 },
  ]);
  expect(days.rest(130)).toEqual([
    { from: 24, to: 72 },
    { from: 96, to: 130 },
  ]);
});

it('never watches one weekday alone', () => {
  expect(new WatchedDays(7 * 12_000).every).toBe(8);
});
