import { expect, it } from 'vitest';
import { seededRandom } from '../../src/util/random.js';
import { checkLevel, checkNumbers, checkSameLength, checkSome, orderBy } from '../../src/stats/checks.js';

it('says which value is wrong, and what is expected', () => {
  expect(() => checkNumbers('durations', [1, Number.NaN])).toThrow(
    /durations: value NaN at index 1.*finite numbers/s,
  );
  expect(() => checkNumbers('durations', [1, -1], 0)).toThrow(/value -1 at index 1.*at least 0/s);
  expect(() => checkNumbers('durations', ['2'] as unknown as number[])).toThrow(/value 2 at index 0/);
  expect(() => checkNumbers('durations', [0, -5])).not.toThrow();
  expect(() => checkSameLength('times and types', [1], [])).toThrow(/1 and 0 values/);
  expect(() => checkSome('times', [])).toThrow(/times: no value/);
  for (const level of [0, 1, 95, Number.NaN])
    expect(() => checkLevel(level), String(level)).toThrow(/share between 0 and 1/);
  expect(() => checkLevel(0.95)).not.toThrow();
});

it('orders by a key, ties as they come', () => {
  const keys = [3, 1, 3, 0, 1];
  expect([...orderBy(5, (i) => keys[i] as number)]).toEqual([3, 1, 4, 0, 2]);
});

it('orders all finite numbers and the endless ones as a stable sort that compares', () => {
  const uniform = seededRandom(3);
  const scales = [0, -0, 1, -1, Infinity, -Infinity, 5e-324, -5e-324, Number.MAX_VALUE];
  for (const n of [0, 1, 2, 300, 5000]) {
    const keys = Float64Array.from({ length: n }, (_, i) =>
      i % 3 === 0 ? (scales[i % scales.length] as number) : Math.round((uniform() - 0.5) * 2000) / 8,
    );
    const byComparing = [...keys.keys()].toSorted((a, b) => {
      const [one, other] = [keys[a] as number, keys[b] as number];
      return one < other ? -1 : one > other ? 1 : a - b;
    });
    expect([...orderBy(n, (i) => keys[i] as number)]).toEqual(byComparing);
  }
});
