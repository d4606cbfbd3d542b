import { describe, expect, it } from 'vitest';
import { brierScore, reliabilityTable } from '../../../src/stats/quantification/calibration.js';

describe('calibration', () => {
  it('scores forecasts by their squared distance: always the base rate gives r (1 − r)', () => {
    expect(brierScore([1, 0], [true, false])).toBe(0);
    expect(brierScore([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0])).toBeCloseTo(0.1875, 12);
  });
  it('groups forecasts by about equal size, equal ones together', () => {
    const rows = reliabilityTable([0.1, 0.2, 0.3, 0.4], [0, 0, 1, 1], 2);
    expect(rows.map(({ n, predicted, observed }) => [n, Number(predicted.toFixed(2)), observed])).toEqual([
      [2, 0.15, 0],
      [2, 0.35, 1],
    ]);
    expect(reliabilityTable([0.5, 0.5, 0.5, 0.9], [1, 0, 0, 1], 4).map(({ n }) => n)).toEqual([3, 1]);
    expect(rows[1]?.interval.high).toBeCloseTo(1, 9);
  });
  it('refuses what is no probability', () => {
    expect(() => brierScore([], [])).toThrow(/no value/);
    expect(() => brierScore([1.2], [1])).toThrow(/probability 1.2 at index 0/);
    expect(() => brierScore([0.5], [1, 0])).toThrow(/1 and 2 values/);
    expect(() => reliabilityTable([0.5], [1], 0)).toThrow(/use 1 or more/);
  });
});
