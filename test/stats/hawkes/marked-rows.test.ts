import { expect, it } from 'vitest';
import { MarkedRows } from '../../../src/stats/hawkes/marked-rows.js';

const events = { times: [1, 2, 3, 4, 5], marks: [1, 0, 1, 0, 1] };
const valueOf = (k: number): number => [10, 20, 30, 40, 50][k] as number;

it('keeps one row a target, in order of time, while they are few', () => {
  const rows = new MarkedRows(events, 2);
  expect([rows.n, rows.weights]).toEqual([5, undefined]);
  expect([...rows.meansOf(valueOf, [0, 1])]).toEqual([10, 20, 30, 40, 50]);
  expect([...rows.meansOf(valueOf, [0])]).toEqual([0, 20, 0, 40, 0]);
});

it('takes neighbours of one mark together where they are many', () => {
  // in the order of marks: 20, 40 | 10, 30 | 50
  const rows = new MarkedRows(events, 2, 3);
  expect([rows.n, [...(rows.weights ?? [])]]).toEqual([3, [2, 2, 1]]);
  expect([...rows.meansOf(valueOf, [0, 1])]).toEqual([30, 20, 50]);
  expect([...rows.meansOf(valueOf, [1])]).toEqual([0, 20, 50]);
});
