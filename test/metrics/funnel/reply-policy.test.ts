import { describe, expect, it } from 'vitest';
import type { RiskCase } from '../../../src/metrics/funnel/answer-spells.js';
import { hazardsOf, incidence, stepTimes } from '../../../src/metrics/funnel/reply-policy.js';

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
  it('end where cases end, within 30 days, censored ones apart', () => {
    const cases = [
      riskCase(30, { spilled: true }),
      riskCase(10, { resolved: true }),
      riskCase(20),
      riskCase(721, { spilled: true }),
    ];
    expect([...stepTimes(cases)]).toEqual([10, 30]);
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
  const { spill, resolved } = hazardsOf(
    cases,
    (_, answered) => (answered ? 0.5 : 1),
    Float64Array.of(10, 20),
  );

  it('divide spills by the risk present: 1 / (1 + (0.5 · 1 + 0.5 · 0.5) + 1), then none', () => {
    expect(spill[0]).toBeCloseTo(1 / 2.75, 12);
    expect(spill[1]).toBe(0);
  });

  it('divide resolutions by those of one state: answered, one of one in the second step', () => {
    expect([...resolved[0]]).toEqual([0, 0]);
    expect([...resolved[1]]).toEqual([0, 1]);
  });
});

describe('incidence', () => {
  const times = Float64Array.of(10, 20);
  const hazards = (spill: number, waiting: number, answered: number) => ({
    times,
    spill: Float64Array.of(spill, spill),
    resolved: [Float64Array.of(waiting, waiting), Float64Array.of(answered, answered)] as const,
  });

  it('without another ending is 1 − e^(−H): two steps of 0.1, never answered', () => {
    expect(incidence(hazards(0.1, 0, 0), Infinity, 1, 0.5)).toBeCloseTo(1 - Math.exp(-0.2), 12);
  });

  it('takes the reply in the middle of a step by halves: 0.5 · 0.1 + 0.5 · 0.05, then 0.05', () => {
    expect(incidence(hazards(0.1, 0, 0), 5, 1, 0.5)).toBeCloseTo(1 - Math.exp(-0.125), 12);
  });

  it('shares the endings by their hazards: 0.1 spill, 0.3 resolution', () => {
    expect(incidence(hazards(0.1, 0.3, 0), Infinity, 1, 1)).toBeCloseTo(0.25 * (1 - Math.exp(-0.8)), 12);
  });
});
