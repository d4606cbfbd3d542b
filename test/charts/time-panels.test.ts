import { describe, expect, it } from 'vitest';
import { timePanels } from '../../src/charts/time-panels.js';

interface Panels {
  readonly vconcat: {
    readonly data: { readonly values: { readonly at: string; readonly end: string; readonly run: number }[] };
  }[];
}
const laidOut = (days: readonly string[], grain: 'week' | 'month'): [string, number][] => {
  const spec = timePanels(
    [{ title: 'T', colour: '#000000', points: days.map((at) => ({ at, value: 1, low: 0, high: 2 })) }],
    { width: 600, title: 'T', subtitle: 'S', grain, mark: 'band', format: 'd' },
  );
  return (
    (spec as object as Panels).vconcat[0]?.data.values.map(({ end, run }): [string, number] => [end, run]) ??
    []
  );
};

describe('timePanels', () => {
  it('breaks a line where a period has no data: absent is not a straight line', () => {
    expect(laidOut(['2026-03-02', '2026-03-09', '2026-03-23'], 'week')).toEqual([
      ['2026-03-08', 0],
      ['2026-03-15', 0],
      ['2026-03-29', 1],
    ]);
  });
  it('knows the lengths of months, over the end of a year too', () => {
    expect(laidOut(['2025-12-01', '2026-01-01', '2026-02-01', '2026-04-01'], 'month')).toEqual([
      ['2025-12-31', 0],
      ['2026-01-31', 0],
      ['2026-02-28', 0],
      ['2026-04-30', 1],
    ]);
  });
});
