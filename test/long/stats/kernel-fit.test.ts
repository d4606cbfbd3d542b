import { describe, expect, it } from 'vitest';
import { fitHawkesKernels, type FitKernelsOptions } from '../../../src/stats/index.js';
import { drawWorld, halving, lognormal, usualLevel, type LagWorld } from '../../stats/hawkes/lag-worlds.js';

/** Worlds of each kind; 200 by default. */
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 200);
const NAMES = ['private', 'public'];

const calm: LagWorld = {
  days: 90,
  perDay: [8, 10],
  A: [
    [0, 0],
    [0.24, 0.3],
  ],
  lags: [
    [halving(1), halving(1)],
    [halving(24), halving(0.75)],
  ],
  level: usualLevel,
};
const WORLDS: readonly {
  readonly name: string;
  readonly world: LagWorld;
  readonly options?: FitKernelsOptions;
  /** Spills of linked cases, of all the first. */
  readonly linked?: number;
}[] = [
  { name: 'spills in a day, echoes in minutes', world: calm },
  {
    name: 'spills in 2 h',
    world: {
      ...calm,
      lags: [
        [halving(1), halving(1)],
        [halving(2), halving(0.75)],
      ],
    },
  },
  {
    name: 'spills in 3 d, log-normal, few public',
    world: {
      ...calm,
      perDay: [8, 3],
      lags: [
        [halving(1), halving(1)],
        [lognormal(48, 1), halving(3)],
      ],
    },
  },
  {
    name: 'nothing follows anything',
    world: {
      ...calm,
      A: [
        [0, 0],
        [0, 0],
      ],
    },
  },
  { name: 'spills in a day, 60 of them known by links', world: calm, linked: 60 },
  { name: 'follow-ups sleep', world: { ...calm, sleeps: true } },
  {
    name: 'level that changes over the quarter',
    world: { ...calm, level: (t) => usualLevel(t) * (1 + 0.4 * Math.sin(t / 340)) },
  },
  {
    name: 'a crisis nobody in private caused, set apart',
    world: { ...calm, shock: { type: 1, at: 900, size: 150, hours: 24 } },
    options: { shocks: [{ from: 890, to: 980 }] },
  },
];

describe('sums of exponentials', () => {
  it.each(WORLDS)(
    `hold the planted effects in 95 % intervals: $name`,
    ({ name, world, options, linked = 0 }) => {
      const held = new Map<string, { held: number; width: number; sum: number }>();
      let measured = 0;
      for (let seed = 1; seed <= RUNS; seed++) {
        const drawn = drawWorld(world, seed, NAMES);
        const fit = fitHawkesKernels(drawn, {
          startHourOfWeek: 0,
          pairs: drawn.pairs.filter(({ target, source }) => target === 1 && source === 0).slice(0, linked),
          ...options,
        });
        if (!fit.measured) continue;
        measured++;
        world.A.forEach((row, i) =>
          row.forEach((truth, j) => {
            const cell = `${NAMES[j]}→${NAMES[i]} ${truth}`,
              { low, high } = fit.intervals[i]?.[j] ?? { low: 1, high: 0 };
            const own = held.get(cell) ?? { held: 0, width: 0, sum: 0 };
            held.set(cell, {
              held: own.held + Number(low <= truth && truth <= high),
              width: own.width + high - low,
              sum: own.sum + (fit.A[i]?.[j] ?? 0),
            });
          }),
        );
      }
      process.stdout.write(
        `${name}, ${measured} worlds: ${[...held].map(([cell, own]) => `${cell}: ${((100 * own.held) / measured).toFixed(1)} %, mean ${(own.sum / measured).toFixed(3)}, width ${(own.width / measured).toFixed(2)}`).join('; ')}\n`,
      );
      for (const [cell, own] of held)
        expect(own.held / measured, cell).toBeGreaterThanOrEqual(0.92 - 1.64 * Math.sqrt(0.07 / measured));
    },
    3_600_000,
  );
});
