import { describe, expect, it } from 'vitest';
import type { FoundSpills } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import type { SpillCase, Spills } from '../../../src/metrics/funnel/spill-cases.js';
import { besideOthers, lawsOf, spillRowOf, twoKeyCheck } from '../../../src/metrics/funnel/spill-rate-row.js';

const TOTAL = { by: 'total', driver: null, channel: null } as const;
const OPTIONS = resolveFunnelOptions();
const spillCase = (k: number, over: Partial<SpillCase>): SpillCase => ({
  caseId: `c${k}`,
  driver: null,
  channel: 'email',
  openedAt: 0,
  spilled: false,
  best: 0,
  keys: 1,
  probability: 0,
  readProbability: 0,
  lag: Infinity,
  followed: 500,
  resolvedAfter: Infinity,
  stratum: '',
  ...over,
});
const spills = (cases: readonly SpillCase[], twoKeys = { content: 0, author: 0, both: 0 }): Spills => ({
  cases,
  outside: [],
  posts: [1, 0],
  agreements: [],
  accounts: [],
  twoKeys,
  observation: undefined as never,
});
const halfFound: FoundSpills = {
  found: { share: 0.5, low: 0.5, high: 0.5, disagreement: 0, mayBeAll: false, quantile: () => 0.5 },
  floor: false,
};

describe('lawsOf', () => {
  const groups = [5, 6, 4, 5, 0].map((seen) =>
    Array.from({ length: 20 }, (_, k) => spillCase(k, { probability: k < seen ? 1 : 0 })),
  );
  const rowOf = (cases: readonly SpillCase[], laws = lawsOf(groups, 0.95)) =>
    spillRowOf({ by: 'driver', driver: 'd', channel: null }, cases, spills(cases), halfFound, {
      ...OPTIONS,
      laws,
    });

  it('lets groups that hardly differ lend each other what they show; what is expected still sums to the whole', () => {
    const [one = [], , , , none = []] = groups;
    const alone = spillRowOf(
        { by: 'driver', driver: 'd', channel: null },
        one,
        spills(one),
        halfFound,
        OPTIONS,
      ),
      together = rowOf(one);
    expect(Number(together.high) - Number(together.low)).toBeLessThan(
      0.9 * (Number(alone.high) - Number(alone.low)),
    );
    // 20 of 100 are seen, half of them found: about .4, for .5 alone
    expect(Number(together.share)).toBeGreaterThan(0.38);
    expect(Number(together.share)).toBeLessThan(0.49);
    expect(together.expected).toBeCloseTo(10, 10);
    expect([Number(rowOf(none).share) > 0.1, rowOf(none).expected]).toEqual([true, 0]);
  });

  it('says nothing of two groups, or where nothing is seen', () => {
    expect(lawsOf(groups.slice(0, 2), 0.95)).toBeUndefined();
    expect(
      lawsOf(
        [0, 1, 2].map(() => groups[4] ?? []),
        0.95,
      ),
    ).toBeUndefined();
  });
});

describe('besideOthers', () => {
  /** So many cases on a driver, of which the first so many are seen to spill. */
  const group = (driver: string, n: number, seen: number) => {
    const cases = Array.from({ length: n }, (_, k) =>
      spillCase(k, { driver, probability: k < seen ? 1 : 0 }),
    );
    return {
      row: spillRowOf({ by: 'driver', driver, channel: null }, cases, spills(cases), halfFound, OPTIONS),
      cases,
    };
  };
  const rowsOf = (...groups: ReturnType<typeof group>[]) =>
    besideOthers(
      'driver',
      groups.map(({ row }) => row),
      groups.flatMap(({ cases }) => cases),
      OPTIONS,
    );

  it('tells the rate of each from that of all others, and how far the first is ahead of the next', () => {
    const [taste, price] = rowsOf(group('taste', 100, 40), group('price', 100, 10));
    // shares .4 and .1, Wilson .3094 to .4980 and .0552 to .1744
    expect(taste?.seenDifference).toBeCloseTo(0.3, 10);
    expect(taste?.seenDifferenceLow).toBeCloseTo(0.3 - Math.hypot(0.0906, 0.0744), 3);
    expect(taste?.seenDifferenceHigh).toBeCloseTo(0.3 + Math.hypot(0.098, 0.0448), 3);
    expect(price?.seenDifference).toBeCloseTo(-0.3, 10);
    expect(taste?.lead).toBeCloseTo(30, 10);
    expect(taste?.leadLow).toBeCloseTo(30 - 100 * Math.hypot(0.0906, 0.0744), 1);
    expect(price?.lead).toBeNull();
  });

  it('is not ahead where chance could have put it there', () => {
    const [taste] = rowsOf(group('taste', 100, 12), group('price', 100, 10));
    expect(taste?.lead).toBeCloseTo(2, 10);
    expect(Number(taste?.leadLow)).toBeLessThan(0);
  });

  it('compares nothing where there is one group', () => {
    expect(rowsOf(group('taste', 10, 3))[0]).toMatchObject({ seenDifference: null, lead: null });
  });
});

describe('spillRowOf', () => {
  // of ten cases one is seen for sure, one for 0.8, one for 0.4; two show no key
  const cases = Array.from({ length: 10 }, (_, k) =>
    spillCase(k, {
      keys: k < 8 ? 1 : 0,
      probability: [1, 0.8, 0.4][k] ?? 0,
      best: [1, 0.8, 0.4][k] ?? 0,
      spilled: k < 2,
    }),
  );

  it('takes what is seen over the share that is found, and counts beside it', () => {
    const row = spillRowOf(TOTAL, cases, spills(cases), halfFound, OPTIONS);
    expect(row).toMatchObject({ n: 10, spilled: 2, countShare: 0.2, certain: 1, likely: 2, keys: null });
    expect([row.seen, row.share, row.expected]).toEqual([
      expect.closeTo(0.22, 12),
      expect.closeTo(0.44, 12),
      expect.closeTo(4.4, 12),
    ]);
    // half of the posts show the key that eight of ten cases show
    expect([row.linkability, row.keyless]).toEqual([0.5, expect.closeTo(0.2, 12)]);
    expect(Number(row.low)).toBeLessThan(0.44);
    expect(Number(row.high)).toBeGreaterThan(0.44);
  });

  it('tells what is seen alone where the share found is not known', () => {
    const row = spillRowOf(TOTAL, cases, spills(cases), { floor: true }, OPTIONS);
    expect([row.seen, row.share, row.found]).toEqual([expect.closeTo(0.22, 12), null, null]);
  });
});

describe('twoKeyCheck', () => {
  const cases = Array.from({ length: 200 }, (_, k) => spillCase(k, {}));

  it('is Chapman over the cases that show a key', () => {
    // (30 + 1)(20 + 1) / (10 + 1) − 1 = 58.18 of 160
    const { twoKeys, twoKeysLow, twoKeysHigh } = twoKeyCheck(
      spills(cases, { content: 30, author: 20, both: 10 }),
      0.8,
      0.95,
    );
    expect(twoKeys).toBeCloseTo(((31 * 21) / 11 - 1) / 160, 10);
    expect([Number(twoKeysLow) < Number(twoKeys), Number(twoKeysHigh) > Number(twoKeys)]).toEqual([
      true,
      true,
    ]);
  });

  it('says nothing with fewer than five pairs that both found', () => {
    expect(twoKeyCheck(spills(cases, { content: 30, author: 20, both: 4 }), 0.8, 0.95).twoKeys).toBeNull();
    expect(twoKeyCheck(spills(cases, { content: 30, author: 20, both: 9 }), 0, 0.95).twoKeys).toBeNull();
  });
});
