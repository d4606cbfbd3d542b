import { describe, expect, it } from 'vitest';
import { measure as measureAny } from '../../src/metrics/measure.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus, type FakeRows } from './fake-corpus.js';
import { richRows } from './rich-rows.js';
import { BASIC } from './basic-subjects.js';

async function measure(rows: FakeRows): Promise<Metric[]> {
  const corpus = await fakeCorpus(rows);
  return measureAny(corpus, { which: BASIC });
}

/** Every number of a metric that is not finite: there must be none. */
function notFinite(metric: Metric): string[] {
  const numbers: [string, unknown][] = [
    ['value', metric.value],
    ['n', metric.n],
    ['low', metric.interval?.low],
    ['high', metric.interval?.high],
  ];
  for (const row of metric.table.objects()) numbers.push(...Object.entries(row as Record<string, unknown>));
  return numbers
    .filter(([, value]) => typeof value === 'number' && !Number.isFinite(value))
    .map(([name, value]) => `${metric.name}.${name} = ${String(value)}`);
}

describe('measure', () => {
  it('measures all on a rich corpus', async () => {
    const metrics = await measure(richRows(500));
    // these rows have no likes, no model whose errors are known, no extract of product facts, nobody who asks again and few resolutions
    expect(metrics.filter((metric) => metric.notMeasured).map((metric) => metric.name)).toEqual([
      'engagement',
      'correctedShares',
      'sectorFigures',
      'productTruth',
      'nextReplyTime',
      'resolutionTime',
      'graveCases',
    ]);
    expect(metrics.flatMap(notFinite)).toEqual([]);
    for (const metric of metrics) {
      if (metric.interval && metric.value !== null) {
        expect(metric.interval.low, metric.name).toBeLessThanOrEqual(metric.value);
        expect(metric.interval.high, metric.name).toBeGreaterThanOrEqual(metric.value);
      }
    }
  });

  it.each<[string, FakeRows]>([
    ['no row', {}],
    ['one row without date, text or sentiment', { messages: [{}] }],
    [
      'one private message',
      {
        messages: [
          { stage: 'private', channel: 'whatsapp', text: 'bonjour', sentAt: 0, sentiment: 'neutral' },
        ],
      },
    ],
    [
      'no dates',
      {
        messages: richRows(60).messages?.map((row) => ({ ...row, sentAt: null })) ?? [],
        cases: richRows(60).cases?.map((row) => ({ ...row, openedAt: null })) ?? [],
      },
    ],
    [
      'no sentiment',
      {
        messages:
          richRows(60).messages?.map((row) => ({
            ...row,
            sentiment: null,
            driverSentiments: row.drivers?.map(() => 'neutral') ?? [],
          })) ?? [],
      },
    ],
    ['no answer', { cases: [{ openedAt: 0, observedUntil: 3_600_000 * 200 }] }],
    ['press only', { messages: richRows(10).messages?.filter((row) => row.stage === 'press') ?? [] }],
  ])('answers plainly with %s: a value or the reason in two languages, never NaN', async (_, rows) => {
    const metrics = await measure(rows);
    expect(metrics.flatMap(notFinite)).toEqual([]);
    for (const metric of metrics) {
      if (metric.notMeasured) {
        expect(metric.value).toBeNull();
        expect(metric.notMeasured.fr.length).toBeGreaterThan(5);
        expect(metric.notMeasured.en.length).toBeGreaterThan(5);
      }
    }
  });
});
