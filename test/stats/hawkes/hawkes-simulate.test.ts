import { describe, expect, it } from 'vitest';
import {
  branchingRadius,
  hawkesGoodnessOfFit,
  hawkesLogLikelihood,
  simulateHawkes,
  totalEffect,
} from '../../../src/stats/index.js';
import { expectAllClose, expectClose } from '../reference.js';

describe('simulateHawkes', () => {
  const truth = {
    mu: [0.5, 0.2],
    A: [
      [0.1, 0.05],
      [0.3, 0.4],
    ],
    beta: [
      [0.3, 0.5],
      [0.2, 1],
    ],
  };
  const typeNames = ['private', 'public'];

  it('has the mean rate (I − A)⁻¹ μ and passes its own time-rescaling test', () => {
    const { events, parents } = simulateHawkes(truth, { horizonHours: 20_000, seed: 4, typeNames });
    // (I − A)⁻¹ of [[.9, −.05], [−.3, .6]]: determinant .525.
    const rates = [(0.6 * 0.5 + 0.05 * 0.2) / 0.525, (0.3 * 0.5 + 0.9 * 0.2) / 0.525];
    const seen = [0, 1].map((type) => events.types.filter((t) => t === type).length / 20_000);
    expectAllClose(seen, rates, 0.05);
    for (const test of hawkesGoodnessOfFit(events, truth)) expect(test.p).toBeGreaterThan(0.001);
    parents.forEach((parent, k) => {
      if (parent >= 0) expect(events.times[parent]).toBeLessThanOrEqual(events.times[k] ?? 0);
    });
    const wrong = hawkesGoodnessOfFit(events, {
      mu: rates,
      A: [
        [0, 0],
        [0, 0],
      ],
      beta: 1,
    });
    expect(wrong[1]?.p).toBeLessThan(1e-6);
  });

  it('is the same for the same seed and differs for another', () => {
    const run = (seed: number) => [
      ...simulateHawkes(truth, { horizonHours: 100, seed, typeNames }).events.times,
    ];
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('follows the weekly profile', () => {
    const factors = Array.from({ length: 168 }, (_, h) => (h % 24 < 12 ? 0 : 2));
    const { events } = simulateHawkes(
      { mu: [1], A: [[0]], beta: 1, profile: { factors: [factors], startHourOfWeek: 6 } },
      { horizonHours: 1680, seed: 2, typeNames: ['public'] },
    );
    expect(events.times.every((t) => (t + 6) % 24 >= 12)).toBe(true);
    expectClose(events.times.length, 1680, 0.1);
  });

  it('stops an explosion, and refuses parameters of the wrong shape', () => {
    const one = { horizonHours: 1000, seed: 1, typeNames: ['public'], maxEvents: 10_000 };
    expect(() => simulateHawkes({ mu: [1], A: [[1.5]], beta: 1 }, one)).toThrow(
      /more than 10000 events: lower A/,
    );
    expect(() => simulateHawkes(truth, one)).toThrow(/parameters of 2 types for 1/);
    expect(() => simulateHawkes({ mu: [-1], A: [[0]], beta: 1 }, one)).toThrow(/negative or missing mu or A/);
    expect(() =>
      simulateHawkes({ mu: [1], A: [[0]], beta: 1, profile: { factors: [[1]], startHourOfWeek: 0 } }, one),
    ).toThrow(/168 hourly factors/);
  });
});

describe('the matrix', () => {
  it('has a total effect that is the sum of its powers, and none when it does not come to rest', () => {
    const A = [
      [0.1, 0.2],
      [0.3, 0.1],
    ];
    const multiply = (x: number[][], y: number[][]) =>
      x.map((row) =>
        (y[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (y[k]?.[j] ?? 0), 0)),
      );
    let power = A,
      sum = A;
    for (let n = 0; n < 60; n++) {
      power = multiply(power, A);
      sum = sum.map((row, i) => row.map((value, j) => value + (power[i]?.[j] ?? 0)));
    }
    expectAllClose((totalEffect(A) ?? []).flat(), sum.flat(), 1e-10);
    expect(totalEffect([[1]])).toBeUndefined();
    expectClose(
      branchingRadius([
        [0, 1],
        [1, 0],
      ]),
      1,
      1e-12,
    );
  });

  it('does not let events of one time excite each other, in whatever order', () => {
    const parameters = {
        mu: [0.5, 0.2],
        A: [
          [0.1, 0.2],
          [0.3, 0.1],
        ],
        beta: 0.5,
      },
      typeNames = ['a', 'b'];
    const forth = hawkesLogLikelihood(
      { times: [1, 2, 2, 3], types: [0, 0, 1, 1], typeNames, horizonHours: 4 },
      parameters,
    );
    const back = hawkesLogLikelihood(
      { times: [1, 2, 2, 3], types: [0, 1, 0, 1], typeNames, horizonHours: 4 },
      parameters,
    );
    expectClose(forth, back, 1e-14);
  });
});
