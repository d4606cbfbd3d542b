import { foundSpills } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { describe, expect, it } from 'vitest';
import { waitingCases } from '../../../src/metrics/care/waiting-cases.js';
import { caseDays, openCases, waitingOf } from '../../../src/metrics/funnel/reservoir-model.js';
import { levelOf, pastHours, riskSpread } from '../../../src/metrics/funnel/reservoir-level.js';
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
  waiting: false,
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

  it('counts those that wait, at the end of the exports only', () => {
    const cases = openCases([riskCase({ waiting: true }), riskCase({})], 240);
    expect([waitingOf(cases, 240), waitingOf(cases, 239)]).toEqual([1, null]);
  });
});

describe('levelOf', () => {
  // 10 cases that wait: 5 spill after 30 h, 5 stay open for 100 h; from 24 to 72 h they wait 5·6 + 5·48 = 270 h for 5 spills
  const cases = Array.from({ length: 10 }, (_, k) =>
    riskCase({ caseId: `c${k}`, end: k < 5 ? 30 : 100, spilled: k < 5 }),
  );
  const options = { seed: 1, level: 0.95, spread: 0 };

  it('counts hours at risk and spills by age and state', () => {
    const { events, exposure } = pastHours(cases, 1000);
    expect([...events[0]]).toEqual([0, 0, 0, 0, 5, 0, 0, 0, 0]);
    expect([...exposure[0]]).toEqual([10, 30, 80, 120, 270, 140, 0, 0, 0]);
    // read at 26 h: no spill yet, two hours each of the fifth age
    expect([...pastHours(cases, 26).events[0]].every((n) => n === 0)).toBe(true);
    expect(pastHours(cases, 26).exposure[0][4]).toBe(20);
  });

  it('is the time to come at the rates of the past, over the share found', () => {
    const open = [{ oneCase: riskCase({}), ageDays: 1 }];
    const past = pastHours(cases, 1000);
    const seen = levelOf(past, open, { floor: false }, options);
    expect(seen?.level).toBeCloseTo((24 * 5) / 270, 12);
    const half = { share: 0.5, low: 0.5, high: 0.5, disagreement: 0, mayBeAll: false, quantile: () => 0.5 };
    const whole = levelOf(past, open, { floor: false, found: half }, options);
    expect(whole?.level).toBeCloseTo((2 * 24 * 5) / 270, 12);
    // known too badly to correct: the value is what is seen, the bound above is that of the corrected level
    const floor = levelOf(past, open, { floor: true, found: half }, options);
    expect([floor?.level, floor?.high]).toEqual([seen?.level, whole?.high]);
  });

  it('counts a spill by the chance that it is the case’s own', () => {
    // three of the five spills stand on links said .5: 2 + 1.5 spills in 270 h, and .75 of doubt
    const doubted = cases.map((one, k) => ({ ...one, chance: k < 3 ? 0.5 : 1 }));
    const past = pastHours(doubted, 1000);
    expect([past.events[0][4], past.doubt[0][4]]).toEqual([3.5, 0.75]);
    const open = [{ oneCase: riskCase({}), ageDays: 1 }];
    expect(levelOf(past, open, { floor: false }, options)?.level).toBeCloseTo((24 * 3.5) / 270, 12);
  });

  it('stands below on sure links alone', () => {
    const open = [{ oneCase: riskCase({}), ageDays: 1 }];
    const boundsOf = (chances: readonly number[]) =>
      levelOf(
        pastHours(
          cases.map((one, k) => ({ ...one, chance: chances[k] ?? 1 })),
          1000,
        ),
        open,
        { floor: false },
        options,
      );
    const sure = boundsOf([]),
      mixed = boundsOf([0.9, 0.9, 0.9]),
      doubtful = boundsOf([0.9, 0.9, 0.9, 0.9, 0.9]);
    const two = levelOf(
      pastHours(
        cases.map((one, k) => (k < 3 ? { ...one, spilled: false } : one)),
        1000,
      ),
      open,
      { floor: false },
      options,
    );
    expect(Number(sure?.low)).toBeGreaterThan(0.15);
    // 4.7 spills are the value; the bound below is that of the two sure ones
    expect([mixed?.level, mixed?.low]).toEqual([expect.closeTo((24 * 4.7) / 270, 12), two?.low]);
    expect([doubtful?.low, Number(doubtful?.level) > 0.3]).toEqual([0, true]);
  });

  it('holds that the exports end a few hours after their last message', () => {
    // at 71 h one hour is left of the age at which all spilled, and nothing of older ones came: an hour later nothing is
    const open = [{ oneCase: riskCase({}), ageDays: 71 / 24 }];
    const past = pastHours(cases, 1000);
    const now = levelOf(past, open, { floor: false }, options),
      later = levelOf(past, open, { floor: false }, { ...options, slack: 1 });
    expect(now?.level).toBeCloseTo(5 / 270, 12);
    expect(later?.level).toBe(now?.level);
    expect([Number(now?.low) > 0, later?.low]).toEqual([true, 0]);
    expect(later?.high).toBeGreaterThanOrEqual(Number(now?.high));
  });

  it('widens by what drivers and channels differ by', () => {
    const mixed = cases.map((one, k) => ({ ...one, driver: k < 5 ? 'price' : 'taste' }));
    const past = pastHours(mixed, 1000),
      spread = riskSpread(mixed, 1000, past);
    // due at the rate of all: 30 h · 5 / 270 = 0.56 for price, 4.44 for taste; came: 5 and 0
    expect(spread).toBeGreaterThan(1);
    const open = [{ oneCase: riskCase({}), ageDays: 1 }];
    const narrow = levelOf(past, open, { floor: false }, options),
      wide = levelOf(past, open, { floor: false }, { ...options, spread });
    expect(wide?.level).toBe(narrow?.level);
    expect(Number(wide?.low)).toBeLessThan(Number(narrow?.low));
    expect(Number(wide?.high)).toBeGreaterThan(Number(narrow?.high));
    expect(riskSpread(cases, 1000, past)).toBe(0);
  });

  it('says nothing of a state that was never watched, and nothing to come of no case', () => {
    expect(
      levelOf(pastHours([], 10), [{ oneCase: riskCase({}), ageDays: 1 }], { floor: false }, options),
    ).toBeUndefined();
    expect(levelOf(pastHours(cases, 1000), [], { floor: false }, options)).toMatchObject({
      level: 0,
      low: 0,
      high: 0,
      range: { low: 0, high: 0 },
    });
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
  const corpus = await fakeCorpus(rows);

  it('tells the level with its interval, and the likeliest cases first', async () => {
    const metric = await reservoir(corpus, { replicates: 20 });
    const table = tableOf(metric);
    const chances = table.map((row) => Number(row['probability']));
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances.every((p) => p > 0 && p < 1)).toBe(true);
    const said = chances.reduce((sum, p) => sum + p, 0);
    // the twenty likeliest of more
    expect(said).toBeLessThan(Number(metric.interval?.high));
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

  it('ends with the customers who wait as `waitingCases` tells them, the raw count beside', async () => {
    const isOpen = (one: NonNullable<FakeRows['cases']>[number]): boolean =>
      one.firstStage === undefined &&
      one.spilledAt === null &&
      one.resolvedAt === null &&
      Number(one.observedUntil) - Number(one.openedAt) < 60 * 24 * HOUR;
    let open = 0;
    const cases = (rows.cases ?? []).map((one) =>
      isOpen(one) && open++ % 3 === 0 ? { ...one, waitingSince: one.openedAt ?? null } : one,
    );
    const waits = await fakeCorpus({ ...rows, cases });
    const days = tableOf(await reservoirOverTime(waits)),
      { value, interval } = await waitingCases(waits);
    expect(value).toBeGreaterThan(0);
    expect(days.at(-1)).toMatchObject({
      saidToWait: Math.ceil(open / 3),
      waiting: value,
      waitingLow: interval?.low ?? null,
      waitingHigh: interval?.high ?? null,
    });
    for (const { saidToWait, waiting, waitingLow, stillOpen } of days.slice(0, -1))
      expect([saidToWait, waiting, waitingLow, stillOpen]).toEqual([null, null, null, null]);
    // before the end of the exports nobody knows who waited
    const at = new Date(Date.UTC(2026, 3, 20));
    const before = tableOf(await reservoirOverTime(waits, { at }));
    expect(before.at(-1)).toMatchObject({ saidToWait: null, waiting: null });
  });

  it('says over time about as many spills as came, over the share found', async () => {
    const metric = await reservoirOverTime(corpus, { replicates: 20 }),
      table = tableOf(metric);
    const { found } = await foundSpills(corpus, resolveFunnelOptions({ replicates: 20 }));
    const said = table.slice(0, -1).reduce((sum, row) => sum + Number(row['level']), 0) * (found?.share ?? 0),
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
    const metric = await reservoirCheck(corpus, { replicates: 20 });
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
    const early = await reservoir(corpus, { at: new Date(at), replicates: 20 });
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
    const cutShort = await fakeCorpus({ ...rows, cases: cut });
    const then = await reservoir(cutShort, { replicates: 20 });
    expect(early.n).toBe(then.n);
    // but for the share of spills that is found, which is that of the exports as a whole
    expect(Math.abs(Number(early.value) / Number(then.value) - 1)).toBeLessThan(0.1);
    expect(tableOf(early).map((row) => row['caseId'])).toEqual(tableOf(then).map((row) => row['caseId']));
  });
});

describe('with less than tells single cases apart', () => {
  it('tells a level with its interval, ranks no case and says so', async () => {
    // one of thirty spilled
    const cases = Array.from({ length: 30 }, (_, i) =>
      hourCase({ opened: i, until: 500, ...(i === 0 && { spilled: 20 }) }),
    );
    const corpus = await fakeCorpus({ cases });
    const metric = await reservoir(corpus);
    expect(metric.rows()).toEqual([]);
    expect(metric.value).toBeGreaterThanOrEqual(0);
    expect(metric.interval?.high).toBeGreaterThan(Number(metric.value));
    expect(metric.limits?.fr).toMatch(/ne sont pas classés : moins de 5 débordements/);
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
    ['one case', [hourCase({ until: 500 })], /(?:aucun|moins de 5) débordement/],
    [
      'all censored',
      Array.from({ length: 30 }, (_, i) => hourCase({ opened: i, until: 500 })),
      /(?:aucun|moins de 5) débordement/,
    ],
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
  });
});
