import { describe, expect, it } from 'vitest';
import { correctedShares } from '../../../src/stats/index.js';
import { drawSeenWorld, SEEN_WORLDS } from '../../stats/quantification/seen-worlds.js';

/** Worlds of each kind; 200 by default. */
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 200);
const HORIZONS = [24, 72, 168, 720];

describe('correctedShares', () => {
  it.each(Object.entries(SEEN_WORLDS))(
    'holds the true shares in 95 % intervals: %s',
    (name, world) => {
      const held = new Map<string, number>(),
        sums = new Map<string, number>();
      const add = (key: string, low: number, high: number, truth: number, share: number): void => {
        held.set(key, (held.get(key) ?? 0) + Number(low <= truth && truth <= high) / RUNS);
        sums.set(key, (sums.get(key) ?? 0) + (share - truth) / RUNS);
      };
      for (let seed = 1; seed <= RUNS; seed++) {
        const { cases, posts, agreements, truth, within } = drawSeenWorld(world, seed);
        const found = correctedShares(cases, posts, agreements, { seed, horizons: [Infinity, ...HORIZONS] });
        for (const { horizon, share, interval } of found?.at ?? [])
          add(
            horizon === Infinity ? 'rate' : `within ${horizon} h`,
            interval.low,
            interval.high,
            horizon === Infinity ? truth : within(horizon),
            share,
          );
      }
      process.stdout.write(
        `${name}: ${[...held].map(([key, share]) => `${key} ${(100 * share).toFixed(1)} % (bias ${(sums.get(key) ?? 0).toFixed(3)})`).join(', ')}\n`,
      );
      for (const [key, share] of held)
        expect(share, key).toBeGreaterThanOrEqual(0.92 - 1.64 * Math.sqrt(0.07 / RUNS));
    },
    3_600_000,
  );
});
