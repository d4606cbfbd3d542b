import { describe, expect, it } from 'vitest';
import { recoveredShare } from '../../../src/stats/hawkes/marked-recovery.js';
import { fitRow } from '../../../src/stats/quantification/mixture-row.js';

describe('recoveredShare', () => {
  // an effect of ten sources that alone explains four targets, and a level that explains the other four
  const problem = {
    columns: [Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0), Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)],
    exposures: [10, 5],
  };
  const given = { problem, fit: fitRow(problem), own: [0] };
  const times = (n: number, row: number): number[] => Array.from({ length: n }, () => row);

  it('is one where the effect counts each target as one', () => {
    expect(recoveredShare(given, [0, 1, 2, 3], 10).share).toBeCloseTo(1, 6);
  });

  it('falls by as much as the level takes, the more the more targets tell it, to a half at least', () => {
    const half = recoveredShare(given, [...times(20, 0), ...times(20, 4)], 10);
    // 40 targets: a variance of 0.1 beside one of 0.09 beforehand
    expect(half.share).toBeCloseTo(1 - (0.09 / 0.19) * 0.5, 6);
    expect(half.error).toBeCloseTo(0.3 * Math.sqrt(0.1 / 0.19), 6);
    expect(recoveredShare(given, [0, 4], 10).share).toBeGreaterThan(0.97);
    expect(recoveredShare(given, times(1000, 4), 10).share).toBe(0.5);
  });
});
