import { describe, expect, it } from 'vitest';
import { PRIVATE, PUBLIC } from '../../../src/cases/messages/case-message.js';
import { driversIn, isWithin, movementsOf, shareOfCases } from '../../../src/cases/press/movements.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;

type At = { readonly sentAt: number; readonly drivers?: number; readonly brand?: number };
const unitsOf = (stage: number, all: readonly At[]) =>
  buildUnits(
    all.map((one, row) => caseMessage({ row, stage, author: row + 1, thread: row + 1, drivers: 1, ...one })),
  ).toSorted((a, b) => a.firstAt - b.firstAt);
const movements = (posts: readonly At[], complaints: readonly At[] = []) => {
  const { series, days } = movementsOf(unitsOf(PUBLIC, posts), unitsOf(PRIVATE, complaints));
  return { series, days, all: series.flatMap(({ bursts }) => bursts) };
};
/** One post every two days of forty, and thirty within an hour on the twentieth. */
const CALM = Array.from({ length: 20 }, (_, at) => ({ sentAt: at * 48 * HOUR }));
const RUSH = Array.from({ length: 30 }, (_, at) => ({ sentAt: 480 * HOUR + at * 120_000 }));

describe('movementsOf', () => {
  it('finds a burst on a driver, its posts and the share of them that is more than usual', () => {
    const [one, ...others] = movements([...CALM, ...RUSH]).all;
    expect(others).toEqual([]);
    expect(one?.driver).toBe(0);
    expect(one?.times.length).toBeGreaterThanOrEqual(30);
    expect(isWithin(one as NonNullable<typeof one>, 480 * HOUR)).toBe(true);
    expect(one?.excess).toBeGreaterThan(0.99);
    // an hour at either end is of it; the others, and half a post, over what is left of 38 days
    const { start = 0, end = 0, times = [] } = one ?? {},
      hours = (end - start) / HOUR + 2;
    expect(one?.excess).toBeCloseTo(1 - (((50.5 - times.length) / (912 - hours)) * hours) / times.length, 9);
  });

  it('tells which cases are of it by how many more than usual opened just before it, and in it', () => {
    const usual = Array.from({ length: 40 }, (_, at) => ({ sentAt: (at * 24 + 6) * HOUR }));
    const openedAt = (hour: number, many: number): At[] =>
      Array.from({ length: many }, (_, at) => ({ sentAt: (hour + at / 100) * HOUR }));
    const share = (hour: number, more: readonly At[] = []): number => {
      const [one] = movements([...CALM, ...RUSH], [...usual, ...more]).all;
      return shareOfCases(one as NonNullable<typeof one>, hour * HOUR);
    };
    // the rush is in hour 480; the first and last of forty tell no rate
    expect(share(470, openedAt(470, 18))).toBeCloseTo(1 - (48 * (36.5 / (936 - 98))) / 20, 1);
    expect(share(470)).toBeLessThan(0.1);
    expect(share(480.2, openedAt(480.1, 19))).toBeGreaterThan(0.99);
    expect(share(480.2, openedAt(470, 18))).toBeLessThan(0.95);
    expect(share(431, openedAt(431, 30))).toBe(0);
    // of another driver, or of another brand
    expect(
      share(
        470,
        openedAt(470, 18).map((one) => ({ ...one, drivers: 2 })),
      ),
    ).toBeLessThan(0.1);
    expect(
      share(
        470,
        openedAt(470, 18).map((one) => ({ ...one, brand: 2 })),
      ),
    ).toBeLessThan(0.1);
  });

  it('finds none where posts come one by one, nor where the rush is on ten drivers', () => {
    expect(movements(CALM)).toMatchObject({
      all: [],
      series: [{ driver: 0, times: CALM.map(({ sentAt }) => sentAt) }],
    });
    expect(
      movements([...CALM, ...RUSH.map((post, at) => ({ ...post, drivers: 1 << (at % 10) }))]).all,
    ).toEqual([]);
  });

  it('counts days for each driver, and no year that one wrong date adds to many', () => {
    expect(movements([...CALM, ...CALM.map((post) => ({ ...post, drivers: 2 }))]).days).toBeCloseTo(76, 5);
    const many = Array.from({ length: 200 }, (_, at) => ({ sentAt: at * HOUR }));
    expect(movements([...many, { sentAt: 9000 * HOUR }]).days).toBeLessThan(9);
  });

  it('says nothing of nothing', () => {
    expect(movements([]).all).toEqual([]);
    expect(driversIn(0b101)).toEqual([0, 2]);
  });
});
