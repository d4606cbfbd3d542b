import { describe, expect, it } from 'vitest';
import { waitingEstimate } from '../../../src/metrics/funnel/waiting-estimate.js';
import { foundOf, spilledCases } from './spilled-cases.js';

const OPTIONS = { seed: 1, level: 0.95 };

describe('waitingEstimate', () => {
  it('is those said to wait less their part of what spilled unseen', async () => {
    const corpus = await spilledCases();
    // eight found of two in three: four missed (one in two: eight, four in five: two), of which half wait
    const estimate = await waitingEstimate(
      corpus,
      { waiting: 30, untraced: 60 },
      foundOf(2 / 3, 1 / 2, 4 / 5),
      OPTIONS,
    );
    expect(estimate.expected).toBeCloseTo(28, 9);
    expect(estimate.low).toBeCloseTo(26, 9);
    expect(estimate.high).toBeCloseTo(29, 9);
    expect([estimate.doubled, estimate.unseen?.expected]).toEqual([undefined, expect.closeTo(2, 9)]);
    corpus.close();
  });

  it('is held between none and those said', async () => {
    const corpus = await spilledCases();
    const { expected, low, high } = await waitingEstimate(
      corpus,
      { waiting: 10, untraced: 10 },
      // sixteen missed, or one in nine of eight
      foundOf(1 / 3, 1 / 4, 9 / 10),
      OPTIONS,
    );
    expect([expected, low, high]).toEqual([0, 0, expect.closeTo(10 - 8 / 9, 9)]);
    corpus.close();
  });

  it('is what is said where nothing else is known', async () => {
    const corpus = await spilledCases();
    expect(await waitingEstimate(corpus, { waiting: 7, untraced: 9 }, { floor: true }, OPTIONS)).toEqual({
      expected: 7,
      low: 7,
      high: 7,
    });
    corpus.close();
  });
});
