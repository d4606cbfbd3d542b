import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  bootstrapInterval,
  calibrationError,
  classFigures,
  confusionOf,
  macroF1,
  matthews,
} from '../../src/learn/figures.js';
import { spansOf } from '../../src/learn/evaluation/tagged-spans.js';
import { fitPlatt, fitSoftmax } from '../../src/learn/fit-probabilities.js';

// 10 texts: truth a a a a b b b b b c; told a a b a b b b a b c.
const judged = {
  labels: ['a', 'b', 'c'],
  gold: [0, 0, 0, 0, 1, 1, 1, 1, 1, 2],
  told: [0, 0, 1, 0, 1, 1, 1, 0, 1, 2],
};

describe('figures', () => {
  it('counts by hand', () => {
    const table = confusionOf(judged);
    expect(table).toEqual([
      [3, 1, 0],
      [1, 4, 0],
      [0, 0, 1],
    ]);
    expect(accuracyOf(table)).toBe(0.8);
    // a: P 3/4, R 3/4; b: P 4/5, R 4/5; c: 1.
    expect(classFigures(judged.labels, table).map(({ f1 }) => f1)).toEqual([0.75, 0.8, 1]);
    expect(macroF1(judged.labels, table)).toBeCloseTo((0.75 + 0.8 + 1) / 3, 12);
  });

  it('gives the Matthews correlation of a table by its formula', () => {
    // tp 6, tn 3, fp 1, fn 2: (18 − 2) / √(7 · 8 · 4 · 5)
    expect(
      matthews([
        [3, 1],
        [2, 6],
      ]),
    ).toBeCloseTo(16 / Math.sqrt(1120), 12);
    expect(
      matthews([
        [4, 0],
        [0, 0],
      ]),
    ).toBe(0);
  });

  it('measures calibration by bins', () => {
    // Four texts told at 0.75 of which two are right: |2 − 3| / 4.
    expect(
      calibrationError({
        labels: ['a', 'b'],
        gold: [0, 0, 1, 1],
        told: [0, 0, 0, 0],
        confidence: [0.75, 0.75, 0.75, 0.75],
      }),
    ).toBeCloseTo(0.25, 12);
  });

  it('draws the same interval every time', () => {
    const draw = () => bootstrapInterval(10, (rows) => accuracyOf(confusionOf(judged, rows)));
    expect(draw()).toEqual(draw());
    expect(draw().low).toBeLessThan(0.8);
    expect(draw().high).toBeGreaterThan(0.8);
  });

  it('reads spans of IOB tags', () => {
    expect(spansOf(['B-PER', 'I-PER', 'O', 'I-LOC', 'B-LOC'])).toEqual([
      { type: 'PER', from: 0, to: 2 },
      { type: 'LOC', from: 3, to: 4 },
      { type: 'LOC', from: 4, to: 5 },
    ]);
  });
});

describe('calibration', () => {
  it('finds the logistic that made the labels', () => {
    const margins: number[] = [],
      positive: boolean[] = [];
    for (let i = 0; i < 4000; i++) {
      const margin = (i % 40) / 10 - 2;
      margins.push(margin);
      positive.push(((Math.floor(i / 40) * 37) % 100) / 100 < 1 / (1 + Math.exp(-(2 * margin - 0.5))));
    }
    const { slope, shift } = fitPlatt(margins, positive);
    expect(slope).toBeCloseTo(2, 0);
    expect(shift).toBeCloseTo(-0.5, 0);
  });

  it('finds the shares where margins say nothing', () => {
    const labels = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2];
    const { shifts } = fitSoftmax(
      [0, 1, 2].map(() => labels.map(() => 0)),
      labels,
    );
    const e = shifts.map(Math.exp),
      sum = e.reduce((a, b) => a + b, 0);
    expect(e.map((value) => Number((value / sum).toFixed(3)))).toEqual([0.5, 0.3, 0.2]);
  });
});
