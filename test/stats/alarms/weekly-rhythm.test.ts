import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rhythm } from '../../../src/stats/hawkes/hawkes-model.js';
import { hoursOfWeek, weeklyFactors } from '../../../src/stats/alarms/weekly-rhythm.js';

const factors = Array.from({ length: 168 }, (_, h) => 1 + 0.8 * Math.sin(h));
const hour = fc.double({ min: 0, max: 1000, noNaN: true });

describe('a weekly rhythm', () => {
  it('has the integral of its hours, from any start', () => {
    fc.assert(
      fc.property(hour, hour, (start, t) => {
        const rhythm = new Rhythm(factors, start);
        const hours = hoursOfWeek(t, start);
        expect(hours.reduce((a, b) => a + b, 0)).toBeCloseTo(t, 6);
        expect(rhythm.integral(t)).toBeCloseTo(
          hours.reduce((sum, own, h) => sum + own * (factors[h] ?? 0), 0),
          5,
        );
        expect(rhythm.at(t)).toBe(factors[rhythm.hourOfWeek(t)]);
      }),
    );
  });

  it('gets back planted hour × weekday factors, mean 1', () => {
    const planted = Array.from({ length: 168 }, (_, h) => (h % 24 < 8 ? 0.2 : 1.4) * (h < 120 ? 1.2 : 0.5));
    const found = weeklyFactors(
      Float64Array.from(planted, (value) => 5000 * value),
      new Float64Array(168).fill(10),
    );
    const mean = planted.reduce((a, b) => a + b, 0) / 168;
    expect(found.reduce((a, b) => a + b, 0) / 168).toBeCloseTo(1, 12);
    found.forEach((value, h) => {
      expect(value).toBeCloseTo((planted[h] ?? 0) / mean, 3);
    });
  });
});
