import { describe, expect, it } from 'vitest';
import { riseOf } from '../../../src/metrics/crisis/rise.js';

const rush = Array.from({ length: 40 }, (_, k) => 100 + k / 10);

describe('riseOf', () => {
  it('passes over two messages of the day before', () => {
    expect(riseOf([70, 85, ...rush])).toBe(100);
  });

  it('keeps a beginning that holds more than a tenth of the messages', () => {
    // 8 of 48 come one an hour before the rush
    const slow = Array.from({ length: 8 }, (_, k) => 92 + k);
    expect(riseOf([...slow, ...rush])).toBe(92);
  });

  it('is the first message of a few, and of an even stream', () => {
    expect(riseOf([3, 50, 51])).toBe(3);
    expect(riseOf([])).toBe(0);
    expect(riseOf(Array.from({ length: 30 }, (_, k) => 5 + k))).toBe(5);
  });
});
