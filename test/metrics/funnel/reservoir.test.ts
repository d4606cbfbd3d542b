import { describe, expect, it } from 'vitest';
import {
  caseDays,
  openCases,
  spillRange,
  type ReservoirModel,
} from '../../../src/metrics/funnel/reservoir-model.js';
import type { RiskCase } from '../../../src/metrics/funnel/answer-spells.js';
import { reservoirCheck } from '../../../src/metrics/funnel/reservoir-check.js';
import { reservoirOverTime } from '../../../src/metrics/funnel/reservoir-over-time.js';
import { reservoir } from '../../../src/metrics/funnel/reservoir.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase, notFinite, tableOf } from './funnel-rows.js';
import { plantedRows } from './planted-cases.js';

const riskCase = (rest: Partial<RiskCase>): RiskCase => ({
  caseId: 'c',
  opened: 0,
  until: 240,
  driver: null,
  channel: 'email',
  angry: false,
  answered: null,
  end: 240,
  spilled: false,
  resolved: false,
  ...rest,
});

describe('caseDays', () => {
  it('cuts each case into days while it is open', () => {
    // spills at 30 h: day 0 without, day 1 with
    expect(
      caseDays([riskCase({ end: 30, spilled: true })], 240).map(({ age, spilled }) => [age, spilled]),
    ).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(caseDays([riskCase({ end: 30, resolved: true })], 240).map(({ spilled }) => spilled)).toEqual([
      false,
      false,
    ]);
    // still open when the exports end at 60 h: the third day is cut short and left out
    expect(caseDays([riskCase({ end: 60, until: 60 })], 60)).toHaveLength(2);
    // read at 40 h, before its spill at 50 h: one whole day, without a spill
    expect(caseDays([riskCase({ end: 50, spilled: true })], 40).map(({ spilled }) => spilled)).toEqual([
      false,
    ]);
    expect(caseDays([riskCase({ end: 5000 })], 9000)).toHaveLength(60);
  });
});

describe('openCases', () => {
  it('keeps those opened, not ended, not dormant', () => {
    const cases = [
      riskCase({ caseId: 'open', end: 240 }),
      riskCase({ caseId: 'spilled', end: 40, spilled: true }),
      riskCase({ caseId: 'later', opened: 100, end: 140 }),
      riskCase({ caseId: 'dormant', opened: -2000, end: 2240 }),
    ];
    expect(openCases(cases, 48).map(({ oneCase, ageDays }) => [oneCase.caseId, ageDays])).toEqual([
      ['open', 2],
    ]);
    expect(openCases(cases, 240).map(({ oneCase }) => oneCase.caseId)).toEqual(['open', 'later']);
  });
});

describe('spillRange', () => {
  it('is the binomial range when all chances are equal, and 0 without a case', () => {
    const model = { fit: { intercept: 0, terms: [] }, adjustments: [] } as unknown as ReservoirModel;
    const open = Array.from({ length: 10 }, () => ({ oneCase: riskCase({}), ageDays: 1 }));
    // ten coins: P(X ≤ 1) = 0.011, P(X ≤ 2) = 0.055, P(X ≤ 7) = 0.945, P(X ≤ 8) = 0.989
    expect(spillRange(model, open, 0.95)).toEqual({ low: 2, high: 8 });
    expect(spillRange(model, [], 0.95)).toEqual({ low: 0, high: 0 });
  });
});

describe('the reservoir of planted cases', async () => {
  const { rows } = plantedRows({
    seed: 4,
    perDay: [12, 0, 0],
    branching: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    endsAt: Date.UTC(2026, 4, 1),
  });
  const read = async <T>(
    run: (corpus: Awaited<ReturnType<typeof fakeCorpus>>) => Promise<T>,
    given: FakeRows = rows,
  ): Promise<T> => {
    const corpus = await fakeCorpus(given);
    try {
      return await run(corpus);
    } finally {
      corpus.close();
    }
  };

  it('sums the probabilities of the open cases, the likeliest first', async () => {
    const metric = await read((corpus) => reservoir(corpus, { replicates: 30 }));
    const table = tableOf(metric);
    const chances = table.map((row) => Number(row['probability']));
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances.every((p) => p > 0 && p < 1)).toBe(true);
    expect(metric.value).toBeGreaterThanOrEqual(chances.reduce((sum, p) => sum + p, 0));
    expect(metric.interval?.low).toBeLessThanOrEqual(Number(metric.value));
    expect(metric.interval?.high).toBeGreaterThanOrEqual(Number(metric.value));
    const open = rows.cases?.filter(
      (one) =>
        one.firstStage === undefined &&
        one.spilledAt === null &&
        one.resolvedAt === null &&
        Number(one.observedUntil) - Number(one.openedAt) < 60 * 24 * HOUR,
    ).length;
    expect(metric.n).toBe(open);
    expect(table.length).toBe(Math.min(20, Number(open)));
  });

  it('says over time about as many spills as came', async () => {
    const metric = await read((corpus) => reservoirOverTime(corpus, { replicates: 40 })),
      table = tableOf(metric);
    const said = table.slice(0, -1).reduce((sum, row) => sum + Number(row['level']), 0),
      came = table.reduce((sum, row) => sum + Number(row['spilled'] ?? 0), 0);
    // spills on the very day of opening are in no reservoir of the evening before; a Poisson count of about `came` strays by ±4 roots
    expect(came).toBeGreaterThan(20);
    expect(Math.abs(said - came)).toBeLessThan(4 * Math.sqrt(came));
    for (const row of table) {
      expect(Number(row['atLeastOne'])).toBeLessThanOrEqual(Number(row['level']) + 1e-12);
      expect(Number(row['level'])).toBeLessThanOrEqual(Number(row['open']));
      if (Number(row['open']) === 0) continue;
      for (const [value, low, high] of [
        ['level', 'low', 'high'],
        ['atLeastOne', 'atLeastOneLow', 'atLeastOneHigh'],
      ] as const) {
        expect(Number(row[low])).toBeLessThanOrEqual(Number(row[value]));
        expect(Number(row[high])).toBeGreaterThanOrEqual(Number(row[value]));
        expect(Number(row[high])).toBeGreaterThan(Number(row[low]));
      }
    }
    expect(metric.interval).toMatchObject({
      low: table.at(-1)?.['low'],
      high: table.at(-1)?.['high'],
      level: 0.95,
    });
    // the range of spills holds what came on at least 9 days of 10, and is no wider than it must be
    const days = table.filter((row) => row['spilled'] !== null);
    const held = days.filter(
      (row) =>
        Number(row['spillsLow']) <= Number(row['spilled']) &&
        Number(row['spilled']) <= Number(row['spillsHigh']),
    );
    expect(held.length / days.length).toBeGreaterThanOrEqual(0.9);
    expect(days.reduce((sum, row) => sum + Number(row['spillsHigh']), 0) / days.length).toBeLessThan(4);
  });

  it('beats a constant rate on time it has not seen, with groups that hold what was said', async () => {
    const metric = await read((corpus) => reservoirCheck(corpus));
    const table = tableOf(metric);
    expect(Number(metric.value)).toBeLessThan(Number(table[0]?.['constantBrier']));
    expect(table.reduce((sum, row) => sum + Number(row['n']), 0)).toBe(metric.n);
    const held = table.filter(
      (row) =>
        Number(row['low']) <= Number(row['predicted']) && Number(row['predicted']) <= Number(row['high']),
    );
    expect(held.length).toBeGreaterThanOrEqual(Math.floor(table.length * 0.7));
  });

  it('reads an earlier instant without what came later', async () => {
    const at = Date.UTC(2026, 2, 15);
    const early = await read((corpus) => reservoir(corpus, { at: new Date(at), replicates: 20 }));
    const cut =
      rows.cases
        ?.filter((one) => Number(one.openedAt) <= at)
        .map((one) => {
          const seen = (instant: number | null | undefined): number | null =>
            typeof instant === 'number' && instant <= at ? instant : null;
          return {
            ...one,
            observedUntil: at,
            answeredAt: seen(one.answeredAt),
            resolvedAt: seen(one.resolvedAt),
            spilledAt: seen(one.spilledAt),
          };
        }) ?? [];
    const then = await read((corpus) => reservoir(corpus, { replicates: 20 }), { ...rows, cases: cut });
    expect(early.n).toBe(then.n);
    expect(early.value).toBeCloseTo(Number(then.value), 9);
  });
});

describe('without enough to learn from', () => {
  it.each<[string, FakeRows['cases'], RegExp]>([
    ['no case', [], /aucun dossier/],
    [
      'no private case',
      [{ firstStage: 'public', furthestStage: 'public', openedAt: 0, observedUntil: HOUR }],
      /export de messages privés/,
    ],
    ['one case', [hourCase({ until: 500 })], /moins de 5 débordements/],
    ['all censored', Array.from({ length: 30 }, (_, i) => hourCase({ opened: i, until: 500 })), /moins de 5/],
    ['equal times', Array.from({ length: 30 }, () => hourCase({ spilled: 0, until: 0 })), /./],
  ])('says why with %s', async (_, cases, reason) => {
    const corpus = await fakeCorpus({ cases: cases ?? [] });
    for (const metric of [
      await reservoir(corpus),
      await reservoirOverTime(corpus, { replicates: 20 }),
      await reservoirCheck(corpus),
    ]) {
      expect(notFinite(metric)).toEqual([]);
      expect(metric.value).toBeNull();
      expect(metric.notMeasured?.fr).toMatch(reason);
    }
    corpus.close();
  });
});
