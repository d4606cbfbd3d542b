import { describe, expect, it } from 'vitest';
import { calmPeriods } from '../../../src/stats/alarms/calm-days.js';

const daysLeftOut = (kept: readonly boolean[], perDay: number): number[] => [
  ...new Set(kept.flatMap((one, k) => (one ? [] : [Math.floor(k / perDay)]))),
];

describe('calmPeriods', () => {
  it('leaves out all days of a crisis that stand out, even those the first one hides', () => {
    // 10 a day on average; the crisis: 500, 120, 60
    const daily = Float64Array.from({ length: 56 }, (_, day) => [500, 120, 60][day - 30] ?? 9 + (day % 3));
    expect(daysLeftOut(calmPeriods(daily, { slots: 7, startSlot: 0 }), 1)).toEqual([30, 31, 32]);
  });

  it('keeps an hour in which a few messages answer each other, and its day', () => {
    // one message every 8 hours for 8 weeks, and once four in an hour: a day of 6 where 3 are usual
    const hourly = Float64Array.from({ length: 56 * 24 }, (_, hour) => (hour % 8 === 0 ? 1 : 0));
    hourly[500] = 4;
    const kept = calmPeriods(hourly, { slots: 168, startSlot: 0 });
    expect(kept.every(Boolean)).toBe(true);
    expect(kept).toHaveLength(hourly.length);
  });

  it('leaves out the whole day of an hour that is no calm, and no day of two messages', () => {
    const hourly = Float64Array.from({ length: 28 * 24 }, (_, hour) => (hour % 12 === 0 ? 1 : 0));
    hourly[10 * 24 + 15] = 90;
    const kept = calmPeriods(hourly, { slots: 168, startSlot: 0 });
    expect(daysLeftOut(kept, 24)).toEqual([10]);
    expect(kept.filter((one) => !one)).toHaveLength(24);
    const rare = Float64Array.from({ length: 200 }, (_, day) => (day === 77 ? 2 : 0));
    expect(calmPeriods(rare, { slots: 7, startSlot: 0 }).every(Boolean)).toBe(true);
  });
});
