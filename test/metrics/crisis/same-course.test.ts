import { describe, expect, it } from 'vitest';
import { comeTogether, sameCourse } from '../../../src/metrics/crisis/same-course.js';

/** Instants of a storm that falls by half every ten hours, from an hour on. */
const storm = (n: number, from: number): number[] =>
  Array.from({ length: n }, (_, k) => from - 10 * Math.log2(1 - (k + 0.5) / n));

describe('sameCourse', () => {
  it('tells storms of six hours apart, and none from another of its size or a tenth of it', () => {
    expect(sameCourse(storm(60, 0), storm(60, 6))).toBe(false);
    expect(sameCourse(storm(60, 0), storm(60, 0))).toBe(true);
    expect(sameCourse(storm(160, 0), storm(16, 0))).toBe(true);
  });

  it('does not look beyond the end of the one that ends first', () => {
    const usual = Array.from({ length: 20 }, (_, k) => 70 + 10 * k);
    expect(sameCourse(storm(60, 0), [...storm(60, 0), ...usual])).toBe(true);
  });

  it('takes few instants of two hours for one course, and what does not meet for two', () => {
    expect(sameCourse(storm(5, 0), storm(5, 3))).toBe(true);
    expect(sameCourse([1, 2, 3], [4, 5, 6])).toBe(false);
    expect(sameCourse([], [1])).toBe(false);
  });

  it('takes what comes for its most part after the end of the other for a course of its own, however little was said before', () => {
    expect(sameCourse(storm(60, 0), [...storm(3, 0), ...storm(60, 72)])).toBe(false);
    expect(sameCourse([...storm(57, 0), 80], storm(160, 72))).toBe(false);
  });
});

describe('comeTogether', () => {
  it('tells what begins hours before the other, where the whole course does not', () => {
    expect([sameCourse(storm(40, 0), storm(40, 6)), comeTogether(storm(40, 0), storm(40, 6))]).toEqual([
      true,
      false,
    ]);
    expect(comeTogether(storm(40, 0), storm(40, 0))).toBe(true);
  });

  it('does not look beyond the end of the one that ends first', () => {
    const usual = Array.from({ length: 20 }, (_, k) => 70 + 10 * k);
    expect(comeTogether(storm(60, 0), [...storm(60, 0), ...usual])).toBe(true);
  });
});
