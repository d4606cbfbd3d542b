import { expect, it, vi } from 'vitest';
import { othersTurn } from '../../src/util/turn.js';

it('lets a timer run that is due, as a promise alone does not', async () => {
  const timer = vi.fn<() => void>();
  setTimeout(timer, 0);
  const until = performance.now() + 5;
  while (performance.now() < until) await Promise.resolve();
  expect(timer).not.toHaveBeenCalled();
  while (performance.now() < until + 10_000 && timer.mock.calls.length === 0) await othersTurn();
  expect(timer).toHaveBeenCalledOnce();
});
