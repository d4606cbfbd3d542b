import { describe, expect, it } from 'vitest';
import type { DeversoirFit } from '../../../src/metrics/funnel/deversoir-fit.js';
import { spillCount, withSpills, type SpillCount } from '../../../src/metrics/funnel/deversoir-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import type { KernelFit } from '../../../src/stats/hawkes/kernel-fit.js';
import { fakeCorpus } from '../fake-corpus.js';
import { hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

describe('withSpills', () => {
  const bounds = (low: number, high: number) => ({ low, high, level: 0.95, method: 'profile likelihood' });
  const fit = (value: number, low: number, high: number): KernelFit => ({
    measured: true,
    typeNames: ['private', 'public'],
    counts: [100, 50],
    A: [
      [0, 0],
      [value, 0.5],
    ],
    intervals: [
      [bounds(0, 0.1), bounds(0, 0.1)],
      [bounds(low, high), bounds(0.4, 0.6)],
    ],
    halfLives: [1],
    kernels: [],
    medianLagHours: [],
    spectralRadius: 0.5,
    totalEffect: [
      [0, 0],
      [2 * value, 1],
    ],
    baselineShare: [1, 0.5 - 2 * value],
    attributedShare: [
      [0, 0],
      [2 * value, 0.5],
    ],
    goodnessOfFit: [],
    logLik: 0,
    converged: true,
  });
  const count: SpillCount = { seen: 0.06, value: 0.1, low: 0.07, high: 0.18, floor: false };

  it('takes the count of the spill rate, from the lower bound of both to the upper one of the rate', () => {
    const told = withSpills(fit(0.04, 0.02, 0.05), count);
    expect(told.A).toEqual([
      [0, 0],
      [0.1, 0.5],
    ]);
    expect(told.intervals[1]?.[0]).toMatchObject({ low: 0.02, high: 0.18, level: 0.95 });
    expect(told.intervals[1]?.[1]).toEqual(bounds(0.4, 0.6));
    // (I − A)⁻¹ − I by hand: 0.1 / (1 − 0.5)
    expect(told.totalEffect?.[1]?.[0]).toBeCloseTo(0.2, 12);
    // 100 complaints are followed by 10 of the 50: what more follows came by itself before
    expect(told.attributedShare[1]?.[0]).toBeCloseTo(0.2, 12);
    expect(told.baselineShare[1]).toBeCloseTo(0.3, 12);
  });

  it('covers both where they leave a gap, and is told by times and links where the rate is a floor', () => {
    expect(withSpills(fit(0.4, 0.3, 0.5), count).intervals[1]?.[0]).toMatchObject({ low: 0.07, high: 0.5 });
    expect(withSpills(fit(0.04, 0.02, 0.05), { ...count, floor: true }).A[1]?.[0]).toBe(0.06);
  });
});

describe('spillCount', () => {
  const options = resolveFunnelOptions({ replicates: 40 });
  /** Forty cases an hour apart, of which ten spill five hours later; `shocks` in hours. */
  const of = async (shocks: DeversoirFit['shocks'], spills = 10): Promise<SpillCount | undefined> => {
    const cases = Array.from({ length: 40 }, (_, k) => ({
      ...hourCase({ opened: k, until: 900, ...(k < spills && { spilled: k + 5 }) }),
      caseId: `c${k}`,
    }));
    const corpus = await fakeCorpus(keyedRows({ cases }));
    const data = {
      events: {
        times: cases.map((_, k) => k),
        types: cases.map(() => 0),
        typeNames: ['private', 'public'],
        horizonHours: 900,
      },
      ids: cases.map(({ caseId }) => caseId),
    } as unknown as DeversoirFit['data'];
    return await spillCount(corpus, { data, shocks, pairs: 0 }, options);
  };

  it('counts spills of ordinary days over cases of ordinary days', async () => {
    expect((await of([]))?.seen).toBeCloseTo(10 / 40, 12);
    // c5 to c7 open in the shock, c0 to c2 go public in it: c3, c4, c8 and c9 are left, of 37
    const apart = await of([{ from: 4.5, to: 7.5 }]);
    expect(apart?.seen).toBeCloseTo(4 / 37, 12);
  });

  it('is between its bounds, and no less than is seen', async () => {
    const { seen = 1, value = 0, low = 1, high = 0 } = (await of([])) ?? {};
    expect(value).toBeGreaterThanOrEqual(seen);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });

  it('is not told of days without a case', async () => {
    expect(await of([{ from: -1, to: 100 }])).toBeUndefined();
  });
});
