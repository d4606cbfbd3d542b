/**
 * The estimated rhythm of the week. The runs on planted truth are short here; `RECOVERY_RUNS=200 npx vitest run
 * test/long/stats/hawkes/hawkes-rhythm.test.ts` does the long one (hours) and prints the coverage of each effect.
 */
import { describe, expect, it } from 'vitest';
import { simulateHawkes, type HawkesParameters } from '../../../../src/stats/index.js';
import { fitted } from '../../../stats/hawkes/fitted.js';
import { evening, week } from '../../../stats/hawkes/rhythms.js';

const long = process.env['RECOVERY_RUNS'] !== undefined;

const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 1);

const startHourOfWeek = 72;

/** Newsrooms in the morning of working days; a desk open from 8 to 19 h. */
const newsroom = week(
  (h) => (h < 5 ? 0.06 : 0.3 + 1.6 * Math.exp(-(((h - 9) / 4) ** 2))),
  [1.1, 1.2, 1.2, 1.2, 1.1, 0.6, 0.5],
);

const desk = week((h) => (h >= 8 && h < 19 ? 1 : 0.05), [1, 1, 1, 1, 1, 0.1, 0.1]);

const zero = (K: number): number[][] => Array.from({ length: K }, () => Array.from({ length: K }, () => 0));

const truth = (mu: number[], A: number[][], factors: number[][], halfLife = 8): HawkesParameters => ({
  mu,
  A,
  beta: Math.LN2 / halfLife,
  profile: { factors, startHourOfWeek },
});

const scenarios: readonly [string, HawkesParameters, number][] = [
  [
    'two types',
    truth(
      [0.33, 0.25],
      [
        [0.1, 0.05],
        [0.4, 0.3],
      ],
      [evening, evening],
    ),
    4344,
  ],
  [
    'two types, fewer events',
    truth(
      [0.25, 0.15],
      [
        [0.15, 0.05],
        [0.3, 0.4],
      ],
      [desk, evening],
    ),
    3000,
  ],
  [
    'three types',
    truth(
      [0.33, 0.25, 0.05],
      [
        [0.1, 0.05, 0],
        [0.4, 0.3, 0.4],
        [0, 0.03, 0.15],
      ],
      [evening, evening, newsroom],
    ),
    4344,
  ],
  [
    'strong excitation of the public by itself',
    truth(
      [0.2, 0.1],
      [
        [0.3, 0.02],
        [0.2, 0.6],
      ],
      [evening, evening],
      4,
    ),
    4344,
  ],
  [
    'small effects across',
    truth(
      [0.4, 0.3],
      [
        [0.2, 0.02],
        [0.05, 0.2],
      ],
      [desk, evening],
      3,
    ),
    4344,
  ],
  [
    'memory of a day',
    truth(
      [0.4, 0.2],
      [
        [0.1, 0.05],
        [0.2, 0.3],
      ],
      [evening, evening],
      24,
    ),
    4344,
  ],
  ['rhythm alone, evenings', truth([0.4, 0.3], zero(2), [evening, evening]), 3000],
  ['rhythm alone, a desk', truth([0.5, 0.3], zero(2), [desk, evening]), 3000],
];

const tally = { held: 0, of: 0 };

describe('recovery of planted effects under a rhythm', () => {
  it.each(scenarios)(
    `leaves planted effects in their intervals, ${RUNS} runs: %s`,
    (name, planted, horizonHours) => {
      const typeNames = planted.mu.map((_, i) => `type ${i}`),
        cells = planted.A.flat();
      const held = cells.map(() => 0),
        sums = cells.map(() => 0);
      let events = 0;
      for (let seed = 1; seed <= RUNS; seed++) {
        const drawn = simulateHawkes(planted, { horizonHours, seed, typeNames });
        events += drawn.events.times.length / RUNS;
        const fit = fitted(drawn.events, { rhythm: 'hour-weekday', startHourOfWeek });
        fit.intervals.A.flat().forEach(({ low, high }, k) => {
          if (low <= (cells[k] ?? -1) && (cells[k] ?? -1) <= high) held[k] = (held[k] ?? 0) + 1;
        });
        fit.A.flat().forEach((a, k) => {
          sums[k] = (sums[k] ?? 0) + a / RUNS;
        });
      }
      const share = held.map((own) => own / RUNS),
        pooled = share.reduce((a, b) => a + b, 0) / share.length;
      if (long)
        process.stdout.write(
          `${name}, ${events.toFixed(0)} events, ${RUNS} runs: ${cells.map((a, k) => `${a} mean ${sums[k]?.toFixed(3)} held ${(100 * (share[k] ?? 0)).toFixed(1)} %`).join('; ')}; pooled ${(100 * pooled).toFixed(1)} %\n`,
        );
      tally.held += held.reduce((a, b) => a + b, 0);
      tally.of += RUNS * cells.length;
      if (long)
        share.forEach((own, k) => {
          expect(own, `cell ${k}`).toBeGreaterThanOrEqual(0.9);
        });
    },
  );

  it('leaves few of all these outside', () => {
    // 37 intervals at 95 %: fewer than 29 hold the truth once in 10,000
    expect(tally.held / tally.of).toBeGreaterThanOrEqual(long ? 0.92 : 0.78);
  });
});
