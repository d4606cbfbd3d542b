import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorpusTables, GroupDimension } from '../../src/engine/corpus-tables.js';
import type { CorpusFilter } from '../../src/engine/corpus-filter.js';
import {
  contributionShares,
  driverShares,
  harmShares,
  meanRating,
  measure,
  messageVolume,
  netSentimentScore,
  responseRate,
  spillRate,
} from '../../src/metrics/index.js';
import { differenceInterval } from '../../src/metrics/basic/score-interval.js';
import type { EnrichedMessage, Metric } from '../../src/model/index.js';
import { fakeCorpus, type FakeRows } from './fake-corpus.js';

const HOUR = 3_600_000;
/** PROPERTY_RUNS=50 looks longer. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 2);
const START = Date.UTC(2025, 11, 20);
const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const message = fc.record({
  sentAt: fc.option(fc.integer({ min: 0, max: 24 * 120 }).map((hours) => START + hours * HOUR)),
  store: fc.option(pick('Lyon', 'Lille')),
  channel: pick('facebook-comment', 'review'),
  stage: pick('public' as const, 'private' as const),
  authorKey: pick('a', 'b', 'c', 'd'),
  text: pick('Le pain est rassis', null),
  sentiment: fc.option(pick('negative' as const, 'neutral' as const, 'positive' as const)),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  ratingMax: fc.constant(5),
  harms: fc.subarray(['insult', 'spam']),
  contributions: fc.subarray(['question']),
});
const tones = fc.array(pick('negative', 'neutral', 'positive'), { minLength: 2, maxLength: 2 });
const rows: fc.Arbitrary<FakeRows> = fc
  .tuple(
    fc.array(fc.tuple(message, fc.subarray(['price', 'taste']), tones), { minLength: 1, maxLength: 14 }),
    fc.array(
      fc.record({
        opened: fc.integer({ min: 0, max: 24 * 100 }),
        driver: fc.option(pick('price', 'taste')),
        firstChannel: pick('whatsapp', 'email'),
        spilled: fc.option(fc.integer({ min: 1, max: 800 })),
        answered: fc.option(fc.integer({ min: 1, max: 90 })),
        store: fc.option(pick('Lyon', 'Lille')),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([messages, cases]) => ({
    messages: [
      ...messages.map(([one, drivers, tone], at) => ({
        ...one,
        messageId: `m${at}`,
        drivers,
        driverSentiments: tone.slice(0, drivers.length),
      })),
      ...cases.map(({ opened, store, firstChannel }, at) => ({
        messageId: `c${at}`,
        sentAt: START + opened * HOUR,
        stage: 'private' as const,
        channel: firstChannel,
        platform: 'whatsapp',
        authorKey: `x${at}`,
        store,
      })),
    ],
    cases: cases.map(({ opened, driver, firstChannel, spilled, answered }, at) => ({
      caseId: `k${at}`,
      firstChannel,
      driver,
      openedAt: START + opened * HOUR,
      observedUntil: START + 3000 * HOUR,
      spilledAt: spilled === null ? null : START + (opened + spilled) * HOUR,
      answeredAt: answered === null ? null : START + (opened + answered) * HOUR,
    })),
    caseMessages: cases.map((_, at) => ({ caseId: `k${at}`, messageId: `c${at}` })),
  }));

/** What a group's row says, against the metric of the same part. */
const told = (metric: Metric): unknown => ({
  n: metric.n,
  value: metric.value,
  low: metric.interval?.low ?? null,
  high: metric.interval?.high ?? null,
  notMeasured: metric.notMeasured?.fr ?? null,
});
/** The part of a corpus a group is, as a user writes it. */
const filterOf = (dimension: GroupDimension, value: string | null): CorpusFilter =>
  ['day', 'week', 'month', 'quarter'].includes(dimension) ? { period: value } : { [dimension]: value };

type Grouped = (corpus: CorpusTables, options?: { readonly by?: GroupDimension }) => Promise<Metric>;
const VALUES = [
  messageVolume,
  netSentimentScore,
  meanRating,
  responseRate,
  spillRate,
] as unknown as Grouped[];
const ROWS = { driverShares, harmShares, contributionShares } as const;
const DIMENSIONS = ['store', 'driver', 'channel', 'stage', 'week', 'quarter'] as const;

describe('where and by', () => {
  it('agree: a group is the part of the corpus that where keeps', async () => {
    await fc.assert(
      fc.asyncProperty(rows, pick(...DIMENSIONS), async (given, by) => {
        const corpus = await fakeCorpus(given);
        for (const metric of VALUES) {
          const grouped = await metric(corpus, { by });
          for (const {
            [by]: value,
            difference: _difference,
            differenceLow: _low,
            differenceHigh: _high,
            ...row
          } of grouped.rows())
            expect(row).toEqual(told(await metric(corpus.where(filterOf(by, value as string | null)))));
        }
        for (const metric of Object.values(ROWS)) {
          const grouped = (await (metric as typeof driverShares)(corpus, { by: ['month', 'store'] })).rows();
          for (const { month, store } of grouped) {
            const part = corpus.where({ period: month, store });
            expect(
              grouped
                .filter((row) => row.month === month && row.store === store)
                .map(({ month: _month, store: _store, ...row }) => row),
            ).toEqual((await metric(part)).rows());
          }
        }
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });

  it('sum over stores to the total; shares are in [0, 1] within their interval', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const corpus = await fakeCorpus(given);
        const whole = await messageVolume(corpus);
        for (const by of ['store', ['month', 'store'] as const] as const) {
          const parts = (await messageVolume(corpus, { by })).rows();
          expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(whole.n);
        }
        const by = ['channel', 'month'] as const;
        for (const metric of [await responseRate(corpus, { by }), await spillRate(corpus, { by })])
          for (const { value, low, high, n } of metric.rows()) {
            expect(n).toBeGreaterThan(0);
            if (value === null || low === null || high === null) continue;
            for (const share of [value, low, high]) expect(share).toBeGreaterThanOrEqual(0);
            expect(high).toBeLessThanOrEqual(1);
            expect(low).toBeLessThanOrEqual(value + 1e-12);
            expect(high).toBeGreaterThanOrEqual(value - 1e-12);
          }
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });
});

describe('by', () => {
  it('gives typed rows: keys, n, value, interval', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { sentAt: Date.UTC(2026, 6, 1), store: 'Lyon', sentiment: 'negative', authorKey: 'a' },
        { sentAt: Date.UTC(2026, 6, 2), store: 'Lyon', sentiment: 'positive', authorKey: 'b' },
        { sentAt: Date.UTC(2026, 7, 2), sentiment: 'negative', authorKey: 'c' },
      ],
    });
    const metric = await netSentimentScore(corpus, { by: ['store', 'month'] });
    const [first] = metric.rows();
    const typed: { store: string | null; month: string | null; value: number | null; n: number } | undefined =
      first;
    expect(typed).toMatchObject({ store: 'Lyon', month: '2026-07', n: 2, value: 0 });
    expect(metric.table.columnNames()).toEqual([
      'store',
      'month',
      'n',
      'value',
      'low',
      'high',
      'difference',
      'differenceLow',
      'differenceHigh',
      'notMeasured',
    ]);
    expect([metric.n, metric.value]).toEqual([3, -1 / 3]);
    expect(metric.chart()).toHaveProperty('$schema');
  });

  it('compares a period with the one before it, and without periods a group with the largest', async () => {
    const many = (store: string, month: number, negative: number, n: number): Partial<EnrichedMessage>[] =>
      Array.from({ length: n }, (_, at) => ({
        sentAt: Date.UTC(2026, month, 1 + (at % 20)),
        store,
        sentiment: at < negative ? ('negative' as const) : ('positive' as const),
        authorKey: `${store}${month}-${at}`,
      }));
    const corpus = await fakeCorpus({
      messages: [
        ...many('Lyon', 5, 10, 40),
        ...many('Lyon', 6, 30, 40),
        ...many('Brest', 6, 6, 30),
        ...many('Dax', 6, 9, 30),
      ],
    });
    const byMonth = (await netSentimentScore(corpus, { by: ['store', 'month'] })).rows();
    const of = (store: string, month: string) =>
      byMonth.find((row) => row.store === store && row.month === month);
    // Lyon from +.5 to −.5; the first month of a store has none before it
    const [june, july] = [of('Lyon', '2026-06'), of('Lyon', '2026-07')];
    expect([june?.difference, july?.difference, of('Dax', '2026-07')?.difference]).toEqual([null, -1, null]);
    const { low, high } = differenceInterval(
      { value: -0.5, low: Number(july?.low), high: Number(july?.high) },
      { value: 0.5, low: Number(june?.low), high: Number(june?.high) },
    );
    expect([july?.differenceLow, july?.differenceHigh]).toEqual([low, high]);
    const byStore = (await netSentimentScore(corpus, { by: 'store' })).rows();
    expect(byStore.map(({ store, difference }) => [store, difference])).toEqual([
      ['Brest', expect.closeTo(0.6, 12)],
      ['Dax', expect.closeTo(0.4, 12)],
      ['Lyon', null],
    ]);
  });

  it('tells an unknown dimension, an empty list and a list that can’t be grouped', async () => {
    const corpus = await fakeCorpus();
    await expect(spillRate(corpus, { by: 'shop' as 'store' })).rejects.toThrow(/by "shop".*store/);
    await expect(spillRate(corpus, { by: [] })).rejects.toThrow(/by \[\]/);
    // @ts-expect-error: no metric has this name
    await expect(measure(corpus, { which: 'drivrs' })).rejects.toThrow(/no metric "drivrs".*driverShares/);
  });
});
