import { describe, expect, it } from 'vitest';
import { foundShare } from '../../../src/stats/index.js';

const timed = { found: 0.1, value: 0.2, low: 0.14, high: 0.26 };
const width = (one: { low: number; high: number } | undefined): number => (one?.high ?? 0) - (one?.low ?? 0);

describe('foundShare', () => {
  it('is the share of what a witness counts that links found', () => {
    const near = { found: 0.1, value: 0.2, low: 0.199, high: 0.201, supposed: 0.05 };
    expect(foundShare([near])?.share).toBeCloseTo(0.5, 1);
    expect(foundShare([timed])?.share).toBeGreaterThan(0.45);
    expect(foundShare([timed])?.share).toBeLessThan(0.6);
    expect(foundShare([timed, undefined])?.share).toBe(foundShare([timed])?.share);
  });

  it('is not known without a witness, or where links found nothing', () => {
    expect(foundShare([undefined, undefined])).toBeUndefined();
    expect(foundShare([{ ...timed, found: 0 }])).toBeUndefined();
  });

  it('leaves every share likely where a witness says nothing, so that few events are not told as many', () => {
    const nothing = foundShare([{ found: 0.03, value: 0.1, low: 0, high: 40, supposed: 3 }]);
    expect(nothing?.share).toBeGreaterThan(0.2);
    expect(nothing?.share).toBeLessThan(0.6);
    expect([Number(nothing?.low) < 0.05, Number(nothing?.high) > 0.9]).toEqual([true, true]);
  });

  it('is surer with two witnesses that agree', () => {
    const both = foundShare([timed, { found: 0.1, value: 0.21, low: 0.15, high: 0.27 }]);
    expect(both?.disagreement).toBe(0);
    expect(width(both)).toBeLessThan(width(foundShare([timed])));
  });

  it('is surer of a witness that supposes less', () => {
    const known = foundShare([{ ...timed, supposed: Math.log(1.25) }]);
    expect(width(known)).toBeLessThan(0.9 * width(foundShare([timed])));
    // the error of its count stays: .14 to .26 for .2
    expect([Number(known?.low) < 0.4, Number(known?.high) > 0.65]).toEqual([true, true]);
  });

  it('lets what either says stand where their bounds leave a gap', () => {
    const apart = foundShare([timed, { found: 0.1, value: 0.8, low: 0.7, high: 0.9 }]);
    // from 0.26 to 0.7
    expect(apart?.disagreement).toBeCloseTo(Math.log(0.7 / 0.26), 10);
    expect(apart?.low).toBeLessThan(0.125);
    expect(apart?.high).toBeGreaterThan(0.5);
  });

  it('hardly moves for a witness that cannot tell', () => {
    const blind = { found: 0.1, value: 0, low: 0, high: 0.8 };
    expect(foundShare([timed, blind])?.share).toBeCloseTo(foundShare([timed])?.share as number, 1);
  });

  it('may be all where a witness counts no more than was found, and not where it counts far more', () => {
    expect(foundShare([{ ...timed, found: 0.2 }])?.mayBeAll).toBe(true);
    // a third of what is counted: beyond the half as much again that a witness may be wrong by, and its bounds
    expect(foundShare([{ found: 0.05, value: 0.2, low: 0.18, high: 0.22 }])?.mayBeAll).toBe(false);
  });

  it('never finds more than all', () => {
    const found = foundShare([{ found: 0.2, value: 0.1, low: 0.02, high: 0.18 }]);
    expect(found?.high).toBeLessThanOrEqual(1);
    expect(found?.quantile(0.999)).toBeLessThanOrEqual(1);
  });
});
