import { describe, expect, it } from 'vitest';
import { timeToSpill } from '../../../src/metrics/funnel/time-to-spill.js';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import { foundSpills } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { keyedRows, keysOf } from './keyed-rows.js';
import { hourCase, notFinite, tableOf } from './funnel-rows.js';

async function withShare(cases: FakeRows['cases'] = []): Promise<{ metric: Metric; share: number }> {
  const corpus = await fakeCorpus(keyedRows({ cases }));
  const metric = await timeToSpill(corpus),
    { found } = await foundSpills(corpus, resolveFunnelOptions());
  return { metric, share: found?.share ?? 0 };
}
const measure = async (cases: FakeRows['cases'] = []): Promise<Metric> => (await withShare(cases)).metric;

describe('timeToSpill', () => {
  it('takes resolution as a competing event that a later spill takes back, and open cases as censored', async () => {
    const each = [
      hourCase({ spilled: 10, until: 1000 }),
      hourCase({ resolved: 20, until: 1000 }),
      hourCase({ opened: 1970, until: 2000 }),
      hourCase({ spilled: 50, until: 1000 }),
      hourCase({ resolved: 60, spilled: 90, until: 1000 }),
      hourCase({ until: 2000 }),
      { firstStage: 'public' as const, furthestStage: 'public' as const, openedAt: 0, observedUntil: 1000 },
    ];
    const { metric, share } = await withShare(each.flatMap((one) => Array.from({ length: 10 }, () => one)));
    // in ten: 1 of 6 at 10 h, all followed; 1 at 50 h, where 5 of 6 are (the third opened 30 h before the exports end): (1 + 6/5) / 6; 1 at 90 h, which takes its resolution back: (1 + 6/5 + 6/5) / 6
    const horizon = tableOf(metric).filter((row) => row['by'] === 'total' && row['point'] === 'horizon');
    expect(
      horizon.map((row) => [
        row['hours'],
        Number((Number(row['cumulativeIncidence']) * share).toFixed(4)),
        row['spilled'],
      ]),
    ).toEqual([
      [24, 0.1667, 10],
      [72, 0.3667, 20],
      [168, 0.5667, 30],
      [720, 0.5667, 30],
    ]);
    expect(horizon[0]?.['atRisk']).toBe(40);
    expect(metric).toMatchObject({ n: 60 });
    expect(metric.limits?.fr).toContain('50 sur 60');
    // what is seen, by Aalen-Johansen: 1/6, then 4/6 · 1/3, then 4/9 · 1/2; resolved 1/6 at 20 h
    expect(Number(horizon[3]?.['seen'])).toBeCloseTo(1 / 6 + 2 / 9 + 2 / 9, 12);
    expect(Number(horizon[3]?.['resolvedIncidence'])).toBeCloseTo(1 / 6, 12);
  });

  it('gives a curve that never falls, from 0 to its last point, with ordered bounds', async () => {
    const cases = Array.from({ length: 300 }, (_, i) =>
      hourCase({
        opened: i,
        driver: i % 3 === 0 ? 'price' : 'taste',
        until: 3000,
        ...(i % 5 === 0 ? { spilled: i + 1 + (i % 90) } : i % 2 ? { resolved: i + 40 } : {}),
      }),
    );
    const metric = await measure(cases);
    const steps = tableOf(metric).filter((row) => row['point'] === 'step' && row['by'] === 'total');
    expect(steps.length).toBeGreaterThan(10);
    steps.forEach((row, at) => {
      expect(Number(row['cumulativeIncidence'])).toBeGreaterThanOrEqual(
        Number(steps[at - 1]?.['cumulativeIncidence'] ?? 0),
      );
      expect(Number(row['low'])).toBeLessThanOrEqual(Number(row['cumulativeIncidence']));
      expect(Number(row['high'])).toBeGreaterThanOrEqual(Number(row['cumulativeIncidence']));
    });
    expect(steps.at(-1)?.['cumulativeIncidence']).toBe(metric.value);
    expect(new Set(tableOf(metric).map((row) => row['driver']))).toEqual(new Set([null, 'price', 'taste']));
  });

  it('ends where the spill rate does once all have spilled, as few seen make nothing less sure of what witnesses count', async () => {
    const cases = Array.from({ length: 120 }, (_, k) =>
      hourCase({ until: 900, ...(k < 24 && { spilled: k < 12 ? 5 + k : 100 + k }) }),
    );
    const keyed = keyedRows({ cases });
    const posts = cases
      .slice(0, 24)
      .map(({ spilledAt }, k) => ({
        messageId: `spills:${k}`,
        authorKey: `spills:${k}`,
        sentAt: spilledAt ?? null,
        intents: ['complaint' as const],
        contactKeys: keysOf(`case:${String(k + 1).padStart(5, '0')}`),
      }));
    const early = {
      messageId: 'early',
      authorKey: 'early',
      sentAt: -86_400_000,
      intents: ['complaint' as const],
    };
    const corpus = await fakeCorpus({ ...keyed, messages: [...(keyed.messages ?? []), ...posts, early] });
    const [rate, times] = [await spillRate(corpus), tableOf(await timeToSpill(corpus))];
    const within = (hours: number): number[] =>
      ['cumulativeIncidence', 'high'].map((column) =>
        Number(times.find((row) => row['by'] === 'total' && row['hours'] === hours)?.[column]),
      );
    const [[day = 0, dayHigh = 0], [month = 0, monthHigh = 0]] = [within(24), within(720)] as const;
    expect(month).toBeCloseTo(rate.value ?? 0, 2);
    expect(monthHigh).toBeCloseTo(rate.interval?.high ?? 0, 2);
    // which half of them comes within a day is not as sure
    expect(dayHigh / day).toBeGreaterThan(1.05 * (monthHigh / month));
  });

  it.each<[string, FakeRows['cases'], boolean]>([
    ['no case', [], false],
    ['one case followed for a year', [hourCase({ until: 9000 })], false],
    ['one case that spills', [hourCase({ spilled: 3, until: 9000 })], false],
    ['all censored early', Array.from({ length: 30 }, () => hourCase({ until: 5 })), false],
    ['equal times', Array.from({ length: 30 }, () => hourCase({ spilled: 0, until: 0 })), false],
  ])('answers plainly with %s', async (_, cases, measured) => {
    const metric = await measure(cases);
    expect(notFinite(metric)).toEqual([]);
    expect(metric.value !== null).toBe(measured);
    expect(metric.notMeasured === undefined).toBe(measured);
  });
});
