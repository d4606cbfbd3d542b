import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { shared } from '../shared.js';

export const referenceJson = <T>(name: string): T =>
  JSON.parse(readFileSync(shared(`reference/${name}`), 'utf8')) as T;

const clean = (line: string): string[] =>
  line
    .trim()
    .split(',')
    .map((cell) => cell.replaceAll('"', ''));

/** Rows of a reference CSV as records of strings, quotes removed. */
export function referenceRows(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(shared(`reference/${name}`), 'utf8')
    .trim()
    .split('\n');
  const names = clean(head);
  return lines.map((line) => Object.fromEntries(clean(line).map((cell, i) => [names[i] ?? '', cell])));
}

/** Equal within a relative tolerance (absolute near 0). */
export function expectClose(actual: number | undefined, expected: number, relative = 1e-6): void {
  expect(actual, `${actual} against ${expected}`).toBeDefined();
  expect(Math.abs((actual as number) - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), 1e-9),
  );
}

export function expectAllClose(
  actual: ArrayLike<number | undefined>,
  expected: readonly number[],
  relative = 1e-6,
): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expectClose(actual[i], value, relative);
  });
}
