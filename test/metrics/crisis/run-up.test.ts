import { describe, expect, it } from 'vitest';
import { runUp } from '../../../src/metrics/crisis/run-up.js';

const DAY = 86_400_000;
const START = 100 * DAY;
/** Cases opened so many days before the start, in the order of time. */
const before = (...days: readonly number[]) =>
  days.map((day) => ({ caseId: `d${day}`, at: START - day * DAY, answeredAt: null }));

describe('private cases before a crisis', () => {
  it.each([
    ['none', [], null, 0],
    ['each within three days of the next: 5, 3, 1', [5, 3, 1], 'd5', 3],
    ['a gap of four days ends it: 9 is another story', [9, 5, 3], 'd5', 2],
    ['a gap of three days does not', [8, 5, 3], 'd8', 3],
    ['the last one may be six days back, no more', [6], 'd6', 1],
    ['the last one is seven days back', [7], null, 0],
    ['cases after the start are none of it', [1, -1], 'd1', 1],
    ['six weeks back at most', [44, 42, 40, 37, 34, 31, 28, 25, 22, 19, 16, 13, 10, 7, 4], 'd42', 14],
  ] as const)('%s', (_, days, first, count) => {
    const found = runUp(before(...days), START);
    expect([found.first?.caseId ?? null, found.count]).toEqual([first, count]);
  });

  it('are more than usual where those before leave not as many to be expected', () => {
    const since = START - 90 * DAY;
    const ordinary = Array.from({ length: 26 }, (_, at) => 88 - 3 * at).filter((day) => day > 12);
    const of = (days: readonly number[], from = since) => runUp(before(...days), START, from);
    // a case every three days: two more in five are what chance brings, eight are not
    const [few, many] = [of([...ordinary, 5, 2]), of([...ordinary, 5, 4, 4, 3, 3, 2, 1, 1])];
    expect([few.count, few.unusual, many.count, many.unusual]).toEqual([2, false, 8, true]);
    expect(few.usual).toBeCloseTo((5 * (ordinary.length + 0.5)) / 85, 10);
    // one alone is never
    expect(of([5]).unusual).toBe(false);
    // nothing is known of what is usual under a fortnight before the run-up
    expect([of([5, 2], START - 19 * DAY).usual, of([5, 2], START - 18.9 * DAY).usual]).toEqual([
      0.5 * (5 / 14),
      null,
    ]);
    expect(runUp(before(5, 2), START)).toMatchObject({ usual: null, unusual: null });
  });
});
