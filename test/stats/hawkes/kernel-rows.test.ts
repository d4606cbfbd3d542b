import { expect, it } from 'vitest';
import { withBins } from '../../../src/stats/hawkes/hawkes-bins.js';
import { sequenceOf } from '../../../src/stats/hawkes/hawkes-model.js';
import { kernelRow, kernelsOf, type KernelRow } from '../../../src/stats/hawkes/kernel-rows.js';

const events = sequenceOf({ times: [0.5, 1.5], types: [0, 0], typeNames: ['a'], horizonHours: 2 });
const input = { events, halfLives: [1], startHourOfWeek: undefined, shocks: [], pairs: [] };

const evenly = (count: number): number[] => Array.from({ length: count }, (_, k) => (k * 1000) / count);

it('has one level where nothing says that it changes, then what an event remembers', () => {
  const { problem, first, places, form, events: n } = kernelRow(input, 0);
  expect([first, places, form, n]).toEqual([1, [[1]], { pieces: 0, parts: 0 }, 2]);
  expect([...(problem.columns[0] ?? [])]).toEqual([1, 1]);
  expect(problem.exposures[0]).toBe(2);
  expect(problem.columns[1]?.[1]).toBeCloseTo(Math.LN2 / 2, 12);
  expect(problem.exposures[1]).toBeCloseTo(2 - 2 ** -1.5 - 2 ** -0.5, 12);
});

it('lets the level bend where the events ask for it', () => {
  // none in the first ten weeks, one in six hours in the last ten
  const times = Array.from({ length: 280 }, (_, k) => 1680 + 6 * k);
  const late = sequenceOf({ times, types: times.map(() => 0), typeNames: ['a'], horizonHours: 3360 });
  const { form, baseline, fit } = kernelRow({ ...input, events: late, halfLives: [0.25] }, 0);
  expect(form.pieces).toBeGreaterThanOrEqual(4);
  const levelAt = (t: number): number =>
    baseline.reduce((sum, own, j) => sum + (fit.theta[j] ?? 0) * own(t), 0);
  expect(levelAt(800)).toBeLessThan(0.01);
  expect(levelAt(2600)).toBeCloseTo(1 / 6, 1);
});

it('has as many hours as the events can tell: none of a dozen articles', () => {
  const partsOf = (count: number): number => {
    const times = evenly(count);
    const one = { times, types: times.map(() => 0), typeNames: ['a'], horizonHours: 1000 };
    return kernelRow({ ...input, events: sequenceOf(one), startHourOfWeek: 0 }, 0).form.parts;
  };
  // ten events for each of six weekdays and of the parts but one: 60, 90, 130, 290
  expect([12, 60, 89, 90, 130, 289, 290].map(partsOf)).toEqual([0, 1, 2, 4, 8, 8, 24]);
});

it('learns a law of lags from ten events for each half-life on both sides, and takes them all for the same with fewer', () => {
  const of = (count: number): KernelRow => {
    const times = evenly(count);
    const one = sequenceOf({ times, types: times.map(() => 0), typeNames: ['a'], horizonHours: 1000 });
    return kernelRow({ ...input, halfLives: [1, 10], events: one }, 0);
  };
  expect([of(20).unlearnt, of(20).shapes]).toEqual([[false], [undefined]]);
  expect([of(19).unlearnt, of(19).shapes]).toEqual([[true], [[0.5, 0.5]]]);
});

it('leaves out the time of shocks, in which nothing is expected', () => {
  const { problem } = kernelRow({ ...input, shocks: [{ from: 1.75, to: 2 }] }, 0);
  expect(problem.exposures[0]).toBeCloseTo(1.75, 12);
});

it('expects nothing where the type is not watched, neither of exact times nor of bins', () => {
  const unseen = new Map([[0, [{ from: 1.75, to: 2 }]]]);
  const exact = kernelRow({ ...input, unseen }, 0).problem.exposures;
  expect(exact[0]).toBeCloseTo(1.75, 12);
  // of what follows the events at 0.5 and 1.5, 1 − 2⁻¹·²⁵ and 1 − 2⁻⁰·²⁵ comes by then
  expect(exact[1]).toBeCloseTo(2 - 2 ** -1.25 - 2 ** -0.25, 12);
  const bins = new Map([
    [1, { low: Float64Array.of(0), high: Float64Array.of(1.75), counts: Float64Array.of(1) }],
  ]);
  const both = withBins(
    sequenceOf({ times: [0.5, 1.5], types: [0, 0], typeNames: ['a', 'b'], horizonHours: 2 }),
    bins,
  );
  const { problem } = kernelRow({ ...input, events: both }, 1);
  expect(problem.exposures[0]).toBeCloseTo(1.75, 12);
  expect(problem.exposures[1]).toBeCloseTo(2 - 2 ** -1.25 - 2 ** -0.25, 12);
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
