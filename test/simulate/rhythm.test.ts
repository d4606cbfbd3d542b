import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/simulate/draw.js';
import { parisClock } from '../../src/simulate/paris-time.js';
import { CUSTOMER_RHYTHM, FLAT_RHYTHM, rhythmAt, rhythmicTimes } from '../../src/simulate/rhythm.js';

const HOUR = 3_600_000,
  from = Date.UTC(2026, 0, 5),
  week = 7 * 24 * HOUR;

describe('rhythm', () => {
  it('has mean 1 over a week', () => {
    let sum = 0;
    for (let hour = 0; hour < 168; hour++) sum += rhythmAt(CUSTOMER_RHYTHM, from + hour * HOUR);
    expect(sum / 168).toBeCloseTo(1, 10);
    expect(rhythmAt(FLAT_RHYTHM, from)).toBe(1);
  });

  it('gives as many events as asked, at the hours of the day it says', () => {
    const times = rhythmicTimes(createDraw(4), 40, CUSTOMER_RHYTHM, from, from + 20 * week);
    expect(times.length / 140).toBeGreaterThan(38.5);
    expect(times.length / 140).toBeLessThan(41.5);
    const at = (hour: string): number => times.filter((time) => parisClock(time).hour === hour).length;
    expect(at('20') / at('05')).toBeGreaterThan(6);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });
});
