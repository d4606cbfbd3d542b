import { describe, expect, it } from 'vitest';
import { icebergRatio } from '../../../src/metrics/funnel/iceberg-ratio.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { hourCase, notFinite, tableOf } from './funnel-rows.js';

const many = (n: number, one: Partial<Parameters<typeof hourCase>[0]>): ReturnType<typeof hourCase>[] =>
  Array.from({ length: n }, () => hourCase({ until: 500, ...one }));
const PUBLIC = { firstStage: 'public', furthestStage: 'public', firstChannel: 'x-post' } as const;

describe('icebergRatio', () => {
  it('counts a spilled case on both sides, and leaves questions and reposts out', async () => {
    const corpus = await fakeCorpus({
      cases: [
        ...many(54, { driver: 'price' }),
        ...many(6, { driver: 'price', spilled: 4 }),
        ...many(14, { ...PUBLIC, driver: 'price' }),
        ...many(4, { ...PUBLIC, driver: 'taste' }),
        ...many(9, { complaint: false }),
        ...many(3, { ...PUBLIC, firstChannel: 'x-share' }),
      ],
    });
    const metric = await icebergRatio(corpus);
    corpus.close();
    // (54 + 6) / (6 + 14 + 4) = 2.5; price: 60 / 20; taste has no private side
    expect(metric).toMatchObject({ value: 2.5, n: 78 });
    expect(
      tableOf(metric).map((row) => [row['by'], row['driver'], row['private'], row['public'], row['ratio']]),
    ).toEqual([
      ['total', null, 60, 24, 2.5],
      ['driver', 'price', 60, 20, 3],
    ]);
    // delta method with 54, 6 and 18 cases: var(ln ratio) = 54/60² + 18/24² + 6·(1/60 − 1/24)² = 0.050, a factor of e^±0.44
    expect(metric.interval?.low).toBeGreaterThan(2.5 * Math.exp(-0.6));
    expect(metric.interval?.low).toBeLessThan(2.5 * Math.exp(-0.3));
    expect(metric.interval?.high).toBeGreaterThan(2.5 * Math.exp(0.3));
    expect(metric.interval?.high).toBeLessThan(2.5 * Math.exp(0.6));
  });

  it.each<[string, FakeRows['cases'], RegExp | null]>([
    ['no case', [], /aucun dossier/],
    ['no private side', many(9, PUBLIC), /export de messages privés/],
    ['no public side', many(9, {}), /aucune plainte en public/],
    ['one case on both sides', many(1, { spilled: 2 }), null],
  ])('answers plainly with %s', async (_, cases, reason) => {
    const corpus = await fakeCorpus({ cases: cases ?? [] });
    const metric = await icebergRatio(corpus);
    corpus.close();
    expect(notFinite(metric)).toEqual([]);
    if (reason === null) expect(metric).toMatchObject({ value: 1, interval: null });
    else expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
