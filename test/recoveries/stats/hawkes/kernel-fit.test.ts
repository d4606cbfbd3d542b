import { describe, expect, it } from 'vitest';
import { drawWorld, halving, kernelFit, NAMES, world } from '../../../stats/hawkes/lag-worlds.js';

describe('fitHawkesKernels', () => {
  it('leaves to follow-ups what a level free to bend takes for changes of its own', () => {
    const eight = halving(8);
    const planted = {
      ...world,
      days: 120,
      perDay: [8, 6],
      lags: [
        [eight, eight],
        [eight, eight],
      ],
    };
    const effects = [1, 2, 3, 4, 5, 6].map((seed) => {
      const fit = kernelFit(drawWorld(planted, seed, NAMES), { startHourOfWeek: 0 });
      return fit.A[1] ?? [];
    });
    const [spills = 0, echoes = 0] = [0, 1].map(
      (j) => effects.reduce((sum, row) => sum + (row[j] ?? 0), 0) / effects.length,
    );
    // planted: .4 and .3; with a level that bends every two weeks echoes were told half
    expect(Math.abs(spills - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(echoes - 0.3)).toBeLessThan(0.08);
  });

  it('does not lend the echo of a crisis set apart to ordinary days', () => {
    const shocked = drawWorld(
      {
        ...world,
        A: [
          [0, 0],
          [0, 0],
        ],
        shock: { type: 1, at: 600, size: 400, hours: 12 },
      },
      5,
      NAMES,
    );
    const options = { startHourOfWeek: 0 };
    const mixed = kernelFit(shocked, options),
      apart = kernelFit(shocked, { ...options, shocks: [{ from: 598, to: 614 }] });
    expect(mixed.intervals[1]?.[1]?.low).toBeGreaterThan(0.3);
    expect(apart.intervals[1]?.[1]?.low).toBe(0);
    expect(Number(apart.A[1]?.[1])).toBeLessThan(0.2);
    expect(apart.counts[1]).toBeLessThan(Number(mixed.counts[1]) - 390);
  });

  it('does not lend what follows a crisis to the articles of its days, known by day', () => {
    const { times, types, ...rest } = drawWorld(
      { ...world, shock: { type: 1, at: 600, size: 400, hours: 12 } },
      5,
      NAMES,
    );
    const counts = Array.from({ length: 60 }, (_, day) => (day === 25 ? 6 : day % 9 === 4 ? 1 : 0));
    const press = { type: 'press', edges: Array.from({ length: 61 }, (_, day) => 24 * day), counts };
    const fit = kernelFit(
      { ...rest, times, types, typeNames: [...NAMES, 'press'] },
      { startHourOfWeek: 0, counted: [press], shocks: [{ from: 598, to: 614 }] },
    );
    // the tail of the crisis is that of its 400 messages, not of the six articles of its first day
    expect(fit.intervals[1]?.[2]?.low).toBe(0);
  });

  it('takes pairs that are known as such: no fewer spills than links show, and a narrower interval', () => {
    const slow = { ...world, lags: [world.lags[0] ?? [], [halving(72), halving(0.5)]] };
    const drawn = drawWorld(slow, 4, NAMES),
      spills = drawn.pairs.filter(({ source, target }) => source === 0 && target === 1);
    const blind = kernelFit(drawn, { startHourOfWeek: 0 }),
      told = kernelFit(drawn, { startHourOfWeek: 0, pairs: spills.filter((_, k) => k % 2 === 0) });
    const [wide, narrow] = [blind.intervals[1]?.[0], told.intervals[1]?.[0]];
    expect(Number(told.A[1]?.[0])).toBeGreaterThan(spills.length / 2 / Number(told.counts[0]) - 0.01);
    expect(Number(narrow?.high) - Number(narrow?.low)).toBeLessThan(Number(wide?.high) - Number(wide?.low));
    expect(narrow?.low).toBeLessThan(spills.length / Number(told.counts[0]));
    expect(narrow?.high).toBeGreaterThan(spills.length / Number(told.counts[0]));
  });
});
