import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/simulate/draw.js';

const mean = (n: number, next: () => number): number =>
  Array.from({ length: n }, next).reduce((sum, value) => sum + value, 0) / n;

describe('draws', () => {
  it('have the means they promise', () => {
    const draw = createDraw(1);
    expect(mean(20_000, () => draw.exponential(0.25))).toBeCloseTo(4, 0);
    expect(mean(20_000, () => draw.poisson(2.5))).toBeCloseTo(2.5, 1);
    expect(mean(20_000, () => Number(draw.chance(0.3)))).toBeCloseTo(0.3, 1);
    expect(mean(20_000, () => Math.log(draw.logNormal(5, 0.8)))).toBeCloseTo(Math.log(5), 1);
    expect(mean(20_000, () => draw.between(2, 4))).toBeCloseTo(3, 1);
    expect(mean(20_000, () => Number(draw.weighted({ a: 1, b: 3 }) === 'b'))).toBeCloseTo(0.75, 1);
  });

  it('fork by name and seed only', () => {
    const used = createDraw(9);
    for (let i = 0; i < 100; i++) used.uniform();
    expect(used.fork('x').uniform()).toBe(createDraw(9).fork('x').uniform());
    expect(used.fork('x').uniform()).not.toBe(used.fork('y').uniform());
    expect(createDraw(9).fork('x').uniform()).not.toBe(createDraw(10).fork('x').uniform());
  });

  it('never draw an impossible event, and refuse an empty list', () => {
    expect(createDraw(1).exponential(0)).toBe(Infinity);
    expect(createDraw(1).poisson(0)).toBe(0);
    expect(() => createDraw(1).pick([])).toThrow(RangeError);
    expect(createDraw(3).digits(7)).toMatch(/^[1-9]\d{6}$/);
  });
});
