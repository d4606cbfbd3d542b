import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventHeap } from '../../src/simulate/event-heap.js';
import type { WorldEvent } from '../../src/simulate/world.js';

it('law: gives events in order of time, whatever the order they are put in', () => {
  const event = (at: number): WorldEvent => ({ at }) as WorldEvent;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), fc.nat(40), (times, split) => {
      const heap = new EventHeap(times.slice(0, split).map(event));
      const out: number[] = [];
      const first = heap.pop();
      if (first !== undefined) out.push(first.at);
      for (const at of times.slice(split)) heap.push(event(at));
      for (let next = heap.pop(); next !== undefined; next = heap.pop()) out.push(next.at);
      expect(out.toSorted((a, b) => a - b)).toEqual(times.toSorted((a, b) => a - b));
      expect(out.slice(1)).toEqual(out.slice(1).toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
