/**
 * Do nominal 95 % intervals hold the planted truth in about 95 % of simulated data sets? A short run here; a long one with
 * `RECOVERY_RUNS=200 npx vitest run test/long/stats/recovery.test.ts`, which prints the coverage and holds it to 90-99 %.
 */
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  clopperPearsonInterval,
  fitHawkesKernels,
  jeffreysInterval,
  simulateHawkes,
  wilsonInterval,
  type HawkesParameters,
} from '../../../src/stats/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { exponential } from '../../../src/stats/variates.js';

const long = process.env['RECOVERY_RUNS'] !== undefined;
const runs = Number(process.env['RECOVERY_RUNS'] ?? 12);

class Coverage {
  private readonly counts = new Map<string, { held: number; of: number; sum: number; truth: number }>();

  add(name: string, { low, high }: { low: number; high: number }, truth: number, value: number): void {
    const count = this.counts.get(name) ?? { held: 0, of: 0, sum: 0, truth };
    this.counts.set(name, {
      held: count.held + (low <= truth && truth <= high ? 1 : 0),
      of: count.of + 1,
      sum: count.sum + value,
      truth,
    });
  }

  /** The short run only guards against gross loss; a parameter at its boundary 0 may be held always. */
  check(): void {
    for (const [name, { held, of, sum, truth }] of this.counts) {
      const share = held / of;
      if (long)
        console.info(
          `${name}: truth ${truth}, mean estimate ${(sum / of).toFixed(4)}, coverage ${(100 * share).toFixed(1)} % of ${of}`,
        );
      expect(share, name).toBeGreaterThanOrEqual(long ? 0.9 : 0.6);
      if (long && truth > 0) expect(share, name).toBeLessThanOrEqual(0.995);
    }
  }
}

describe(
  'coverage of 95 % intervals',
  () => {
    it('of a share', () => {
      const coverage = new Coverage();
      const uniform = seededRandom(11);
      for (let run = 0; run < Math.max(200, 10 * runs); run++) {
        for (const p of [0.03, 0.1, 0.4]) {
          let k = 0;
          for (let i = 0; i < 300; i++) if (uniform() < p) k++;
          coverage.add(`share ${p}, Wilson`, wilsonInterval(k, 300), p, k / 300);
          coverage.add(`share ${p}, Jeffreys`, jeffreysInterval(k, 300), p, k / 300);
          coverage.add(`share ${p}, Clopper-Pearson`, clopperPearsonInterval(k, 300), p, k / 300);
        }
      }
      coverage.check();
    });

    it('of cumulative incidence under competing resolution and censoring', () => {
      const coverage = new Coverage();
      const uniform = seededRandom(12);
      const spill = 0.002,
        resolve = 0.015,
        censor = 0.004;
      for (let run = 0; run < Math.max(100, 5 * runs); run++) {
        const durations: number[] = [],
          eventTypes: number[] = [];
        for (let i = 0; i < 400; i++) {
          const times = [
            exponential(uniform, censor),
            exponential(uniform, spill),
            exponential(uniform, resolve),
          ];
          const first = Math.min(...times);
          durations.push(first);
          eventTypes.push(times.indexOf(first));
        }
        const curve = aalenJohansen({ durations, eventTypes, causes: 2 });
        for (const t of [24, 72, 168]) {
          const whole = 1 - Math.exp(-(spill + resolve) * t);
          for (const [cause, rate] of [
            [1, spill],
            [2, resolve],
          ] as const) {
            const point = curve.at(cause, t);
            if (point !== undefined)
              coverage.add(
                `incidence of ${cause === 1 ? 'spill' : 'resolution'} by ${t} h`,
                point,
                (rate / (spill + resolve)) * whole,
                point.incidence,
              );
          }
        }
      }
      coverage.check();
    });

    const typeNames = ['public', 'press'],
      truth: HawkesParameters = {
        mu: [0.5, 0.04],
        A: [
          [0.3, 0.5],
          [0.05, 0.2],
        ],
        beta: 0.15,
      };
    const edges = Array.from({ length: 81 }, (_, day) => 24 * day);
    it.each(['instant', 'day'])('of mutual excitation, the press by the %s', (by) => {
      const coverage = new Coverage();
      for (let run = 0; run < runs; run++) {
        const { events } = simulateHawkes(truth, { horizonHours: 1920, seed: 3000 + run, typeNames });
        const exact = [...events.times].filter((_, k) => events.types[k] === 0);
        const counts = edges
          .slice(1)
          .map(
            (end) => events.times.filter((t, k) => events.types[k] === 1 && t > end - 24 && t <= end).length,
          );
        const halfLives = [Math.LN2 / 0.15];
        const fit =
          by === 'instant'
            ? fitHawkesKernels(events, { halfLives })
            : fitHawkesKernels(
                { ...events, times: exact, types: exact.map(() => 0) },
                { halfLives, counted: [{ type: 'press', edges, counts }] },
              );
        if (!fit.measured) continue;
        truth.A.forEach((row, i) =>
          row.forEach((a, j) => {
            const interval = fit.intervals[i]?.[j];
            if (interval !== undefined)
              coverage.add(`press by the ${by} a${i}${j}`, interval, a, fit.A[i]?.[j] as number);
          }),
        );
      }
      coverage.check();
    });
  },
  long ? 3_600_000 : 60_000,
);
