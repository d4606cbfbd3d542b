import { writeTable } from './exports/write-csv.js';

/** JSON with one line an item of each list, so that a change shows as a short diff. Numbers to six digits. */
export function truthJson(truth: object): string {
  const short = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? Number(item.toFixed(6)) : item));
  const lines = Object.entries(truth).map(
    ([key, value]) =>
      ` "${key}": ${Array.isArray(value) && value.length > 0 ? `[\n  ${value.map(short).join(',\n  ')}\n ]` : short(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Rows as a table whose columns are their keys. */
export const rowTable = <Name extends string>(
  rows: readonly Readonly<Record<Name, string | number | null | undefined>>[],
): string =>
  writeTable(
    [
      Object.keys(rows[0] ?? {}),
      ...rows.map((row) => Object.values<string | number | null | undefined>(row).map((cell) => cell ?? '')),
    ],
    { newline: '\n' },
  );
