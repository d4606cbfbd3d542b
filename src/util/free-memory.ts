import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of objects from which what a piece of work leaves behind is freed before the next. */
const MUCH = 400 * 2 ** 20;

let collect: (() => void) | undefined;
/** Bytes of objects that stayed when memory was freed last. */
let kept = 0;

/** Has V8 free what nothing holds any more, between two large pieces of work: of its own it waits until the heap has grown by as much again. */
export function freeMemory(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Frees what work left behind, where it is much and more than what stayed the last time. */
export function freeLeftovers(): void {
  const { heapUsed } = process.memoryUsage();
  kept = Math.min(kept, heapUsed);
  if (heapUsed < Math.max(MUCH, 1.25 * kept)) return;
  freeMemory();
  kept = process.memoryUsage().heapUsed;
}
