import { describe, expect, it } from 'vitest';
import { waitingEstimate } from '../../../src/metrics/funnel/waiting-estimate.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000,
  AT = Date.UTC(2026, 0, 5);
const OPTIONS = { seed: 1, level: 0.95 };

// eight cases were seen to spill, all without a trace of resolution; a public export watches twenty days; there is one private channel
const corpusOf = () =>
  fakeCorpus({
    cases: Array.from({ length: 20 }, (_, k) => ({
      caseId: `c${k}`,
      openedAt: AT + DAY,
      observedUntil: AT + 19 * DAY,
      spilledAt: k < 8 ? AT + 2 * DAY : null,
    })),
    messages: Array.from({ length: 20 }, (_, day) => ({ sentAt: AT + day * DAY })),
  });
const found = (share: number, low: number, high: number) => ({
  found: { share, low, high, disagreement: 0, quantile: () => share },
  floor: false,
});

describe('waitingEstimate', () => {
  it('is those said to wait less their part of what spilled unseen', async () => {
    const corpus = await corpusOf();
    // eight found of two in three: four missed (one in two: eight, four in five: two), of which half wait
    const estimate = await waitingEstimate(
      corpus,
      { waiting: 30, untraced: 60 },
      found(2 / 3, 1 / 2, 4 / 5),
      OPTIONS,
    );
    expect(estimate.expected).toBeCloseTo(28, 9);
    expect(estimate.low).toBeCloseTo(26, 9);
    expect(estimate.high).toBeCloseTo(29, 9);
    expect([estimate.doubled, estimate.unseen?.expected]).toEqual([undefined, expect.closeTo(2, 9)]);
    corpus.close();
  });

  it('is held between none and those said', async () => {
    const corpus = await corpusOf();
    const { expected, low, high } = await waitingEstimate(
      corpus,
      { waiting: 10, untraced: 10 },
      // sixteen missed, or one in nine of eight
      found(1 / 3, 1 / 4, 9 / 10),
      OPTIONS,
    );
    expect([expected, low, high]).toEqual([0, 0, expect.closeTo(10 - 8 / 9, 9)]);
    corpus.close();
  });

  it('is what is said where nothing else is known', async () => {
    const corpus = await corpusOf();
    expect(await waitingEstimate(corpus, { waiting: 7, untraced: 9 }, { floor: true }, OPTIONS)).toEqual({
      expected: 7,
      low: 7,
      high: 7,
    });
    corpus.close();
  });
});
