import { describe, expect, it } from 'vitest';
import { watchedUntil } from '../../../src/metrics/funnel/observation-spans.js';

const DAY = 86_400_000;
const SPANS = [
  { first: 10, last: 19 },
  { first: 30, last: 39 },
];

describe('until when a stage is watched', () => {
  it.each([
    ['before the first day', 10 * DAY - 1, null],
    ['from the first instant to the last of the span', 10 * DAY, 20 * DAY - 1],
    ['on its last instant', 20 * DAY - 1, 20 * DAY - 1],
    ['between two spans', 25 * DAY, null],
    ['in the last span: to the end of the exports, within its day', 31 * DAY, 39.5 * DAY],
    ['after all', 40 * DAY, null],
  ])('%s', (_, at, expected) => {
    expect(watchedUntil(SPANS, 39.5 * DAY, at)).toBe(expected);
  });

  it('is the end of the last day where the end of the exports is not known', () => {
    expect(watchedUntil(SPANS, null, 31 * DAY)).toBe(40 * DAY - 1);
  });
});
