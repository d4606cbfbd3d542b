import { describe, expect, it } from 'vitest';
import { calmGate } from '../../../src/metrics/crisis/calm-gate.js';
import { calm, DAY, HOUR } from './calm-times.js';

describe('calmGate', () => {
  it('lets pass what breaks the calm, and not what the calm holds', () => {
    const rush = Array.from({ length: 30 }, (_, k) => 60 * DAY + (k * HOUR) / 2);
    const times = [...calm(3), ...rush].toSorted((a, b) => a - b);
    const breaks = calmGate(times, [0, 90 * DAY], 3, 'UTC');
    expect(breaks(60 * DAY, 60 * DAY + 15 * HOUR)).toBe(true);
    expect(breaks(20 * DAY, 22 * DAY)).toBe(false);
  });

  it('counts hours on the clock of the zone: what is usual at nine breaks the calm at three', () => {
    // ten messages each day at nine in Auckland, once at three in the morning
    const nine = Date.UTC(2026, 0, 4, 20);
    const day = (at: number): number[] => Array.from({ length: 10 }, (_, k) => at + k * 60_000);
    const usual = Array.from({ length: 90 }, (_, n) => day(nine + n * DAY)).flat();
    const night = nine + 60 * DAY - 6 * HOUR;
    const times = [...usual, ...day(night)].toSorted((a, b) => a - b);
    // over the change of season in April the clock keeps the nine where it is
    const breaks = calmGate(times, [times[0] as number, times.at(-1) as number], 1, 'Pacific/Auckland');
    expect(breaks(night, night + HOUR)).toBe(true);
    expect(breaks(nine + 30 * DAY, nine + 30 * DAY + HOUR)).toBe(false);
  });

  it('knows no calm in less than two weeks: all passes', () => {
    expect(calmGate([0, HOUR, 2 * HOUR], [0, 5 * DAY], 1, 'UTC')(0, HOUR)).toBe(true);
  });
});
