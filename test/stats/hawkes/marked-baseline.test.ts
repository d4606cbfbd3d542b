import { expect, it } from 'vitest';
import { MarkedBaseline } from '../../../src/stats/hawkes/marked-baseline.js';
import { MarkedSpans } from '../../../src/stats/hawkes/marked-spans.js';

/** Twenty targets of mark 0, three of mark 1, two of mark 2, in twelve weeks, of which mark 0 is not watched in the last. */
const horizonHours = 12 * 168;
const targets = {
  times: Array.from({ length: 25 }, (_, k) => 60 * k + 1),
  marks: Array.from({ length: 25 }, (_, k) => (k < 20 ? 0 : k < 23 ? 1 : 2)),
};
const spans = new MarkedSpans(horizonHours, 3, [{ mark: 0, from: 11 * 168, to: horizonHours }]);
const baseline = new MarkedBaseline({
  targets,
  spans,
  share: [0.8, 0.12, 0.08],
  horizonHours,
  startHourOfWeek: undefined,
});

it('gives each frequent mark a level, the rare ones one, each expected where it is watched', () => {
  const levels = baseline.levels({ all: 0, each: 0 });
  expect(levels).toHaveLength(2);
  expect(levels[0]?.exposure).toBeCloseTo(11 * 168, 6);
  expect(levels[1]?.exposure).toBeCloseTo(12 * 168, 6);
  // of the rare, mark 1 is three fifths
  expect([...(levels[1]?.values ?? [])].slice(19)).toEqual(
    [0, 0.6, 0.6, 0.6, 0.4, 0.4].map((part) => expect.closeTo(part, 12)),
  );
});

it('lets the level bend for all marks alike, by two weeks at most, or for each by four', () => {
  expect(baseline.forms()).toEqual([
    ...[0, 1, 2, 4, 6].map((all) => ({ all, each: 0 })),
    { all: 0, each: 3 },
  ]);
  expect(baseline.forms().map((form) => baseline.bends(form))).toEqual([0, 1, 2, 4, 6, 6]);
  expect(baseline.levels({ all: 2, each: 0 })).toHaveLength(2 + 3);
  expect(baseline.levels({ all: 0, each: 3 })).toHaveLength(2 * 4);
});
