import { describe, expect, it } from 'vitest';
import { calibrate, heldOutConfusion, thresholdsOf } from '../../src/learn/head-calibration.js';
import type { HeadPlan, LabelledText } from '../../src/learn/head-plan.js';

const plan = (more: Partial<HeadPlan>): HeadPlan => ({
  name: 'x',
  labels: ['bad', 'good'],
  choice: 'one',
  bits: 8,
  cost: 1,
  ...more,
});
const rows = (...labels: readonly (number | readonly number[])[]): LabelledText[] =>
  labels.map((label) => ({ text: '', labels: typeof label === 'number' ? [label] : label }));
const PLAIN = { slopes: [1, 1], shifts: [0, 0] };

describe('heldOutConfusion', () => {
  it('counts truth by what is told: margin by slope, shift and threshold; rows that do not set probabilities are left out', () => {
    const examples = [...rows(0, 0, 1, 1), { text: '', labels: [1], calibrate: false }];
    const heldOut = [Float64Array.of(1, 0, 0, 1, 5), Float64Array.of(0, 1, 2, 0.5, 0)];
    expect(heldOutConfusion(plan({}), examples, heldOut, { ...PLAIN, thresholds: [1, 1] })).toEqual([
      [1, 1],
      [1, 1],
    ]);
    // e² for good moves its margin by 2: all are told good.
    expect(heldOutConfusion(plan({}), examples, heldOut, { ...PLAIN, thresholds: [1, Math.exp(2)] })).toEqual(
      [
        [0, 2],
        [0, 2],
      ],
    );
  });
});

describe('thresholdsOf', () => {
  it('is one half for labels on their own, one for those that exclude one another, e^−shift for margins', () => {
    const given = { slopes: [1, 1], shifts: [0, 0.5] };
    expect(thresholdsOf(plan({ choice: 'many' }), [], [], given)).toEqual([0.5, 0.5]);
    expect(thresholdsOf(plan({}), [], [], given)).toEqual([1, 1]);
    expect(thresholdsOf(plan({ decision: 'margin' }), [], [], given)).toEqual([1, Math.exp(-0.5)]);
  });
  it('lies where it splits the labels best, of two labels as one share of the other', () => {
    const heldOut = [Float64Array.of(0, 0, 0, 0), Float64Array.of(-3, -2, 2, 3)];
    const [first, second] = thresholdsOf(
      plan({ decision: 'macro-f1' }),
      rows(0, 0, 1, 1),
      heldOut,
      PLAIN,
    ) as [number, number];
    expect(first + second).toBeCloseTo(1, 9);
    expect(first).toBeGreaterThan(1 / (1 + Math.exp(2)));
    expect(first).toBeLessThanOrEqual(1 / (1 + Math.exp(-2)));
  });
});

describe('calibrate', () => {
  const heldOut = [Float64Array.of(1, 1, 1, -1, -1, -1, Number.NaN)];
  const own = rows([0], [0], [], [], [], [0], [0]);
  it('makes margins probabilities: of those at 1 two thirds bear the label, of those at −1 one third', () => {
    const { slopes, shifts } = calibrate(plan({ labels: ['a'], choice: 'many' }), own, heldOut);
    const p = (margin: number): number => 1 / (1 + Math.exp(-(slopes[0]! * margin + shifts[0]!)));
    // Platt's targets pull towards one half: (2 + 1)/(3 + 2) of bearers, 1/(3 + 2) of others.
    expect(p(1)).toBeCloseTo((2 * 0.8 + 0.2) / 3, 2);
    expect(p(-1)).toBeCloseTo((0.8 + 2 * 0.2) / 3, 2);
  });
  it('moves the shift to the prior of the plan', () => {
    const at = (prior?: number): number =>
      calibrate(plan({ labels: ['a'], choice: 'many', ...(prior !== undefined && { prior }) }), own, heldOut)
        .shifts[0]!;
    // Three of six bear the label: odds of 1.
    expect(at(0.2) - at()).toBeCloseTo(Math.log(0.25), 9);
  });
  it('has one slope for labels that exclude one another', () => {
    const { slopes } = calibrate(plan({}), rows(0, 1, 0, 1), [
      Float64Array.of(1, -1, 1, -1),
      Float64Array.of(-1, 1, -1, 1),
    ]);
    expect(slopes[0]).toBe(slopes[1]);
    expect(slopes[0]).toBeGreaterThan(0);
  });
});
