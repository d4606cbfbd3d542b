import { describe, expect, it } from 'vitest';
import { beginApart } from '../../../src/metrics/crisis/begin-apart.js';

/** Instants of a storm that falls by half every ten hours, from an hour on. */
const storm = (n: number, from: number): number[] =>
  Array.from({ length: n }, (_, k) => from - 10 * Math.log2(1 - (k + 0.5) / n));

describe('beginApart', () => {
  it('tells storms of six hours apart, whichever comes first and however unequal', () => {
    expect(beginApart(storm(40, 0), storm(40, 6))).toBe(true);
    expect(beginApart(storm(40, 6), storm(40, 0))).toBe(true);
    expect(beginApart(storm(100, 0), storm(40, 6))).toBe(true);
  });

  it('tells none that begin together, nor few, nor none at all', () => {
    expect(beginApart(storm(40, 0), storm(40, 0))).toBe(false);
    expect(beginApart(storm(160, 0), storm(16, 0))).toBe(false);
    expect(beginApart(storm(5, 0), storm(5, 6))).toBe(false);
    expect(beginApart([], [1])).toBe(false);
  });

  it('is not told by a stray instant of before', () => {
    expect(beginApart(storm(40, 0), [-5, ...storm(40, 0)])).toBe(false);
    expect(beginApart(storm(40, 0), [-5, ...storm(40, 6)])).toBe(true);
  });

  it('looks at the beginning alone', () => {
    const begun = storm(40, 0).slice(0, 30);
    expect(beginApart(begun, [...begun, ...Array.from({ length: 10 }, (_, k) => 200 + k)])).toBe(false);
  });
});
