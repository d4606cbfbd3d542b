import { describe, expect, it } from 'vitest';
import { sequenceOf } from '../../../src/stats/hawkes/hawkes-model.js';
import { Target } from '../../../src/stats/hawkes/hawkes-target.js';

// Two events of one type, an hour apart, and a memory that halves in an hour.
const events = sequenceOf({ times: [0, 1], types: [0, 0], typeNames: ['a'], horizonHours: 2 });

describe('the problem of a target', () => {
  it('has what each event remembers, β·½ for the second, and the shares of follow-ups seen, ¾ + ½', () => {
    const { columns, exposures } = new Target(events, 0, { startHourOfWeek: 0 }).problem([Math.LN2]);
    expect([...columns[0]!]).toEqual([1, 1]);
    expect(columns[1]?.[0]).toBe(0);
    expect(columns[1]?.[1]).toBeCloseTo(Math.LN2 / 2, 12);
    expect(exposures[0]).toBe(2);
    expect(exposures[1]).toBeCloseTo(1.25, 12);
  });

  it('follows a rhythm that is given: twice as much in the first hour', () => {
    const factors = new Float64Array(168).fill(1);
    factors[0] = 2;
    const { columns, exposures } = new Target(events, 0, { startHourOfWeek: 0, factors }).problem([Math.LN2]);
    expect([...columns[0]!]).toEqual([2, 1]);
    expect(exposures[0]).toBe(3);
  });

  it('is cheaper by a tilt, by half at most', () => {
    const target = new Target(events, 0, { startHourOfWeek: 0 });
    target.tilt = new Float64Array([0.5, 1]);
    const { exposures } = target.problem([Math.LN2]);
    expect(exposures[0]).toBe(1.5);
    expect(exposures[1]).toBeCloseTo(0.625, 12);
  });
});
