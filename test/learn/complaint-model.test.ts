import { describe, expect, it } from 'vitest';
import { COMPLAINT_SIGNS } from '../../src/enrich/care/complaint-signs.js';
import { fitSigns, learnSigns, leastMargin, PRECISION } from '../../src/learn/complaint-model.js';

/** Texts of which the first sign, 0 or 1, is wrong about each tenth. */
const rows = Array.from({ length: 200 }, (_, n) => {
  const sign = n % 2;
  return {
    text: `texte ${n}`,
    signs: COMPLAINT_SIGNS.map((_sign, i) => (i === 0 ? sign : 0)),
    complains: n % 20 < 2 ? sign === 0 : sign === 1,
    counts: true,
  };
});

describe('leastMargin', () => {
  it('is the lowest from which so many of the told are complaints', () => {
    // told by falling margin: right 1/1, 1/2, 2/3, 3/4, 3/5
    const complains = [true, false, true, true, false];
    expect(leastMargin([5, 4, 3, 2, 1], complains, 0.75)).toBe(2);
    expect(leastMargin([5, 4, 3, 2, 1], complains, 0.8)).toBe(5);
    expect(leastMargin([1], [false], 0.5)).toBe(Infinity);
  });
});

it('fits the odds of both values of a sign, drawn together by the ridge', () => {
  const { weights, bias } = fitSigns(rows);
  const p = (sign: number): number => 1 / (1 + Math.exp(-(bias + sign * (weights[0] as number))));
  expect(p(1)).toBeGreaterThan(0.8);
  expect(p(1)).toBeLessThan(0.9);
  expect(p(0)).toBeCloseTo(1 - p(1), 1);
  expect(weights.slice(1).every((weight) => weight === 0)).toBe(true);
});

it('tells from .5 on with the precision asked for, on held-out rows of the kind that counts', () => {
  const many = Array.from({ length: 400 }, (_, n) => {
    const sign = (n * 0.618034) % 1;
    return {
      text: `texte ${n}`,
      signs: COMPLAINT_SIGNS.map((_sign, i) => (i === 0 ? sign : 0)),
      complains: n % 10 === 0 ? sign < 0.5 : sign > 0.5,
      counts: true,
    };
  });
  const right = (heldOut: ReadonlyMap<string, number>): [precision: number, told: number] => {
    const told = many.filter(({ text }) => (heldOut.get(text) as number) >= 0.5);
    return [told.filter(({ complains }) => complains).length / told.length, told.length];
  };
  const { heldOut, model } = learnSigns(many);
  expect(model.weights).toHaveLength(COMPLAINT_SIGNS.length);
  expect(right(heldOut)[0]).toBeGreaterThanOrEqual(PRECISION);
  expect(right(heldOut)[1]).toBeGreaterThan(180);
  const others = many.map((row) => ({
    ...row,
    text: `${row.text} ailleurs`,
    complains: true,
    counts: false,
  }));
  expect(right(learnSigns([...many, ...others]).heldOut)[0]).toBeGreaterThanOrEqual(PRECISION);
});
