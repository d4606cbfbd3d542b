import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { freeLeftovers, freeMemory } from '../../src/util/free-memory.js';

describe('freeMemory', () => {
  it('frees what nothing holds any more, and nothing else', async () => {
    const held = Array.from({ length: 100_000 }, (_, at) => at);
    const kept = new WeakRef(held),
      lost = new WeakRef(Array.from({ length: 100_000 }, (_, at) => at));
    // what a task has read through a WeakRef, or made it of, lives until its end
    await setTimeout(0);
    freeMemory();
    expect(lost.deref()).toBeUndefined();
    expect(kept.deref()).toBe(held);
  });
});

describe('freeLeftovers', () => {
  it('frees much once, and again only where a quarter more is there', () => {
    const usage = vi.spyOn(process, 'memoryUsage');
    const collects = (megabytes: number): boolean => {
      usage.mockClear();
      usage.mockReturnValue({ ...process.memoryUsage(), heapUsed: megabytes * 2 ** 20 });
      usage.mockClear();
      freeLeftovers();
      // what stays is asked for after memory was freed alone
      return usage.mock.calls.length === 2;
    };
    try {
      expect([100, 100_000, 110_000, 130_000, 150_000].map(collects)).toEqual([
        false,
        true,
        false,
        true,
        false,
      ]);
    } finally {
      usage.mockRestore();
    }
  });
});
