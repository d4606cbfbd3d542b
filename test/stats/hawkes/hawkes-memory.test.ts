import { describe, expect, it } from 'vitest';
import { BinnedMemory, withBins, withinBin } from '../../../src/stats/hawkes/hawkes-bins.js';
import { countsOf, exposure, memoryAt, timesOf } from '../../../src/stats/hawkes/hawkes-memory.js';
import type { EventSequence } from '../../../src/stats/hawkes/hawkes-model.js';
import { cannotFit } from '../../../src/stats/hawkes/hawkes-refusal.js';
import { exposureIn } from '../../../src/stats/hawkes/kernel-columns.js';
import { memories, scaled } from '../../../src/stats/hawkes/marked-memory.js';

const LN2 = Math.log(2);
const events = (
  list: readonly (readonly [time: number, type: number])[],
  horizon = 10,
  K = 2,
): EventSequence => ({
  times: Float64Array.from(list, ([time]) => time),
  types: Uint8Array.from(list, ([, type]) => type),
  count: list.length,
  K,
  horizon,
});

describe('memory of events', () => {
  const list = events([
    [0, 0],
    [1, 1],
    [1, 0],
    [2, 1],
  ]);
  it('halves at each half-life, and events of one instant do not see each other', () => {
    const at = (target: number, source: number): number[] => [
      ...memoryAt(list, target, source, LN2, new Float64Array(2)),
    ];
    expect(at(1, 0)).toEqual([0.5, 0.75]); // 2^−1; then 2^−2 + 2^−1
    expect(at(0, 0)).toEqual([0, 0.5]);
    expect(at(0, 1)).toEqual([0, 0]);
    expect(at(1, 1)).toEqual([0, 0.5]);
  });
  it('falls in the window by what is left of it', () => {
    // Type 1 at 1 and 2 of 3: 1 − ¼ and 1 − ½.
    expect(exposure({ ...list, horizon: 3 }, 1, LN2)).toBeCloseTo(1.25, 12);
    expect(countsOf(list)).toEqual([2, 2]);
    expect([...timesOf(list, 1)]).toEqual([1, 2]);
  });
  it('of marks sums all sources before, and those of the mark of the target', () => {
    const { all, same } = memories(
      { times: [0, 1], marks: [0, 1] },
      { times: [1, 2], marks: [0, 1] },
      2,
      LN2,
    );
    expect([...all]).toEqual([0.5, 0.75]);
    expect([...same]).toEqual([0.5, 0.5]);
    // Follow-ups of an event at 0 within [1, 2]: ½ − ¼; within what began before it: 1 − ½.
    expect(exposureIn([0], LN2, [{ from: 1, to: 2 }])).toBeCloseTo(0.25, 12);
    expect(exposureIn([0], LN2, [{ from: -1, to: 1 }])).toBeCloseTo(0.5, 12);
    expect(exposureIn([3], LN2, [{ from: 1, to: 2 }])).toBe(0);
    const column = (value: number) => ({ values: Float64Array.of(value), exposure: value });
    expect(scaled([column(1), column(10)], [2, 0.5])).toEqual({ values: Float64Array.of(7), exposure: 7 });
  });
});

describe('events known by their bins', () => {
  const bins = new Map([
    [0, { low: Float64Array.of(0, 1), high: Float64Array.of(1, 2), counts: Float64Array.of(2, 0) }],
  ]);
  const binned = withBins(
    events(
      [
        [0, 0],
        [0, 0],
        [1.5, 1],
      ],
      2,
    ),
    bins,
  );
  it('stand at even distances in their bin', () => {
    expect([...binned.times]).toEqual([0.25, 0.75, 1.5]);
    expect([...binned.types]).toEqual([0, 0, 1]);
  });
  it('are taken for their mean rate while a bin runs, then as spread over it', () => {
    const [read] = new BinnedMemory(binned, 1, 0).at(LN2);
    // Known at 1: 2 · (1 − ½)/ln 2, halved twice in half a unit: times 2^−½. Open since 1: the mean rate of 1 an hour over .5.
    const known = ((2 * 0.5) / LN2) * Math.SQRT1_2,
      open = (1 - Math.SQRT1_2) / LN2;
    expect(read).toBeCloseTo(known + open, 10);
  });
  it('set more off within a bin the longer it lasts, up to 1 / (1 − a)', () => {
    expect(withinBin(0, 1, 5)).toBe(1);
    expect(withinBin(0.5, 1, 1e6)).toBeCloseTo(2, 4);
    expect(withinBin(0.5, 1, 1)).toBeLessThan(withinBin(0.5, 1, 2));
  });
});

describe('why events cannot be fitted', () => {
  const names = ['private', 'public'];
  const why = (list: readonly (readonly [number, number])[], horizon?: number): string | undefined => {
    const told = cannotFit(events(list, horizon), names);
    return told && `${told.reason} ${/\(.*\)$/.exec(told.because)?.[0] ?? ''}`.trim();
  };
  const twelve = Array.from({ length: 12 }, (_, at) => [at / 2, at % 2] as const);
  it('is told, and nothing where they can', () => {
    expect(why([])).toBe('no-observations');
    expect(why(twelve, 0)).toBe('no-window');
    expect(why([[1, 0]])).toBe('no-events (public)');
    expect(
      why([
        [1, 0],
        [10, 1],
      ]),
    ).toBe('too-few (public)');
    expect(why(twelve.slice(0, 9))).toBe('too-few (9 < 10)');
    expect(why(twelve.map(([, type]) => [3, type] as const))).toBe('equal-times (12)');
    expect(why(twelve)).toBeUndefined();
  });
});
