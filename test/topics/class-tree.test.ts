import { expect, it } from 'vitest';
import { chooseSubjects, holderOf } from '../../src/topics/class-tree.js';
import { sumUp } from '../../src/topics/stability.js';

// 0 ── 1 (40) ── 3 (20), 4 (20)
//   └─ 2 (60) ── 5 (30), 6 (30)
const classOf = (
  parent: number,
  kids?: [number, number],
): { texts: number[]; parent: number; kids?: [number, number] } => ({
  texts: [],
  parent,
  ...(kids ? { kids } : {}),
});
const tree = {
  classes: [
    classOf(-1, [1, 2]),
    classOf(0, [3, 4]),
    classOf(0, [5, 6]),
    classOf(1),
    classOf(1),
    classOf(2),
    classOf(2),
  ],
  splits: [0, 1, 2],
  leaves: [3, 4, 5, 6],
};
const sizes = sumUp(tree, [20, 20, 30, 30]);
const choose = (
  stability: readonly number[] | undefined,
  most = 4,
  loose: readonly number[] = [],
): readonly number[] =>
  [...chooseSubjects({ tree, sizes }, { most, stability, least: 0.5, loose: new Set(loose) })].toSorted(
    (a, b) => a - b,
  );

it('sums leaves up', () => {
  expect(sizes).toEqual([100, 40, 60, 20, 20, 30, 30]);
});
it('takes the finest stable classes: 20 × log₂ 5 × .4 each', () => {
  expect(choose([1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])).toEqual([3, 4, 5, 6]);
});
it('leaves out what is not stable, and classes over a third of the texts', () => {
  expect(choose([1, 0.9, 0.9, 0.9, 0.4, 0.3, 0.9])).toEqual([3, 6]);
  expect(choose([1, 0.9, 0.9, 0.2, 0.4, 0.3, 0.1])).toEqual([]);
});
it('takes no class about several things: what is in it may stand for itself', () => {
  expect(choose([1, 0.9, 0.9, 0.9, 0.4, 0.9, 0.3], 4, [3])).toEqual([5]);
  expect(choose([1, 0.9, 0.9, 0.9, 0.9, 0.6, 0.6], 4, [5])).toEqual([3, 4, 6]);
});
it('takes at most so many: those that tell the most', () => {
  // 30 × log₂(100 / 30) = 52.1 bits, 20 × log₂ 5 = 46.4
  expect(choose([1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 2)).toEqual([5, 6]);
});
it('takes the first splits where nothing is known of stability', () => {
  expect(choose(undefined, 2)).toEqual([1, 2]);
});
it('tells which chosen class holds a leaf', () => {
  expect(holderOf(tree, [1, 6])).toEqual([0, 0, -1, 1]);
});
