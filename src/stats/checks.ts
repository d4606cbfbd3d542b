import { valueInWords } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';

/** Numbers as callers hold them: a plain or a typed array. */
export type Numbers = ArrayLike<number>;

export function checkLevel(level: number): void {
  if (!(typeof level === 'number' && level > 0 && level < 1))
    throw new DeversoirError('option-invalid', `level ${valueInWords(level)}`, {
      hint: 'use a share between 0 and 1, such as 0.95',
    });
}

export function checkSameLength(what: string, first: ArrayLike<unknown>, other: ArrayLike<unknown>): void {
  if (first.length !== other.length) {
    throw new DeversoirError('data-invalid', `${what}: ${first.length} and ${other.length} values`, {
      hint: 'give arrays of one length',
    });
  }
}

/** A plain or a typed array, for callers that no compiler watches. */
export function checkList(what: string, values: unknown): void {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values))
    throw new DeversoirError('data-invalid', `${what}: ${valueInWords(values)}`, { hint: 'give an array' });
}

/** Every value finite, and at least `min` when given. */
export function checkNumbers(what: string, values: Numbers, min = -Infinity): void {
  checkList(what, values);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < min) {
      throw new DeversoirError('data-invalid', `${what}: value ${String(value)} at index ${i}`, {
        hint: min === -Infinity ? 'give finite numbers' : `give finite numbers of at least ${min}`,
      });
    }
  }
}

/** Whether each subject had the event: truth values, or numbers of which 0 is no event. */
export function checkEvents(values: ArrayLike<unknown>): void {
  checkList('eventObserved', values);
  for (let i = 0; i < values.length; i++) {
    const seen = values[i];
    if (typeof seen !== 'boolean' && !(typeof seen === 'number' && seen >= 0))
      throw new DeversoirError('data-invalid', `eventObserved: ${valueInWords(seen)} at index ${i}`, {
        hint: 'give true or false, 1 or 0',
      });
  }
}

export function checkSome(what: string, values: ArrayLike<unknown>): void {
  if (values.length === 0)
    throw new DeversoirError('data-invalid', `${what}: no value`, { hint: 'give at least one' });
}

/** Element i, for indices the caller knows to be in range; not in hot loops: shared by all kinds of arrays, it reads each of them slowly. */
export const at = (values: Numbers, i: number): number => values[i] as number;

/** Indices 0..n-1 sorted by key, ties in input order: a merge sort, as a comparing `sort` takes several times as long. */
export function orderBy(n: number, key: (i: number) => number): Uint32Array {
  const keys = new Float64Array(n);
  let order = new Uint32Array(n),
    merged = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    keys[i] = key(i);
    order[i] = i;
  }
  for (let width = 1; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      const middle = Math.min(from + width, n),
        to = Math.min(from + 2 * width, n);
      let left = from,
        right = middle;
      for (let place = from; place < to; place++) {
        const isLeft =
          left < middle &&
          (right >= to ||
            (keys[order[left] as number] as number) <= (keys[order[right] as number] as number));
        merged[place] = order[isLeft ? left++ : right++] as number;
      }
    }
    [order, merged] = [merged, order];
  }
  return order;
}
