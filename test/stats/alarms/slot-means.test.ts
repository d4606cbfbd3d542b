import { describe, expect, it } from 'vitest';
import { fairMeans, slotMeans } from '../../../src/stats/alarms/slot-means.js';

const always = (n: number): boolean[] => Array.from({ length: n }, () => true);

describe('slotMeans', () => {
  it('adds up to what was seen, whatever the length of a period', () => {
    for (const slots of [7, 168, 672]) {
      const counts = Float64Array.from({ length: 2 * slots }, (_, k) => k % 3);
      const means = slotMeans(counts, always(2 * slots), { slots, startSlot: 3 });
      expect(2 * means.reduce((a, b) => a + b, 0)).toBeCloseTo(
        counts.reduce((a, b) => a + b, 0),
        9,
      );
    }
  });

  it('leaves out what is not kept, and shrinks a weekday by half a message', () => {
    // Two weeks of 10 a day, the second Monday (900) left out. Seven equal days: every factor is 1.
    const counts = Float64Array.from({ length: 14 }, (_, day) => (day === 7 ? 900 : 10));
    const keep = always(14).with(7, false);
    slotMeans(counts, keep, { slots: 7, startSlot: 0 }).forEach((mean) => {
      expect(mean).toBeCloseTo(10, 9);
    });
  });
});

describe('fairMeans', () => {
  it('is half way between all weeks and the others: √(6·8) in the week of 4, √(6·4) in that of 8', () => {
    const counts = Float64Array.from({ length: 14 }, (_, day) => (day < 7 ? 4 : 8));
    const means = fairMeans(counts, always(14), { slots: 7, startSlot: 0 });
    expect(means[2]).toBeCloseTo(Math.sqrt(6 * 8), 9);
    expect(means[9]).toBeCloseTo(Math.sqrt(6 * 4), 9);
  });

  it('gives the last days of a week begun their own mean', () => {
    const counts = Float64Array.from({ length: 16 }, (_, day) => (day < 14 ? 5 : 19));
    // Other weeks: 5. All: (70 + 38) / 16 by level, the two days' own factors apart.
    const all = slotMeans(counts, always(16), { slots: 7, startSlot: 0 });
    const means = fairMeans(counts, always(16), { slots: 7, startSlot: 0 });
    expect(means[14]).toBeCloseTo(Math.sqrt((all[0] as number) * 5), 9);
  });
});
