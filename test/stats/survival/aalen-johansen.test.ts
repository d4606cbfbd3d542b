import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, kaplanMeier } from '../../../src/stats/index.js';
import { expectClose } from '../reference.js';

/** The jackknife sum written out: every subject's influence vector, moved step by step. */
function slowStdErr(durations: readonly number[], types: readonly number[], t: number): number {
  const n = durations.length;
  const influence = durations.map(() => ({ free: 0, first: 0 }));
  let free = 1;
  for (const time of [...new Set(durations)].sort((a, b) => a - b).filter((u) => u <= t)) {
    const risk = durations.map((d) => d >= time);
    const y = risk.filter(Boolean).length;
    const own = (i: number, cause: number) => (durations[i] === time && types[i] === cause ? 1 : 0);
    const hazard = [1, 2].map((cause) => durations.reduce((sum, _, i) => sum + own(i, cause), 0) / y);
    const [h1 = 0, h2 = 0] = hazard;
    for (let i = 0; i < n; i++) {
      const one = influence[i] as { free: number; first: number };
      const e1 = risk[i] ? (own(i, 1) - h1) / y : 0;
      const e2 = risk[i] ? (own(i, 2) - h2) / y : 0;
      one.first += one.free * h1 + free * e1;
      one.free = one.free * (1 - h1 - h2) - free * (e1 + e2);
    }
    free *= 1 - h1 - h2;
  }
  return Math.sqrt(influence.reduce((sum, one) => sum + one.first ** 2, 0));
}

describe('aalenJohansen', () => {
  const subject = fc.record({ t: fc.integer({ min: 0, max: 10 }), type: fc.integer({ min: 0, max: 2 }) });
  const subjects = fc.array(subject, { minLength: 1, maxLength: 40 });

  it('sums to 1 with the event-free share, which is Kaplan-Meier of any event, and rises', () => {
    fc.assert(
      fc.property(subjects, (some) => {
        const durations = some.map((s) => s.t),
          eventTypes = some.map((s) => s.type);
        const curve = aalenJohansen({ durations, eventTypes, causes: 2 });
        const all = kaplanMeier({ durations, eventObserved: eventTypes });
        curve.times.forEach((t, k) => {
          const [first = 0, second = 0] = curve.incidence.map((column) => column[k] as number);
          expect(first + second + (curve.eventFree[k] as number)).toBeCloseTo(1, 12);
          expect(curve.eventFree[k]).toBeCloseTo(all.survivalAt(t) as number, 12);
          const point = curve.at(1, t);
          expect(point?.low).toBeLessThanOrEqual(first + 1e-12);
          expect(point?.high).toBeGreaterThanOrEqual(first - 1e-12);
          expect(point?.low).toBeGreaterThanOrEqual(0);
          expect(point?.high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('has the standard error of the written-out jackknife', () => {
    fc.assert(
      fc.property(subjects, fc.integer({ min: 0, max: 10 }), (some, t) => {
        const durations = some.map((s) => s.t),
          eventTypes = some.map((s) => s.type);
        const curve = aalenJohansen({ durations, eventTypes, causes: 2 });
        const k = curve.times.findLastIndex((time) => time <= t);
        if (k >= 0) expect(curve.stdErr[0]?.[k]).toBeCloseTo(slowStdErr(durations, eventTypes, t), 10);
      }),
    );
  });

  it('says less than 1 − Kaplan-Meier of the cause alone', () => {
    const durations = [1, 2, 3, 4, 5, 6],
      eventTypes = [2, 1, 2, 1, 2, 1];
    const naive = kaplanMeier({ durations, eventObserved: eventTypes.map((type) => type === 1) });
    const incidence = aalenJohansen({ durations, eventTypes }).at(1, 4)?.incidence ?? 1;
    expectClose(incidence, 2 / 6, 1e-12);
    expect(incidence).toBeLessThan(1 - (naive.survivalAt(4) ?? 0));
  });

  it('gives an upper bound, not a zero width, where nothing happened', () => {
    const curve = aalenJohansen({ durations: [9, 9, 9, 9], eventTypes: [0, 0, 0, 0], causes: 2 });
    expect(curve.at(1, 5)).toMatchObject({ incidence: 0, low: 0, events: 0, atRisk: 4 });
    expectClose(curve.at(1, 5)?.high, 1 - 0.025 ** (1 / 4), 1e-9);
    expect(curve.at(1, 10)).toBeUndefined();
  });

  it('refuses unknown causes', () => {
    const input = { durations: [1, 2, 3, 4, 5], eventTypes: [1, 2, 0, 1, 0] };
    expect(() => aalenJohansen({ ...input, causes: 1 })).toThrow(/event type 2 at index 1/);
    expect(() => aalenJohansen(input).at(3, 1)).toThrow(/cause 3: use 1 to 2/);
    expect(() => aalenJohansen({ durations: [], eventTypes: [] })).toThrow(/no value/);
  });
});
