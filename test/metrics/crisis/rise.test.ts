import { describe, expect, it } from 'vitest';
import { riseOf } from '../../../src/metrics/crisis/rise.js';

const rush = Array.from({ length: 40 }, (_, k) => 100 + k / 10);

describe('riseOf', () => {
  it('passes over messages of the day before, however many', () => {
    expect(riseOf([70, 85, ...rush], 0.01, 60)).toBe(100);
    const earlier = Array.from({ length: 9 }, (_, k) => 60 + 4 * k);
    expect(riseOf([...earlier, ...rush], 0.01, 50)).toBe(100);
  });

  it('begins with a message shortly before the rush where calm has few, and not where it has many', () => {
    expect(riseOf([99.5, ...rush], 0.01, 90)).toBe(99.5);
    const busy = Array.from({ length: 10 }, (_, k) => 90.3 + k);
    expect(riseOf([...busy, ...rush], 1, 90)).toBe(100);
  });

  it('keeps a beginning that is slower than the rush and much faster than the calm', () => {
    // eight of forty-eight, one each half hour before
    const slow = Array.from({ length: 8 }, (_, k) => 97 + 0.375 * k);
    expect(riseOf([...slow, ...rush], 0.01, 90)).toBe(97);
  });

  it('is the first message of a few, and of an even stream', () => {
    expect(riseOf([3, 50, 51], 1)).toBe(3);
    expect(riseOf([], 1)).toBe(0);
    expect(
      riseOf(
        Array.from({ length: 30 }, (_, k) => 5 + k),
        0.1,
      ),
    ).toBe(5);
  });
});
