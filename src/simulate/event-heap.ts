import type { WorldEvent } from './world.js';

/** Binary heap of events by time. */
export class EventHeap {
  private readonly items: WorldEvent[] = [];
  constructor(events: readonly WorldEvent[]) {
    for (const event of events) this.push(event);
  }

  push(event: WorldEvent): void {
    const items = this.items;
    let at = items.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as WorldEvent).at <= event.at) break;
      items[at] = items[parent] as WorldEvent;
      at = parent;
    }
    items[at] = event;
  }

  pop(): WorldEvent | undefined {
    const items = this.items,
      first = items[0],
      last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && (items[child + 1] as WorldEvent).at < (items[child] as WorldEvent).at)
        child++;
      if ((items[child] as WorldEvent).at >= last.at) break;
      items[at] = items[child] as WorldEvent;
      at = child;
    }
    items[at] = last;
    return first;
  }
}
