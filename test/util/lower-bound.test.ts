import { expect, it } from 'vitest';
import { lowerBound, partitionPoint, placeAmong } from '../../src/util/lower-bound.js';

it('counts the values that are smaller', () => {
  const times = Float64Array.of(1, 2, 2, 5);
  expect([0, 1, 2, 3, 5, 6].map((time) => lowerBound(times, time))).toEqual([0, 0, 1, 3, 3, 4]);
  expect(lowerBound([], 1)).toBe(0);
});

it('counts those of which something holds, all, some or none', () => {
  expect([4, 2, 0].map((end) => partitionPoint(4, (at) => at < end))).toEqual([4, 2, 0]);
});

it('finds a number among others, first and last too, and says where it is none of them', () => {
  const hashes = Int32Array.of(-(2 ** 31), -7, 2, 2 ** 31 - 1);
  expect([...hashes].map((one) => placeAmong(hashes, one))).toEqual([0, 1, 2, 3]);
  expect([-8, 0, 3].map((one) => placeAmong(hashes, one))).toEqual([-1, -1, -1]);
  expect(placeAmong(new Int32Array(0), 1)).toBe(-1);
});
