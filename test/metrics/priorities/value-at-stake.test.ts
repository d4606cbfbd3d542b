import { describe, expect, it } from 'vitest';
import { valueAtStake } from '../../../src/metrics/priorities/value-at-stake.js';
import { parseConfig } from '../../../src/util/config-file.js';
import { fakeCorpus } from '../fake-corpus.js';

const START = Date.UTC(2026, 0, 5);
const exact = (value: number): { low: number; high: number; source: string } => ({
  low: value,
  high: value,
  source: 'comptabilité',
});

describe('valueAtStake', () => {
  it('is off without costs', async () => {
    const corpus = await fakeCorpus({});
    expect((await valueAtStake(corpus)).notMeasured?.fr).toContain('costs');
  });

  it('multiplies counts by exact costs, and only lines whose costs are all given', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { kind: 'review', rating: 1, ratingMax: 5 },
        { kind: 'review', rating: 2, ratingMax: 5 },
        { kind: 'review', rating: 3, ratingMax: 5 },
        { direction: 'outbound', stage: 'private' },
        { direction: 'outbound', stage: 'private', speech: 'automatic' },
      ],
      cases: [
        { openedAt: START, observedUntil: START + 9, complaint: true, answeredAt: null },
        { openedAt: START, observedUntil: START + 9, complaint: true, answeredAt: START + 5 },
      ],
    });
    const costs = {
      lostCustomer: exact(200),
      lossUnanswered: exact(0.1),
      negativeReview: exact(30),
      minutesPerReply: exact(6),
      agentHour: exact(40),
    };
    const rows = (await valueAtStake(corpus, { costs })).rows();
    // 1 complaint without an answer × .1 × 200; 2 reviews × 30; 1 human reply × 6 / 60 × 40.
    expect(
      rows.map(({ line, n, quantity, median, low, high }) => [line, n, quantity, median, low, high]),
    ).toEqual([
      ['unansweredCases', 2, 1, 20, 20, 20],
      ['negativeReviews', 3, 2, 60, 60, 60],
      ['agentTime', 1, 1, 4, 4, 4],
    ]);
  });

  it('costs neither silence nor agents’ time where the exports hold no reply', async () => {
    const corpus = await fakeCorpus({
      messages: [{ stage: 'private' }],
      cases: [{ openedAt: START, observedUntil: START + 9, complaint: true, answeredAt: null }],
    });
    const costs = {
      lostCustomer: exact(200),
      lossUnanswered: exact(0.1),
      negativeReview: exact(30),
      minutesPerReply: exact(6),
      agentHour: exact(40),
    };
    expect((await valueAtStake(corpus, { costs })).notMeasured?.fr).toContain('rien à compter');
  });

  it('draws a quantity that is not in the middle of its interval within that interval', async () => {
    const corpus = await fakeCorpus({
      messages: [1, 5, 5].map((rating) => ({ kind: 'review', rating, ratingMax: 5 })),
    });
    const costs = { clickPointsPerStar: exact(1), clickRatePoint: exact(1) };
    const [row] = (await valueAtStake(corpus, { costs })).rows();
    // stars 1, 5, 5: 4 − 11/3 = .33 under four, error √(16/3)/√3 = 1.33; 0 at least, .33 + 1.96 × 1.33 = 2.95 at most
    expect([row?.n, row?.quantityLow]).toEqual([3, 0]);
    expect(row?.quantity).toBeCloseTo(1 / 3, 9);
    expect(row?.quantityHigh).toBeCloseTo(2.947, 3);
    expect(row?.low).toBeLessThan(0.02);
    expect(Math.abs((row?.median ?? 0) - 1 / 3)).toBeLessThan(0.05);
    expect(Math.abs((row?.high ?? 0) - 2.947)).toBeLessThan(0.15);
  });

  it('gives the range that the ranges of the costs make, the same each time', async () => {
    const corpus = await fakeCorpus({ messages: [{ kind: 'review', rating: 1, ratingMax: 5 }] });
    const costs = { negativeReview: { low: 10, high: 30, source: 'étude interne' } };
    const [row] = (await valueAtStake(corpus, { costs })).rows();
    // Uniform on 10–30: median 20, middle 95 % from 10.5 to 29.5.
    expect(row?.median).toBeCloseTo(20, 0);
    expect(row?.low).toBeCloseTo(10.5, 0);
    expect(row?.high).toBeCloseTo(29.5, 0);
    expect(row?.sources).toEqual(['étude interne']);
    expect((await valueAtStake(corpus, { costs })).rows()).toEqual([row]);
  });
});

describe('costs of the configuration', () => {
  it('needs a range and a source', () => {
    const config = (costs: unknown): string => JSON.stringify({ costs });
    expect(
      parseConfig(config({ agentHour: { low: 20, high: 30, source: 'paie' } }), 'd.json').costs?.agentHour
        ?.high,
    ).toBe(30);
    for (const wrong of [
      { agentHour: 20 },
      { agentHour: { low: 30, high: 20, source: 'x' } },
      { agentHour: { low: 1, high: 2 } },
      { lossAfterSpill: { low: 0.1, high: 2, source: 'x' } },
      { coffee: { low: 1, high: 2, source: 'x' } },
    ])
      expect(() => parseConfig(config(wrong), 'd.json')).toThrow('"costs" is');
  });
});
