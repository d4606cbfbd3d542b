import { vi } from 'vitest';

/** How often a work gives others their turn. */
export async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  const turns = vi.spyOn(globalThis, 'setImmediate');
  try {
    await work();
    return turns.mock.calls.length;
  } finally {
    turns.mockRestore();
  }
}
