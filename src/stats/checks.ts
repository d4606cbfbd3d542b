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

/** Makes the bits of each number, as a whole one, stand in the order of the numbers: those below 0 run backwards. */
function orderedBits(numbers: Float64Array): void {
  const halves = new Uint32Array(numbers.buffer);
  for (let high = 1; high < halves.length; high += 2) {
    const bits = halves[high] as number;
    if (bits < 2 ** 31) halves[high] = bits + 2 ** 31;
    else {
      halves[high - 1] = ~(halves[high - 1] as number);
      halves[high] = ~bits;
    }
  }
}

/** Indices 0..n-1 sorted by key, ties in input order: byte by byte of the keys, as a sort that compares takes several times as long. */
export function orderBy(n: number, key: (i: number) => number): Uint32Array {
  const keys = new Float64Array(n),
    bytes = new Uint8Array(keys.buffer);
  let order = new Uint32Array(n),
    next = new Uint32Array(n),
    isOrdered = true;
  for (let i = 0; i < n; i++) {
    keys[i] = key(i) + 0; // −0 is 0
    order[i] = i;
    if (i > 0 && (keys[i - 1] as number) > (keys[i] as number)) isOrdered = false;
  }
  if (isOrdered) return order;
  orderedBits(keys);
  const places = new Uint32Array(256);
  for (let byte = 0; byte < 8; byte++) {
    places.fill(0);
    for (let place = byte; place < bytes.length; place += 8)
      places[bytes[place] as number] = (places[bytes[place] as number] as number) + 1;
    if (places[bytes[byte] as number] === n) continue;
    let before = 0;
    for (let value = 0; value < 256; value++) {
      const own = places[value] as number;
      places[value] = before;
      before += own;
    }
    for (let k = 0; k < n; k++) {
      const i = order[k] as number,
        value = bytes[8 * i + byte] as number,
        place = places[value] as number;
      next[place] = i;
      places[value] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}
