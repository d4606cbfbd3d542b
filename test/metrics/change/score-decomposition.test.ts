import { describe, expect, it } from 'vitest';
import { scoreDecomposition } from '../../../src/metrics/change/score-decomposition.js';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { richRows } from '../rich-rows.js';

const corpusOf = async (messages: readonly Partial<EnrichedMessage>[]): Promise<CorpusTables> => {
  return fakeCorpus({ messages });
};
const Q1 = Date.UTC(2026, 1, 10),
  Q2 = Date.UTC(2026, 4, 10);
let author = 0;
const said = (
  sentAt: number,
  sentiment: 'negative' | 'neutral' | 'positive' | 'mixed',
  drivers: readonly string[],
): Partial<EnrichedMessage> => ({
  sentAt,
  sentiment,
  drivers,
  driverSentiments: drivers.map(() => sentiment),
  authorKey: `a${author++}`,
});

describe('scoreDecomposition', () => {
  it('counts by hand: a message on two drivers is half in each', async () => {
    const corpus = await corpusOf([
      said(Q1, 'positive', ['taste']),
      said(Q1, 'negative', ['price']),
      said(Q1, 'neutral', ['price', 'taste']),
      said(Q1, 'mixed', []),
      said(Q2, 'negative', ['price']),
      said(Q2, 'negative', ['price']),
      said(Q2, 'positive', ['taste']),
      said(Q2, 'positive', []),
    ]);
    const metric = await scoreDecomposition(corpus, { over: 'driver', replicates: 50 });
    // Before: (1 − 1 + 0 + 0)/4 = 0; after: (−1 − 1 + 1 + 1)/4 = 0.
    expect(metric.value).toBe(0);
    const price = metric.rows().find(({ group }) => group === 'price');
    // Price: weight 1.5/4 → 2/4, score −1/1.5 → −1; middle of all 0.
    expect(price).toMatchObject({
      previousPeriod: '2026-Q1',
      period: '2026-Q2',
      previousN: 2,
      n: 2,
      previousShare: 0.375,
      share: 0.5,
    });
    expect(price?.mix).toBeCloseTo(((-1 / 1.5 - 1) / 2) * 0.125, 10);
    expect(price?.rate).toBeCloseTo(0.4375 * (-1 + 1 / 1.5), 10);
    const none = metric.rows().find(({ group }) => group === null);
    // No driver: weight ¼ both times, score 0 → 1.
    expect(none).toMatchObject({ mix: 0, rate: 0.25, change: 0.25 });
    expect(metric.rows().reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(0, 10);
    expect(metric.n).toBe(8);
  });

  it('sums to the whole in every breakdown, and brackets it', async () => {
    const corpus = await fakeCorpus(richRows(900));
    const metric = await scoreDecomposition(corpus, { replicates: 60 });
    for (const by of ['driver', 'brand', 'channel']) {
      const rows = metric.rows().filter((row) => row.by === by);
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(metric.value ?? 9, 8);
      expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 8);
      for (const row of rows) expect(row.low).toBeLessThanOrEqual(row.high);
      rows.forEach(({ rest, restN, restLow, restHigh }, at) => {
        const after = rows.slice(at + 1);
        expect(rest).toBeCloseTo(
          after.reduce((sum, { change }) => sum + change, 0),
          10,
        );
        expect(restN).toBe(after.reduce((sum, { n }) => sum + n, 0));
        expect(restLow).toBeLessThanOrEqual(restHigh);
      });
      const [last, before] = [rows.at(-1), rows.at(-2)];
      expect([last?.rest, last?.restLow, last?.restHigh, last?.restN]).toEqual([0, 0, 0, 0]);
      expect(before?.rest).toBe(last?.change);
      expect([before?.restLow, before?.restHigh]).toEqual([last?.low, last?.high]);
    }
    expect(metric.interval?.low).toBeLessThan(metric.value ?? 0);
    expect(metric.interval?.high).toBeGreaterThan(metric.value ?? 0);
    expect(await scoreDecomposition(corpus, { replicates: 60 }).then((again) => again.rows())).toEqual(
      metric.rows(),
    );
    expect(JSON.stringify(metric.chart())).toContain('Score T1 2026');
  });

  it('compares the periods asked for, and says what is missing', async () => {
    const corpus = await corpusOf([
      said(Q1, 'positive', ['taste']),
      said(Q1, 'negative', ['taste']),
      said(Q2, 'negative', ['taste']),
    ]);
    const metric = await scoreDecomposition(corpus, {
      periods: ['2026-02', '2026-05'],
      over: 'driver',
      replicates: 30,
    });
    expect(metric.value).toBe(-1);
    const missing = await scoreDecomposition(corpus, { periods: ['2025', '2026'] });
    expect(missing.notMeasured?.fr).toContain('2025, 2026');
    await expect(scoreDecomposition(corpus, { over: 'colour' as never })).rejects.toThrow('over "colour"');
    const one = await corpusOf([said(Q1, 'positive', [])]);
    expect((await scoreDecomposition(one)).notMeasured?.fr).toContain('deux trimestres');
  });
});
