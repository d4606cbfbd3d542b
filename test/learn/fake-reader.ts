import type { ExampleReader, Part } from '../../src/learn/example-reader.js';
import type { LabelledText } from '../../src/learn/head-plan.js';

type Pick = (row: never) => Part | undefined;

/** A reader of rows that a test gives by the name of the method, and of the set where it has one. */
export function fakeReader(rows: Readonly<Record<string, readonly unknown[]>>): ExampleReader {
  const from = (name: string, pick: Pick): LabelledText[] =>
    (rows[name] ?? []).flatMap((row) => {
      const part = pick(row as never);
      return part === undefined ? [] : [{ text: 'un texte', ...part }];
    });
  const reader = {
    read: (id: string, _task: string, pick: Pick) => from(id, pick),
    readCells: (id: string, _column: string, pick: Pick) => from(id, pick),
    readOwn: (file: string, pick: Pick) => from(file, pick),
    readCare: (pick: Pick) => from('care', pick),
    readRegisters: (pick: Pick) => from('registers', pick),
    readFeeds: (pick: Pick) => from('feeds', pick),
    readDrivers: (pick: Pick) => from('drivers', pick),
    readContributions: (pick: Pick) => from('comments', pick),
    readTerms: () => [],
  };
  return reader as unknown as ExampleReader;
}
