import type { TaskRow } from '../sets/task-rows.js';

/** Folds by group when rows have groups (leave one scenario out), else ten by row number; the two conventions of spam sets in file order. */
export function foldsOf(rows: readonly TaskRow[]): {
  name: string;
  folds: { train: TaskRow[]; test: TaskRow[] }[];
} {
  const groups = [...new Set(rows.map(({ group }) => group))];
  if (groups.length > 1 && groups.length <= 60) {
    return {
      name: `leave one of ${groups.length} groups out`,
      folds: groups.map((group) => ({
        train: rows.filter((row) => row.group !== group),
        test: rows.filter((row) => row.group === group),
      })),
    };
  }
  const files = [...new Set(rows.map(({ file }) => file))];
  if (files.some((file) => /^SMSSpam/i.test(file))) {
    const cut = Math.round(rows.length * 0.3);
    return {
      name: 'first 30 % learnt, the rest judged, in file order',
      folds: [{ train: rows.slice(0, cut), test: rows.slice(cut) }],
    };
  }
  if (files.some((file) => /^Youtube\d/i.test(file))) {
    return {
      name: 'file by file, first 70 % learnt, the rest judged',
      folds: files.map((file) => {
        const own = rows.filter((row) => row.file === file),
          cut = Math.round(own.length * 0.7);
        return { train: own.slice(0, cut), test: own.slice(cut) };
      }),
    };
  }
  return {
    name: '10 folds by row number',
    folds: Array.from({ length: 10 }, (_, f) => ({
      train: rows.filter((_row, i) => i % 10 !== f),
      test: rows.filter((_row, i) => i % 10 === f),
    })),
  };
}
