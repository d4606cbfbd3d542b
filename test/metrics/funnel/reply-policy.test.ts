import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../src/metrics/funnel/reply-policy.js';

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
