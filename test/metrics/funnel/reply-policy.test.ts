import { describe, expect, it } from 'vitest';
import type { RiskCase } from '../../../src/metrics/funnel/answer-spells.js';
import { courseOf, hazardsOf, onSteps, stepTimes } from '../../../src/metrics/funnel/reply-policy.js';

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
  const { spill, resolved, answered, atOnce } = hazardsOf(onSteps(cases, steps), 0.5, steps);

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
    const found = hazardsOf(onSteps(long, four), 0.5, four);
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

  it('divide first replies by those who wait to the end of the step or to their reply: B of B and C, then none', () => {
    expect([...answered]).toEqual([0.5, 0]);
    expect(atOnce).toBe(0);
  });
});

describe('courseOf', () => {
  const times = Float64Array.of(10, 20);
  const hazards = (spill: number, waiting: number, settled: number, reply = 0, atOnce = 0) => ({
    times,
    spill: Float64Array.of(spill, spill),
    resolved: [Float64Array.of(waiting, waiting), Float64Array.of(settled, settled)] as const,
    answered: Float64Array.of(reply, reply),
    atOnce,
  });

  it('without another ending is 1 − e^(−H): two steps of 0.1, never answered', () => {
    expect(courseOf(hazards(0.1, 0, 0), 0.5)).toBeCloseTo(1 - Math.exp(-0.2), 12);
  });

  it('has those who still wait spill as answered ones from the middle of a step: 0.5 · 0.1 + 0.5 · 0.05, then 0.05', () => {
    expect(courseOf(hazards(0.1, 0, 0), 0.5, 5, 0.5)).toBeCloseTo(1 - Math.exp(-0.125), 12);
  });

  it('counts those answered at the start: half at 0.2, half at 0.1', () => {
    const expected = 0.5 * (1 - Math.exp(-0.2)) + 0.5 * (1 - Math.exp(-0.1));
    expect(courseOf(hazards(0.1, 0, 0, 0, 0.5), 0.5)).toBeCloseTo(expected, 12);
  });

  it('shares the endings by their hazards: 0.1 spill, 0.3 resolution', () => {
    expect(courseOf(hazards(0.1, 0.3, 0), 1)).toBeCloseTo(0.25 * (1 - Math.exp(-0.8)), 12);
  });

  it('does not depend on replies that change nothing, whatever is settled after them', () => {
    expect(courseOf(hazards(0.1, 0.02, 0.02, 0.4), 1)).toBeCloseTo(courseOf(hazards(0.1, 0.02, 0.02), 1), 12);
    const settled = hazards(0.1, 0, 0.3, 0.4);
    expect(courseOf(settled, 0.7, 5, 1)).toBe(courseOf(settled, 0.7));
  });

  it('spares by replies that come sooner, and adds where they make it worse', () => {
    const of = (latest: number, hurried: number): number =>
      courseOf(hazards(0.1, 0, 0, 0.4), hurried, latest, hurried);
    expect([of(Infinity, 0.3) > of(10, 0.3), of(10, 0.3) > of(0, 0.3)]).toEqual([true, true]);
    expect(of(0, 0.3)).toBeCloseTo(1 - Math.exp(-0.06), 12);
    expect(of(0, 2)).toBeGreaterThan(of(Infinity, 2));
  });
});
