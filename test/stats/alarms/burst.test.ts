import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kleinbergBursts, type BurstOptions, type Bursts } from '../../../src/stats/index.js';

function measured(times: readonly number[], options?: BurstOptions): Bursts {
  const result = kleinbergBursts(times, options);
  if (!result.measured) throw new Error(result.because);
  return result;
}

const calm = Array.from({ length: 30 }, (_, k) => 10 * k);

const rush = Array.from({ length: 30 }, (_, k) => 155 + 0.05 * k);

describe('kleinbergBursts', () => {
  it('finds a planted rush, its events and its nested levels', () => {
    const { bursts, levelAt } = measured([...rush, ...calm]);
    expect(bursts.map((burst) => burst.level)).toEqual(bursts.map((_, i) => i + 1));
    for (const burst of bursts) {
      expect(burst.start).toBe(155);
      expect(burst.end).toBeCloseTo(156.45, 9);
      expect(burst.count).toBe(30);
      expect(burst.weight).toBeGreaterThan(0);
    }
    expect([levelAt(100), levelAt(156) > 0, levelAt(1e6)]).toEqual([0, true, 0]);
  });

  it('takes the times in any order and unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 60 }),
        fc.constantFrom(2, 4, 0.5),
        (times, unit) => {
          const one = kleinbergBursts(times),
            reversed = kleinbergBursts(times.toReversed());
          const scaled = kleinbergBursts(times.map((t) => t * unit));
          if (!one.measured || !reversed.measured || !scaled.measured) {
            expect(new Set(times).size).toBeLessThan(3);
            return;
          }
          expect(reversed.bursts).toEqual(one.bursts);
          expect(scaled.bursts.map((burst) => [burst.level, burst.start / unit])).toEqual(
            one.bursts.map((burst) => [burst.level, burst.start]),
          );
          for (const { level, start, end, weight, count } of one.bursts) {
            expect(start < end && Number.isFinite(weight) && weight > -1e-9 && count >= 2).toBe(true);
            if (level > 1)
              expect(
                one.bursts.some(
                  (outer) => outer.level === level - 1 && outer.start <= start && outer.end >= end,
                ),
              ).toBe(true);
          }
        },
      ),
    );
  });

  it('finds no burst in an even stream, and fewer with a higher gamma', () => {
    expect(measured(calm).bursts).toEqual([]);
    expect(measured([...calm, ...rush], { gamma: 1000 }).bursts).toEqual([]);
  });

  it('weighs events: heavy ones burst where light ones do not; equal weights change nothing', () => {
    const weights = calm.map((_, k) => (k >= 12 && k < 18 ? 40 : 1));
    const { bursts } = measured(calm, { weights });
    expect(bursts[0]).toMatchObject({ level: 1, start: 110, end: 170 });
    expect(measured([...calm, ...rush], { weights: [...calm, ...rush].map(() => 7) }).bursts).toEqual(
      measured([...calm, ...rush]).bursts,
    );
  });

  it('batches equal times: a minute with 60 events weighs as 60', () => {
    const heap = Array.from({ length: 60 }, () => 155);
    const { bursts, times } = measured([...calm, ...heap]);
    expect(times.length).toBe(31);
    expect(bursts[0]).toMatchObject({ level: 1, start: 150, end: 155 });
  });

  it('answers plainly', () => {
    expect(kleinbergBursts([])).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(kleinbergBursts([4, 4, 4])).toMatchObject({
      measured: false,
      because: 'not measured, because all events bear the same time (3)',
    });
    expect(kleinbergBursts([1, 2])).toMatchObject({ measured: false, reason: 'too-few' });
    expect(() => kleinbergBursts([1, Number.NaN])).toThrow(/value NaN at index 1/);
    expect(() => kleinbergBursts([1, 2, 3], { s: 1 })).toThrow(/s = 1/);
    expect(() => kleinbergBursts([1, 2, 3], { weights: [1, 0, 1] })).toThrow(/weights: value 0/);
  });
});
