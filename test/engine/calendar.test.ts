import { expect, it } from 'vitest';
import { daysOfPeriod } from '../../src/engine/calendar.js';

it.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['0099', '0099-01-01', '0100-01-01'],
  ['2026-Q1', '2026-01-01', '2026-04-01'],
  ['2026-Q4', '2026-10-01', '2027-01-01'],
  ['2024-02', '2024-02-01', '2024-03-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2024-02-29', '2024-02-29', '2024-03-01'],
  // 2026 begins on a Thursday: it has 53 weeks, and its first begins in 2025.
  ['2026-W01', '2025-12-29', '2026-01-05'],
  ['2026-W53', '2026-12-28', '2027-01-04'],
  ['2025-W52', '2025-12-22', '2025-12-29'],
  // 2021 begins on a Friday, in the last week of 2020.
  ['2021-W01', '2021-01-04', '2021-01-11'],
])('%s lasts from %s to %s', (period, from, until) => {
  expect(daysOfPeriod(period)).toEqual({ from, until });
});

it.each([
  '2025-W53',
  '2026-W00',
  '2026-Q5',
  '2026-13',
  '2026-02-29',
  '2026-2',
  '26',
  '',
  'T3 2026',
  '2026-07-14 ',
])('refuses "%s" and says what is expected', (period) => {
  expect(() => daysOfPeriod(period)).toThrow(/expected a year 2026, a quarter 2026-Q3/);
});
