import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  predictionPoweredShare,
  quantifyShares,
  roganGladen,
  type QuantificationMethod,
} from '../../../src/stats/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { expectClose } from '../reference.js';

describe('roganGladen', () => {
  const base = { n: 1000, sensitivity: 0.7, specificity: 0.85, nPositive: 300, nNegative: 700 };

  it('takes 18 % observed to 5.5 %, as the worked example says', () => {
    const corrected = roganGladen({ ...base, observed: 0.18 });
    expect(corrected.measured && corrected.prevalence).toBeCloseTo(0.0545, 4);
  });

  it('undoes the errors of any classifier better than chance, and stays in [0, 1]', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0.55, max: 1, noNaN: true }),
        fc.double({ min: 0.55, max: 1, noNaN: true }),
        share,
        (pi, sensitivity, specificity, other) => {
          const right = roganGladen({
            ...base,
            sensitivity,
            specificity,
            observed: pi * sensitivity + (1 - pi) * (1 - specificity),
          });
          expect(right.measured && Math.abs(right.raw - pi)).toBeLessThan(1e-9);
          const any = roganGladen({ ...base, sensitivity, specificity, observed: other });
          if (!any.measured) throw new Error(any.because);
          for (const value of [any.prevalence, any.interval.low, any.interval.high])
            expect(value).toSatisfy((x: number) => x >= 0 && x <= 1);
        },
      ),
    );
  });

  it('answers plainly for a classifier that says nothing', () => {
    expect(roganGladen({ ...base, observed: 0.3, sensitivity: 0.5, specificity: 0.5 })).toMatchObject({
      measured: false,
      reason: 'uninformative',
    });
    expect(() => roganGladen({ ...base, observed: 1.2 })).toThrow(/observed 1.2/);
    expect(() => roganGladen({ ...base, observed: 0.2, n: 0 })).toThrow(/n 0/);
  });
});

describe('predictionPoweredShare', () => {
  it('is right on average whatever the classifier, and answers plainly without labels', () => {
    const uniform = seededRandom(6);
    let held = 0;
    for (let run = 0; run < 200; run++) {
      const truth = Array.from({ length: 1200 }, () => (uniform() < 0.2 ? 1 : 0));
      const said = truth.map((label) => (uniform() < (label === 1 ? 0.7 : 0.25) ? 1 : 0));
      const found = predictionPoweredShare({
        predictions: said.slice(200),
        labelledPredictions: said.slice(0, 200),
        labels: truth.slice(0, 200),
      });
      if (!found.measured) throw new Error(found.because);
      if (found.interval.low <= 0.2 && 0.2 <= found.interval.high) held++;
    }
    expect(held).toBeGreaterThan(180);
    expect(predictionPoweredShare({ predictions: [1], labelledPredictions: [], labels: [] })).toMatchObject({
      measured: false,
      reason: 'too-few',
    });
    expect(() => predictionPoweredShare({ predictions: [2], labelledPredictions: [], labels: [] })).toThrow(
      /predictions: value 2/,
    );
  });
});

describe('quantifyShares', () => {
  const labelled = {
    posteriors: [
      [0.9, 0.1],
      [0.6, 0.4],
      [0.2, 0.8],
      [0.1, 0.9],
    ],
    labels: [0, 0, 1, 1],
  };

  it('gives shares that sum to 1, whatever the method', () => {
    const row = fc.double({ min: 0, max: 1, noNaN: true }).map((p) => [p, 1 - p]);
    const method = fc.constantFrom<QuantificationMethod>(
      'classify-and-count',
      'adjusted-count',
      'probabilistic-count',
      'probabilistic-adjusted-count',
      'sld',
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), method, (rows, how) => {
        const found = quantifyShares(rows, labelled, { method: how });
        if (!found.measured) throw new Error(found.because);
        expectClose(
          found.shares.reduce((a, b) => a + b),
          1,
          1e-9,
        );
        for (const share of found.shares) expect(share).toSatisfy((x: number) => x >= 0 && x <= 1);
      }),
    );
  });

  it('answers plainly, and refuses rows that are no posteriors', () => {
    expect(quantifyShares([], labelled)).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(quantifyShares([[1, 0]], { posteriors: [[1, 0]], labels: [0] })).toMatchObject({
      measured: false,
      reason: 'one-class',
    });
    const blind = {
      posteriors: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      labels: [0, 1],
    };
    expect(quantifyShares([[1, 0]], blind, { method: 'probabilistic-adjusted-count' })).toMatchObject({
      measured: false,
      reason: 'uninformative',
    });
    expect(() => quantifyShares([[0.5, 0.2]], labelled)).toThrow(/posteriors of row 0/);
    expect(() => quantifyShares([[1, 0]], { posteriors: [[1, 0]], labels: [2] })).toThrow(
      /label 2 at index 0/,
    );
  });
});
