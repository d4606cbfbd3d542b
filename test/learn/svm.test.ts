import { describe, expect, it } from 'vitest';
import { learnLabel } from '../../src/learn/learner.js';
import { trainSvm, type SparseRows } from '../../src/learn/svm.js';

/** Rows given as column → value. */
function rowsOf(list: readonly Readonly<Record<number, number>>[], width: number): SparseRows {
  const starts = [0],
    ids: number[] = [],
    values: number[] = [];
  for (const row of list) {
    for (const [id, value] of Object.entries(row)) {
      ids.push(Number(id));
      values.push(value);
    }
    starts.push(ids.length);
  }
  return {
    count: list.length,
    starts: Int32Array.from(starts),
    ids: Int32Array.from(ids),
    values: Float32Array.from(values),
    width,
  };
}

describe('trainSvm', () => {
  it('finds the least of ½w² + c(1 − w)² in one dimension: w = 2c / (1 + 2c)', () => {
    for (const cost of [0.5, 2, 10]) {
      const [weight] = trainSvm(rowsOf([{ 0: 1 }], 1), Int8Array.of(1), Float32Array.of(cost), { seed: 1 });
      expect(weight).toBeCloseTo((2 * cost) / (1 + 2 * cost), 4);
    }
  });
  it('weighs two classes on two columns, one against the other', () => {
    // w = (2c/(1+2c), −2c/(1+2c)): each row bears on its own column alone.
    const weights = trainSvm(rowsOf([{ 0: 1 }, { 1: 1 }], 2), Int8Array.of(1, -1), Float32Array.of(1, 1), {
      seed: 3,
    });
    expect(weights[0]).toBeCloseTo(2 / 3, 4);
    expect(weights[1]).toBeCloseTo(-2 / 3, 4);
  });
  it('learns nothing from rows of cost 0', () => {
    const weights = trainSvm(rowsOf([{ 0: 1 }, { 0: 1 }], 1), Int8Array.of(1, -1), Float32Array.of(1, 0), {
      seed: 1,
    });
    expect(weights[0]).toBeCloseTo(2 / 3, 4);
  });
});

describe('learnLabel', () => {
  it('is the mean of a plain machine and of one on columns scaled by how unequal their classes are', () => {
    const rows = rowsOf([{ 0: 1 }, { 1: 1 }], 2),
      targets = Int8Array.of(1, -1),
      costs = Float32Array.of(1, 1);
    // Counts (3 + 1)/2 against 3/2: scale ¼ + ln(4/3) = .5377; w = s·2s/(1 + 2s²) on a value s.
    const scale = 0.25 + Math.log(4 / 3);
    const scaled = (2 * scale * scale) / (1 + 2 * scale * scale);
    const weights = learnLabel(rows, targets, costs, 1);
    expect(weights[0]).toBeCloseTo((2 / 3 + scaled) / 2, 3);
    expect(weights[1]).toBeCloseTo(-(2 / 3 + scaled) / 2, 3);
  });
});
