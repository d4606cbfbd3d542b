import { describe, expect, it } from 'vitest';
import { measure as measureAny, metricsOf } from '../../../src/metrics/measure.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { keyedRows } from './keyed-rows.js';
import { HOUR, hourCase, notFinite } from './funnel-rows.js';
import { plantedRows } from './planted-cases.js';

const FUNNEL = metricsOf('funnel').filter((name) => name !== 'caseTimeline');

async function measure(rows: FakeRows): Promise<Metric[]> {
  const corpus = await fakeCorpus(rows);
  return measureAny(corpus, { which: FUNNEL, replicates: 20 });
}
const plain = (metrics: readonly Metric[]): string =>
  JSON.stringify(metrics.map((metric) => ({ ...metric, table: metric.table.objects() })));

describe('measures of the funnel', async () => {
  const rows = keyedRows(plantedRows({ seed: 3, perDay: [5, 3, 0.3], endsAt: Date.UTC(2026, 2, 15) }).rows);
  const metrics = await measure(rows);

  it('measures all on planted cases, each value within its interval', () => {
    expect(metrics).toHaveLength(FUNNEL.length);
    expect(new Set(metrics.map(({ name }) => name)).size).toBe(FUNNEL.length);
    expect(metrics.flatMap(notFinite)).toEqual([]);
    // neither transitions nor what a tool files complaints under are planted here
    expect(metrics.filter(({ notMeasured }) => notMeasured).map(({ name }) => name)).toEqual([
      'multiStateFunnel',
      'unidentifiedComplaints',
    ]);
    for (const metric of metrics) {
      if (!metric.interval) continue;
      expect(metric.interval.low, metric.name).toBeLessThanOrEqual(Number(metric.value));
      expect(metric.interval.high, metric.name).toBeGreaterThanOrEqual(Number(metric.value));
    }
  });

  it('gives the same figures whatever the order of the rows', async () => {
    const turned = {
      ...rows,
      cases: rows.cases?.toReversed() ?? [],
      messages: rows.messages?.toReversed() ?? [],
      caseMessages: rows.caseMessages?.toReversed() ?? [],
    };
    expect(plain(await measure(turned))).toBe(plain(metrics));
  });

  it.each<[string, FakeRows]>([
    ['no row', {}],
    [
      'no private export',
      {
        cases: [
          {
            firstStage: 'public',
            furthestStage: 'public',
            openedAt: 0,
            observedUntil: 900 * HOUR,
            caseId: 'p',
          },
        ],
        messages: [{ messageId: 'm', sentAt: 0, intents: ['complaint'] }],
        caseMessages: [{ caseId: 'p', messageId: 'm' }],
      },
    ],
    ['one case', { cases: [hourCase({ until: 1000 })] }],
    ['one case that spills', { cases: [hourCase({ until: 1000, answered: 2, spilled: 3 })] }],
    ['all censored at once', { cases: Array.from({ length: 40 }, () => hourCase({ until: 0 })) }],
    [
      'equal times',
      { cases: Array.from({ length: 40 }, () => hourCase({ until: 900, answered: 5, spilled: 5 })) },
    ],
    ['no dates', { cases: [{}, {}, {}], messages: [{}, { stage: 'press' }] }],
  ])('answers plainly with %s: a value, or the reason in two languages, never NaN', async (_, given) => {
    for (const metric of await measure(given)) {
      expect(notFinite(metric)).toEqual([]);
      expect(metric.value === null).toBe(metric.notMeasured !== undefined);
      if (metric.notMeasured)
        for (const text of [metric.notMeasured.fr, metric.notMeasured.en])
          expect(text.length).toBeGreaterThan(5);
    }
  });
});
