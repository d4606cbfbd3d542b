import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { meanRating } from '../../src/metrics/basic/mean-rating.js';
import { differenceInterval } from '../../src/metrics/basic/score-interval.js';
import { periodChange } from '../../src/metrics/period-change.js';
import type { EnrichedMessage } from '../../src/model/index.js';
import { fakeCorpus } from './fake-corpus.js';

type Told = Parameters<typeof differenceInterval>[0];
const DAY = 86_400_000;
/** `count` reviews of a quarter, one a person, of so many stars. */
const reviews = (start: number, count: number, rating: number, brand: string): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, (_, at) => ({
    sentAt: start + (at % 80) * DAY,
    rating,
    ratingMax: 5,
    givenBrand: brand,
    authorKey: `${brand}-${start}-${rating}-${at}`,
  }));
const FIRST = Date.UTC(2026, 0, 1),
  SECOND = Date.UTC(2026, 3, 1);
async function corpusOf(messages: Partial<EnrichedMessage>[]): Promise<CorpusTables> {
  return fakeCorpus({ messages });
}

describe('changes against the previous quarter', () => {
  it('are differences with an interval of the difference, here of stars', async () => {
    const corpus = await corpusOf([
      ...reviews(FIRST, 60, 4, 'Brel'),
      ...reviews(FIRST, 60, 2, 'Brel'),
      ...reviews(SECOND, 90, 4, 'Brel'),
      ...reviews(SECOND, 30, 2, 'Brel'),
    ]);
    const metric = await periodChange(corpus);
    const row = metric.rows().find((one) => one.metric === 'meanRating');
    expect(row).toMatchObject({
      previousPeriod: '2026-01-01',
      period: '2026-04-01',
      previous: 3,
      current: 3.5,
      previousN: 120,
      n: 120,
      difference: 0.5,
    });
    const [before, now] = await Promise.all(
      ['2026-Q1', '2026-Q2'].map(async (period) => {
        const { value, interval } = await meanRating(corpus.where({ period }));
        return { value: value ?? NaN, low: interval?.low ?? NaN, high: interval?.high ?? NaN };
      }),
    );
    expect([before?.value, now?.value]).toEqual([3, 3.5]);
    expect({ low: row?.low, high: row?.high }).toEqual(differenceInterval(now as Told, before as Told));
    expect(metric.value).toBe(metric.rows().length);
  });
  it('are told brand by brand', async () => {
    const corpus = await corpusOf([
      ...reviews(FIRST, 50, 4, 'Brel'),
      ...reviews(FIRST, 50, 2, 'Brel'),
      ...reviews(SECOND, 50, 5, 'Brel'),
      ...reviews(SECOND, 50, 3, 'Brel'),
      ...reviews(FIRST, 50, 3, 'Anou'),
      ...reviews(FIRST, 50, 5, 'Anou'),
      ...reviews(SECOND, 50, 1, 'Anou'),
      ...reviews(SECOND, 50, 3, 'Anou'),
    ]);
    const rows = (await periodChange(corpus, { by: 'brand' }))
      .rows()
      .filter((row) => row.metric === 'meanRating');
    expect(rows.map(({ brand, difference }) => [brand, difference])).toEqual([
      ['Anou', -2],
      ['Brel', 1],
    ]);
  });
  it('say whether a response rate is measured on the same channels in both quarters', async () => {
    const sameWhere = async (first: string, second: string): Promise<unknown> => {
      const all = [first, second].flatMap((channel, quarter) =>
        Array.from({ length: 40 }, (_, k) => ({
          id: `${quarter}-${k}`,
          channel,
          at: (quarter === 0 ? FIRST : SECOND) + k * DAY,
        })),
      );
      const corpus = await fakeCorpus({
        cases: all.map(({ id, channel, at }, k) => ({
          caseId: id,
          firstStage: 'private' as const,
          firstChannel: channel,
          complaint: true,
          openedAt: at,
          answeredAt: k % 4 === 0 ? null : at + 1,
        })),
        caseMessages: all.map(({ id }) => ({ caseId: id, messageId: id })),
        messages: all.map(({ id, channel, at }) => ({
          messageId: id,
          threadId: id,
          stage: 'private' as const,
          channel,
          sentAt: at,
        })),
      });
      return (await periodChange(corpus)).rows().find(({ metric }) => metric === 'responseRate')
        ?.sameChannels;
    };
    expect([await sameWhere('email', 'email'), await sameWhere('email', 'chat')]).toEqual([true, false]);
  });
  it('need two quarters that follow each other, the last one well begun', async () => {
    const [lone, gap, begun] = [
      await corpusOf(reviews(FIRST, 20, 4, 'Brel')),
      await corpusOf([...reviews(FIRST, 20, 4, 'Brel'), ...reviews(Date.UTC(2026, 6, 1), 20, 4, 'Brel')]),
      await corpusOf([...reviews(FIRST, 20, 4, 'Brel'), ...reviews(SECOND, 4, 4, 'Brel')]),
    ] as const;
    for (const corpus of [lone, gap, begun]) {
      const metric = await periodChange(corpus);
      expect(metric.value).toBeNull();
      expect(metric.notMeasured?.fr).toMatch(/deux trimestres consécutifs/);
    }
  });
});

describe('the interval of a difference', () => {
  it('is MOVER: half-widths squared, each on its side', () => {
    const told = differenceInterval({ value: 0.5, low: 0.2, high: 0.6 }, { value: 0.4, low: 0.3, high: 0.8 });
    expect(told.low).toBeCloseTo(0.1 - Math.hypot(0.3, 0.4), 12);
    expect(told.high).toBeCloseTo(0.1 + Math.hypot(0.1, 0.1), 12);
  });
});
