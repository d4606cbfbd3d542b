import { describe, expect, it } from 'vitest';
import { funnelCounts, funnelFlows } from '../../../src/metrics/funnel/funnel-counts.js';
import { fakeCorpus } from '../fake-corpus.js';
import { tableOf } from './funnel-rows.js';

/** 10 cases opened in private: 7 stay, 2 go public, 1 to the press. 4 opened in public: 3 stay, 1 to the press. */
const CASES = [
  ...Array.from({ length: 7 }, () => ({})),
  { furthestStage: 'public' as const },
  { furthestStage: 'public' as const },
  { furthestStage: 'press' as const },
  ...Array.from({ length: 3 }, () => ({ firstStage: 'public' as const, furthestStage: 'public' as const })),
  { firstStage: 'public' as const, furthestStage: 'press' as const },
];

describe('funnelCounts', () => {
  it('counts cases by first and furthest stage, shares within the first stage', async () => {
    const corpus = await fakeCorpus({ cases: CASES });
    const metric = await funnelCounts(corpus);
    expect(metric).toMatchObject({ value: 14, n: 14 });
    expect(
      tableOf(metric).map((row) => [
        row['firstStage'],
        row['furthestStage'],
        row['n'],
        row['of'],
        row['share'],
      ]),
    ).toEqual([
      ['private', 'private', 7, 10, 0.7],
      ['private', 'public', 2, 10, 0.2],
      ['private', 'press', 1, 10, 0.1],
      ['public', 'public', 3, 4, 0.75],
      ['public', 'press', 1, 4, 0.25],
    ]);
    // R binom.test(2, 10): 0.02521073 to 0.5560955
    expect(tableOf(metric)[1]?.['low']).toBeCloseTo(0.02521073, 7);
    expect(tableOf(metric)[1]?.['high']).toBeCloseTo(0.5560955, 6);
    expect(tableOf(metric).reduce((sum, row) => sum + Number(row['n']), 0)).toBe(14);
  });

  it('keeps the upper bound of a stage that none reached', async () => {
    const corpus = await fakeCorpus({ cases: [{}, {}] });
    const press = tableOf(await funnelCounts(corpus))[2];
    // 1 − 0.025^(1/2)
    expect(press).toMatchObject({ furthestStage: 'press', n: 0, share: 0, low: 0 });
    expect(press?.['high']).toBeCloseTo(1 - Math.sqrt(0.025), 9);
  });
});

describe('funnelFlows', () => {
  it('counts who went on among all who were at the stage', async () => {
    const corpus = await fakeCorpus({ cases: CASES });
    const metric = await funnelFlows(corpus);
    // private → public: (2 + 1) of 10; public → press: (1 + 1) of (2 + 1 + 4)
    expect(tableOf(metric).map((row) => [row['from'], row['to'], row['n'], row['count']])).toEqual([
      ['private', 'public', 10, 3],
      ['public', 'press', 7, 2],
    ]);
    expect(metric).toMatchObject({ value: 0.3, n: 10 });
  });

  it('says why without cases, and without private ones', async () => {
    const empty = await fakeCorpus({}),
      open = await fakeCorpus({ cases: [{ firstStage: 'public', furthestStage: 'public' }] });
    expect((await funnelFlows(empty)).notMeasured?.en).toBe('there is no case in the exports');
    expect((await funnelCounts(empty)).notMeasured?.en).toBe('there is no case in the exports');
    expect((await funnelFlows(open)).notMeasured?.fr).toContain('export de messages privés');
    expect(tableOf(await funnelFlows(open))).toHaveLength(1);
  });
});
