import { describe, expect, it } from 'vitest';
import { timeToSpill } from '../../../src/metrics/funnel/time-to-spill.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { hourCase, notFinite, tableOf } from './funnel-rows.js';

async function measure(cases: FakeRows['cases'] = []): Promise<Metric> {
  const corpus = await fakeCorpus({ cases });
  const metric = await timeToSpill(corpus);
  corpus.close();
  return metric;
}

describe('timeToSpill', () => {
  it('takes resolution as a competing event and open cases as censored', async () => {
    const metric = await measure([
      hourCase({ spilled: 10, until: 1000 }),
      hourCase({ resolved: 20, until: 1000 }),
      hourCase({ until: 30 }),
      hourCase({ spilled: 50, until: 1000 }),
      hourCase({ resolved: 60, spilled: 90, until: 1000 }),
      hourCase({ until: 2000 }),
      { firstStage: 'public', furthestStage: 'public', openedAt: 0, observedUntil: 1000 },
    ]);
    // at 10: 1/6; free 5/6 → 20 resolved: free 4/6 → 30 censored → 50: 4/6 · 1/3 = 0.2222; in all 0.3889; 60 resolved first
    const horizon = tableOf(metric).filter((row) => row['point'] === 'horizon');
    expect(
      horizon.map((row) => [
        row['hours'],
        Number(Number(row['cumulativeIncidence']).toFixed(6)),
        row['spilled'],
      ]),
    ).toEqual([
      [24, 0.166667, 1],
      [72, 0.388889, 2],
      [168, 0.388889, 2],
      [720, 0.388889, 2],
    ]);
    expect(horizon[0]?.['atRisk']).toBe(4);
    expect(metric.value).toBeCloseTo(1 / 6 + 2 / 9, 12);
    expect(metric).toMatchObject({ n: 6 });
    expect(metric.limits?.fr).toContain('1 des 6 dossiers');
    // resolved by then: 1/6 at 20 h, then 4/6 · 2/3 · 1/2 = 0.2222 at 60 h
    expect(Number(horizon[3]?.['resolvedIncidence'])).toBeCloseTo(1 / 6 + 2 / 9, 12);
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

  it.each<[string, FakeRows['cases'], boolean]>([
    ['no case', [], false],
    ['one case followed for a year', [hourCase({ until: 9000 })], true],
    ['one case that spills', [hourCase({ spilled: 3, until: 9000 })], true],
    ['all censored early', Array.from({ length: 30 }, () => hourCase({ until: 5 })), false],
    ['equal times', Array.from({ length: 30 }, () => hourCase({ spilled: 0, until: 0 })), true],
  ])('answers plainly with %s', async (_, cases, measured) => {
    const metric = await measure(cases);
    expect(notFinite(metric)).toEqual([]);
    expect(metric.value !== null).toBe(measured);
    expect(metric.notMeasured === undefined).toBe(measured);
  });
});
