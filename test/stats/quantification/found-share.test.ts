import { describe, expect, it } from 'vitest';
import { foundShare } from '../../../src/stats/index.js';

const timed = { found: 0.1, value: 0.2, low: 0.14, high: 0.26 };
const width = (one: { low: number; high: number } | undefined): number => (one?.high ?? 0) - (one?.low ?? 0);

describe('foundShare', () => {
  it('is the share of the count by timing that links found', () => {
    expect(foundShare(timed, undefined)?.share).toBeCloseTo(0.5, 1);
  });

  it('is that of the keys where timing says nothing', () => {
    expect(foundShare(undefined, { share: 0.7, low: 0.6, high: 0.8 })).toMatchObject({
      share: 0.7,
      disagreement: 0,
    });
    expect(foundShare(undefined, undefined)).toBeUndefined();
  });

  it('is surer with two witnesses that agree', () => {
    const both = foundShare(timed, { share: 0.5, low: 0.4, high: 0.62 });
    expect(both?.disagreement).toBe(0);
    expect(width(both)).toBeLessThan(width(foundShare(timed, undefined)));
  });

  it('leans to timing where keys contradict it and its law of lags is learnt', () => {
    const apart = foundShare(timed, { share: 0.05, low: 0.04, high: 0.06 });
    expect(apart?.disagreement).toBeGreaterThan(1);
    // the keys alone would say 0.05, timing alone 0.5
    expect(apart?.share).toBeGreaterThan(0.35);
    expect(apart?.low).toBeGreaterThan(0.3);
  });

  it('holds what either says where the law of lags was supposed, or links found more than timing counts', () => {
    const keys = { share: 0.05, low: 0.04, high: 0.06 };
    for (const one of [
      { ...timed, supposed: true },
      { ...timed, found: 0.3 },
    ]) {
      const apart = foundShare(one, keys);
      expect(apart?.low).toBeLessThan(0.05);
      expect(apart?.high).toBeGreaterThan(0.5);
    }
  });

  it('does the same where timing counts nearly none, or none', () => {
    const keys = { share: 0.1, low: 0.07, high: 0.28 };
    const of = (value: number) =>
      foundShare({ found: 0.05, value, low: 0, high: 0.12, supposed: true }, keys);
    for (const value of [0, 0.001, 0.02]) {
      expect(of(value)?.disagreement).toBeGreaterThan(1);
      // by timing alone 0.7; by the keys alone 0.1
      expect(of(value)?.share).toBeGreaterThan(0.5);
      expect(of(value)?.low).toBeLessThan(0.1);
    }
    expect(Math.abs((of(0)?.share ?? 0) - (of(0.001)?.share ?? 1))).toBeLessThan(0.01);
  });

  it('never finds more than all', () => {
    const found = foundShare({ found: 0.2, value: 0.1, low: 0.02, high: 0.18 }, undefined);
    expect(found?.high).toBeLessThanOrEqual(1);
    expect(found?.quantile(0.999)).toBeLessThanOrEqual(1);
  });
});
