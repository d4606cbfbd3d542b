import { describe, expect, it } from 'vitest';
import { subjectsOf } from '../../../src/metrics/crisis/movement-subjects.js';

const told = (counts: Readonly<Record<string, number>>): { drivers: string[] }[] =>
  Object.entries(counts).flatMap(([driver, n]) =>
    Array.from({ length: n }, () => ({ drivers: driver === 'none' ? [] : [driver] })),
  );

describe('subjectsOf', () => {
  it('begins with what stands out most of all that is said, not with what is always there', () => {
    const movement = told({ 'after-sales': 20, safety: 16, price: 3, none: 41 });
    expect(subjectsOf(movement)).toEqual(['after-sales', 'safety']);
    // 4 and .6 of 80 are expected of 100 and 15 of 2,000.
    const all = told({ 'after-sales': 100, safety: 15, price: 300, none: 1585 });
    expect(subjectsOf(movement, all)).toEqual(['safety', 'after-sales']);
  });

  it('takes the most frequent of three messages or more where none is said often', () => {
    expect(subjectsOf(told({ taste: 3, price: 1, none: 40 }))).toEqual(['taste']);
    expect(subjectsOf(told({ taste: 2, price: 1, none: 40 }))).toEqual([]);
  });
});
