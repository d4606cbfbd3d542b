import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/stats/index.js';
import { expectAllClose } from '../reference.js';

describe('kaplanMeier', () => {
  it('is the hand-counted product', () => {
    // 6 at risk at 1: 5/6; one censored at 2; 4 at risk at 3, two events: × 2/4; 2 at risk at 7: × 1/2.
    const curve = kaplanMeier({ durations: [1, 2, 3, 3, 7, 9], eventObserved: [1, 0, 1, 1, 1, 0] });
    expect([...curve.atRisk]).toEqual([6, 5, 4, 2, 1]);
    expectAllClose(curve.survival, [5 / 6, 5 / 6, 5 / 12, 5 / 24, 5 / 24], 1e-14);
    expect(curve.survivalAt(0)).toBe(1);
    expect(curve.survivalAt(9.5)).toBeUndefined();
  });

  it('takes the middle of a flat part that lies exactly on the quantile, as R does', () => {
    const curve = kaplanMeier({ durations: [1, 2, 3, 4], eventObserved: [1, 1, 1, 1] });
    expect(curve.quantile(0.5).value).toBe(2.5);
  });

  it('counts late entries only while they are observed', () => {
    const curve = kaplanMeier({ durations: [2, 4, 6], eventObserved: [1, 1, 1], entry: [0, 3, 0] });
    expect([...curve.atRisk]).toEqual([2, 2, 1]);
    expectAllClose(curve.survival, [1 / 2, 1 / 4, 0], 1e-14);
  });

  it('stays plain when all are censored, or all times are equal, or there is one', () => {
    const censored = kaplanMeier({ durations: [3, 5, 5], eventObserved: [0, 0, 0] });
    expect(censored.quantile(0.5)).toEqual({});
    expect(censored.at(4)).toMatchObject({ survival: 1, high: 1, atRisk: 2 });
    expect(censored.at(4)?.low).toBeGreaterThan(0);
    const equal = kaplanMeier({ durations: [5, 5, 5], eventObserved: [1, 1, 1] });
    expect(equal.at(5)).toMatchObject({ survival: 0, low: 0, atRisk: 3 });
    expect(equal.survivalAt(9)).toBe(0);
    expect(equal.quantile(0.5).value).toBe(5);
    expect(kaplanMeier({ durations: [0], eventObserved: [true] }).survivalAt(0)).toBe(0);
  });

  it('refuses what is not durations', () => {
    expect(() => kaplanMeier({ durations: [], eventObserved: [] })).toThrow(/durations: no value/);
    expect(() => kaplanMeier({ durations: [1, -2], eventObserved: [1, 1] })).toThrow(/value -2 at index 1/);
    expect(() => kaplanMeier({ durations: [1], eventObserved: [] })).toThrow(/1 and 0 values/);
    expect(() => kaplanMeier({ durations: [1], eventObserved: [1], entry: [1] })).toThrow(/enter before/);
  });

  it('never rises, stays in [0, 1], forgets order and never answers NaN', () => {
    const subject = fc.record({ t: fc.integer({ min: 0, max: 12 }), seen: fc.boolean() });
    fc.assert(
      fc.property(fc.array(subject, { minLength: 1, maxLength: 40 }), (subjects) => {
        const run = (some: typeof subjects) =>
          kaplanMeier({ durations: some.map((s) => s.t), eventObserved: some.map((s) => s.seen) });
        const curve = run(subjects);
        expect([...run(subjects.toReversed()).survival]).toEqual([...curve.survival]);
        let last = 1;
        for (const [k, s] of curve.survival.entries()) {
          expect(s).toBeLessThanOrEqual(last);
          last = s;
          const point = curve.at(curve.times[k] as number);
          for (const value of [point?.survival, point?.stdErr, point?.low, point?.high])
            expect(value).toSatisfy((x: number) => x >= 0 && x <= 1);
          expect(point?.low).toBeLessThanOrEqual(s);
          expect(point?.high).toBeGreaterThanOrEqual(s);
        }
        expect(last).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
