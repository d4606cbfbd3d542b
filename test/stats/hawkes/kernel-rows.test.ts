import { expect, it } from 'vitest';
import { sequenceOf } from '../../../src/stats/hawkes/hawkes-model.js';
import { kernelRow, kernelsOf, type KernelRow } from '../../../src/stats/hawkes/kernel-rows.js';

const events = sequenceOf({ times: [0, 1], types: [0, 0], typeNames: ['a'], horizonHours: 2 });
const input = { events, halfLives: [1], startHourOfWeek: undefined, shocks: [], pairs: [] };

it('has the levels at both ends of the window, then what an event remembers', () => {
  const { problem, first, places, events: n } = kernelRow(input, 0);
  expect([first, places, n]).toEqual([2, [[2]], 2]);
  // Straight lines between the ends: 1 and ½ at the events, half of two hours each.
  expect(problem.columns.slice(0, 2).map((column) => [...column])).toEqual([
    [1, 0.5],
    [0, 0.5],
  ]);
  expect(problem.exposures.slice(0, 2)).toEqual([1, 1]);
  expect(problem.columns[2]?.[1]).toBeCloseTo(Math.LN2 / 2, 12);
  expect(problem.exposures[2]).toBeCloseTo(1.25, 12);
});

it('leaves out the time of shocks, in which nothing is expected', () => {
  const { problem } = kernelRow({ ...input, shocks: [{ from: 1.5, to: 2 }] }, 0);
  expect((problem.exposures[0] ?? 0) + (problem.exposures[1] ?? 0)).toBeCloseTo(1.5, 12);
});

it('effects of known and of unknown origin add up by half-life; by the law of lags one effect is shared out', () => {
  const row = {
    fit: { theta: new Float64Array([1, 0.1, 0.2, 0.3, 0.4]), logLik: 0, converged: true },
    halfLives: [1, 24],
    places: [[1, 2, 3, 4]],
    shapes: [undefined],
  } as unknown as KernelRow;
  expect(kernelsOf(row, 0)).toEqual([0.1 + 0.3, 0.2 + 0.4]);
  expect(kernelsOf({ ...row, places: [[2]], shapes: [[0.25, 0.75]] }, 0)).toEqual([0.25 * 0.2, 0.75 * 0.2]);
});
