import { describe, expect, it } from 'vitest';
import type { RiskCase } from '../../../src/metrics/funnel/answer-spells.js';
import { hazardsOf, onSteps, stepTimes } from '../../../src/metrics/funnel/stepped-cases.js';

const riskCase = (end: number, over: Partial<RiskCase> = {}): RiskCase => ({
  caseId: `c${end}`,
  opened: 0,
  until: 1000,
  driver: null,
  channel: 'email',
  angry: false,
  answered: null,
  end,
  spilled: false,
  resolved: false,
  waiting: false,
  ...over,
});

describe('steps of age', () => {
  it('end where cases end or are answered, within 30 days, censored ones apart', () => {
    const cases = [
      riskCase(30, { spilled: true, answered: 4 }),
      riskCase(10, { resolved: true, answered: 0 }),
      riskCase(20),
      riskCase(721, { spilled: true }),
    ];
    expect([...stepTimes(cases)]).toEqual([4, 10, 30]);
  });

  it('are 150 at most, each with as many ends: every second of 300', () => {
    const steps = stepTimes(Array.from({ length: 300 }, (_, k) => riskCase(k + 1, { resolved: true })));
    expect(steps).toHaveLength(150);
    expect([steps[0], steps[149]]).toEqual([2, 300]);
  });
});

describe('hazards on the steps', () => {
  // Steps 0–10 and 10–20. A: waits, spills at 10. B: answered at 5, resolved at 20. C: waits, censored at 15.
  const cases = [
    riskCase(10, { spilled: true }),
    riskCase(20, { answered: 5, resolved: true }),
    riskCase(15),
  ];
  const steps = Float64Array.of(10, 20);
  const stepped = onSteps(cases, steps),
    { spill, resolved, answered, atOnce } = hazardsOf(stepped, Uint32Array.of(1, 1, 1), 0.5);

  it('divide spills by the risk present: 1 / (1 + (0.5 · 1 + 0.5 · 0.5) + 1), then none', () => {
    expect(spill[0]).toBeCloseTo(1 / 2.75, 12);
    expect(spill[1]).toBe(0);
  });

  it('divide resolutions by those of one state: answered, one of one in the second step', () => {
    expect([...resolved[0]]).toEqual([0, 0]);
    expect([...resolved[1]]).toEqual([0, 1]);
  });

  it('count whole steps between a reply and an end, and none past the last: replies at 0 and 5, ends at 35 and 60', () => {
    const long = [
      riskCase(35, { answered: 5, spilled: true }),
      riskCase(60, { answered: 0, resolved: true }),
      riskCase(60),
    ];
    const four = Float64Array.of(10, 20, 30, 40);
    const found = hazardsOf(onSteps(long, four), Uint32Array.of(1, 1, 1), 0.5);
    // 0.5 · 0.5 of the first, 0.5 of the second, 1 of the third
    expect([...found.spill].map((value) => Number(value.toFixed(12)))).toEqual([
      0,
      0,
      0,
      Number((1 / 1.75).toFixed(12)),
    ]);
    expect([...found.resolved[1]]).toEqual([0, 0, 0, 0]);
    expect([...found.answered]).toEqual([0.5, 0, 0, 0]);
    expect(found.atOnce).toBeCloseTo(1 / 3, 12);
  });

  it('are those of the cases written as often as they are taken', () => {
    const [first, second] = cases as [RiskCase, RiskCase],
      taken = hazardsOf(stepped, Uint32Array.of(2, 1, 0), 0.5),
      written = hazardsOf(onSteps([first, first, second], steps), Uint32Array.of(1, 1, 1), 0.5);
    expect(taken).toEqual(written);
  });

  it('divide first replies by those who wait to the end of the step or to their reply: B of B and C, then none', () => {
    expect([...answered]).toEqual([0.5, 0]);
    expect(atOnce).toBe(0);
  });
});
