import { describe, expect, it } from 'vitest';
import {
  integralsOf,
  levelColumns,
  rhythmColumns,
  spansWithout,
  type BaselineColumn,
  valuesAt,
} from '../../../src/stats/hawkes/kernel-baseline.js';

const WEEK = 168;

describe('spans', () => {
  it('are what is left of the window without others, which may overlap', () => {
    expect(spansWithout(10, [])).toEqual([{ from: 0, to: 10 }]);
    expect(
      spansWithout(10, [
        { from: 6, to: 20 },
        { from: 1, to: 4 },
        { from: 3, to: 5 },
      ]),
    ).toEqual([
      { from: 0, to: 1 },
      { from: 5, to: 6 },
    ]);
    expect(spansWithout(10, [{ from: -1, to: 12 }])).toEqual([]);
  });
  it('are integrated over by midpoints: exact for straight lines', () => {
    expect(integralsOf([(t) => t], [{ from: 0, to: 2 }])[0]).toBeCloseTo(2, 12);
    expect(
      integralsOf(
        [() => 3],
        [
          { from: 0, to: 1 },
          { from: 5, to: 5.1 },
        ],
      )[0],
    ).toBeCloseTo(3.3, 12);
  });
});

describe('levelColumns', () => {
  const columns = levelColumns((t) => 1 + (t % 24), 1000, 7),
    everywhere = columns.map((column) => (t: number) => column(t));
  it('are asked only where they are not 0, which changes no value and no integral', () => {
    const times = [0, 1000 / 7, 142.85714285, 500, 857.142857, 999.9, 1000];
    expect(valuesAt(columns, times)).toEqual(valuesAt(everywhere, times));
    const spans = [
      { from: 0, to: 300 },
      { from: 310.1, to: 1000 },
    ];
    expect(integralsOf(columns, spans)).toEqual(integralsOf(everywhere, spans));
    let asked = 0;
    const counted = columns.map((column) =>
      Object.assign((t: number) => (asked++, column(t)), {
        within: column.within as NonNullable<typeof column.within>,
      }),
    );
    valuesAt(counted, [500.5]);
    expect(asked).toBe(2);
  });
});

/** Each hour, and pieces of two weeks. */
function columnsOf(
  times: number[],
  weeks: number,
  start: number | undefined,
  byDay: boolean,
): BaselineColumn[] {
  const { hours, level } = rhythmColumns(times, weeks * WEEK, start, byDay, undefined, 24);
  return [...hours, ...levelColumns(level, weeks * WEEK, weeks / 2)];
}

describe('columns of a baseline', () => {
  it('without a clock are tents two weeks apart, that sum to one everywhere', () => {
    const columns = columnsOf([], 4, undefined, false);
    expect(columns).toHaveLength(3);
    for (const t of [0, 100, 336, 500, 672])
      expect(columns.reduce((sum, column) => sum + column(t), 0)).toBeCloseTo(1, 12);
    expect([columns[0]?.(0), columns[0]?.(168), columns[0]?.(336)]).toEqual([1, 0.5, 0]);
  });
  it('with a clock are its hours, then levels; by day its weekdays', () => {
    // Always at ten: the columns of other hours weigh less than it through the level.
    const times = Array.from({ length: 14 }, (_, day) => 24 * day + 10.5);
    const columns = columnsOf(times, 2, 0, false);
    expect(columns).toHaveLength(24 + 2);
    expect(columns[10]?.(10.5)).toBeGreaterThan(0);
    expect(columns[10]?.(11.5)).toBe(0);
    const level = columns[24]!;
    expect(level(10.5)).toBeGreaterThan(level(3.5));
    const days = columnsOf(times, 2, 24, true);
    expect(days).toHaveLength(7 + 2);
    // The window begins on a Tuesday.
    expect([days[1]?.(1), days[0]?.(1), days[2]?.(25)]).toEqual([1, 0, 1]);
  });
});
