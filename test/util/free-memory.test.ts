import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { freeMemory } from '../../src/util/free-memory.js';

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
