import { wall } from '../rhythm.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** Parts of an instant on the clocks of Paris. */
export function local(at: number): { y: string; m: string; d: string; h: string; min: string; s: string } {
  const clock = wall(at);
  return {
    y: String(clock.getUTCFullYear()),
    m: two(clock.getUTCMonth() + 1),
    d: two(clock.getUTCDate()),
    h: two(clock.getUTCHours()),
    min: two(clock.getUTCMinutes()),
    s: two(clock.getUTCSeconds()),
  };
}
export const french = (at: number): string => {
  const { y, m, d, h, min } = local(at);
  return `${d}/${m}/${y} ${h}:${min}`;
};
export const iso = (at: number): string =>
  new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** A delimited table; cells are quoted where they need it. */
export function table(rows: readonly (readonly (string | number | undefined)[])[], mark: string): string {
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? '');
    return text.includes(mark) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(mark)).join('\n')}\n`;
}

/** A number that stands for an id, the same in every export. */
export function number(id: string, salt = ''): string {
  let hash = 7;
  for (const char of `${salt}${id}`) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return `${(hash % 900_000) + 100_000}${Number(id.replace(/\D/g, '') || 0) + 1000}`;
}

/** Values by key, keys in the order of their first value. */
export function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value),
      group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups];
}
