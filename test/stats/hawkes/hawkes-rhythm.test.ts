/**
 * The estimated rhythm of the week. The runs on planted truth are short here; `RECOVERY_RUNS=200 npx vitest run
 * test/stats/hawkes/hawkes-rhythm.test.ts` does the long one (hours) and prints the coverage of each effect.
 */
import { describe, expect, it } from 'vitest';
import { RHYTHM_COLUMNS, rhythmFactors } from '../../../src/stats/hawkes/hawkes-rhythm.js';
import { simulateHawkes, type HawkesEvents, type HawkesParameters } from '../../../src/stats/index.js';
import { fitted } from './fitted.js';

const long = process.env['RECOVERY_RUNS'] !== undefined;
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 1);

const startHourOfWeek = 72;
function week(hour: (h: number) => number, days: readonly number[]): number[] {
  const values = Array.from({ length: 168 }, (_, h) => hour(h % 24) * (days[Math.floor(h / 24)] ?? 1));
  const mean = values.reduce((a, b) => a + b, 0) / 168;
  return values.map((value) => value / mean);
}
/** Quiet nights, a lunch hour, a long evening; newsrooms in the morning of working days; a desk open from 8 to 19 h. */
const evening = week(
  (h) =>
    h < 6 ? 0.12 : 0.5 + 0.5 * Math.exp(-(((h - 12) / 2) ** 2)) + 1.2 * Math.exp(-(((h - 20) / 3) ** 2)),
  [1.1, 1.05, 1, 1, 1, 0.9, 0.85],
);
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

describe('the columns of a rhythm', () => {
  it('give each weekday and each hour of the day its factor, with mean 1 over the week', () => {
    expect(RHYTHM_COLUMNS).toHaveLength(6 + 23);
    const factors = rhythmFactors(
      Float64Array.of(-0.4, 0.8, -0.3, 0.2, 0.1, 0.5, ...Array.from({ length: 23 }, (_, j) => Math.sin(j))),
    );
    expect(factors.reduce((a, b) => a + b, 0) / 168).toBeCloseTo(1, 12);
    // Tuesday has coefficient −0.4, Monday the opposite of the sum of all
    for (const hour of [0, 7, 23])
      expect((factors[24 + hour] ?? 0) / (factors[hour] ?? 0)).toBeCloseTo(Math.exp(-0.4 + 0.9), 10);
  });

  it('are independent', () => {
    const columns = RHYTHM_COLUMNS.slice(6).map((column) => column.slice(0, 24));
    for (const [a, one] of columns.entries())
      for (const [b, other] of columns.entries()) {
        const product = one.reduce((sum, value, h) => sum + value * (other[h] ?? 0), 0);
        expect(product).toBeCloseTo(a !== b ? 0 : a === 22 ? 24 : 12, 8);
      }
  });
});

describe('the estimated rhythm', () => {
  const one = (times: readonly number[], horizonHours: number): HawkesEvents => ({
    times,
    types: times.map(() => 0),
    typeNames: ['public'],
    horizonHours,
  });

  it('is found back where events are many, and stays finite where they are few', () => {
    const planted: HawkesParameters = {
      mu: [1],
      A: [[0.3]],
      beta: 0.2,
      profile: { factors: [evening], startHourOfWeek },
    };
    const { events } = simulateHawkes(planted, { horizonHours: 8760, seed: 5, typeNames: ['public'] });
    const found = fitted(events, { rhythm: 'hour-weekday', startHourOfWeek }).profile?.factors[0] ?? [];
    evening.forEach((value, h) => {
      expect(Math.abs((found[h] ?? 9) - value), `hour ${h}`).toBeLessThan(0.45);
    });
    const few = fitted(
      one(
        Array.from({ length: 20 }, (_, k) => 24 * k + (k % 7)),
        500,
      ),
      { rhythm: 'hour-weekday', startHourOfWeek },
    );
    // 1 level, 1 effect, 1 decay, 29 coefficients
    expect(few.aic + 2 * few.logLik).toBeCloseTo(64, 8);
    for (const value of [
      ...Array.from(few.profile?.factors[0] ?? []),
      ...few.mu,
      ...few.A.flat(),
      few.intervals.A[0]?.[0]?.high ?? NaN,
    ])
      expect(Number.isFinite(value)).toBe(true);
  });

  it('does not take excitation along: the mean of refits is that planted', () => {
    // a desk that is nearly silent at night, where the plain maximum reads 0.02 to 0.03 too little
    const planted = truth([0.25], [[0.15]], [desk]),
      runs = 12,
      sum = Array.from({ length: runs }, (_, seed) => {
        const { events } = simulateHawkes(planted, {
          horizonHours: 3000,
          seed: seed + 1,
          typeNames: ['private'],
        });
        return fitted(events, { rhythm: 'hour-weekday', startHourOfWeek, beta: Math.LN2 / 8 }).A[0]?.[0] ?? 0;
      }).reduce((a, b) => a + b, 0);
    // standard error of one: 0.045
    expect(Math.abs(sum / runs - 0.15)).toBeLessThan(3 * (0.045 / Math.sqrt(runs)));
  });

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
    20_000 * RUNS + 60_000,
  );

  it('leaves few of all these outside', () => {
    // 37 intervals at 95 %: fewer than 29 hold the truth once in 10,000
    expect(tally.held / tally.of).toBeGreaterThanOrEqual(long ? 0.92 : 0.78);
  });
});

describe('a few events over years', () => {
  it('give a fit, not an error, though every kernel has died away between them', () => {
    const all = [
      ...[10, 290, 530, 1300, 8300].map((t) => [t, 2]),
      [9000, 0],
      [45_000, 0],
      ...Array.from({ length: 40 }, (_, i) => [45_300 + 8 * i + 3 * (i % 5), 1]),
    ].toSorted((a, b) => Number(a[0]) - Number(b[0]));
    const events: HawkesEvents = {
      times: Float64Array.from(all, ([t]) => Number(t)),
      types: Uint8Array.from(all, ([, type]) => Number(type)),
      horizonHours: 45_800,
      typeNames: ['private', 'public', 'press'],
    };
    const model = fitted(events, {
      beta: 'shared',
      rhythm: 'hour-weekday',
      startHourOfWeek,
      level: 0.95,
      bootstrap: { seed: 1, replicates: 20 },
    });
    expect(model.A.flat().every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(model.intervals.A.flat().every(({ low, high }) => low >= 0 && low <= high)).toBe(true);
  });
});
