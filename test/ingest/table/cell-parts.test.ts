import { expect, it } from 'vitest';
import { PART_READERS } from '../../../src/ingest/table/cell-parts.js';

/** Who writes what and when, by the first reader that finds it. */
const parts = (cell: string): readonly unknown[] =>
  PART_READERS.map(({ read }) => read(cell))
    .find(({ length }) => length > 0)
    ?.map(({ who, text, when, hour, after }) => [who, text, when ?? hour ?? after]) ?? [];

it('finds the parts of lines with stamps, hours, seconds or roles', () => {
  expect(parts('[13/03/2026 10:11] Max : Bonjour\n[13/03/2026 10:12] Ana : Merci')).toEqual([
    ['Max', 'Bonjour', '13/03/2026 10:11'],
    ['Ana', 'Merci', '13/03/2026 10:12'],
  ]);
  expect(parts('(10:11:05) Visitor: Bonjour')).toEqual([['Visitor', 'Bonjour', '10:11:05']]);
  expect(parts('Chat Started: Friday\nAgent Max Obry\n( 1h 1m 5s ) Max: Bonjour')).toEqual([
    ['Max', 'Bonjour', 3665],
  ]);
  expect(parts('Client : Bonjour')).toEqual([['Client', 'Bonjour', undefined]]);
  expect(parts('Rien de tel : du texte')).toEqual([]);
});

it('finds the parts of lists in JSON, whoever is an object, and of iAdvize’s history', () => {
  expect(parts('[{"body":"Bonjour","user":{"name":"Max"},"created_at":"2026-03-13"}]')).toEqual([
    ['Max', 'Bonjour', '2026-03-13'],
  ]);
  const history = '[5,"2026-03-13 10:10:00","https://brel.example"],[2,"2026-03-13 10:11:00","Bonjour"]';
  expect(parts(`${history},[1,"2026-03-13 10:12:00","Merci"],[3,"2026-03-13 10:13:00","CLOSE"]`)).toEqual([
    ['visiteur', 'Bonjour', '2026-03-13 10:11:00'],
    ['agent', 'Merci', '2026-03-13 10:12:00'],
  ]);
  expect(['[{"body":', '[2,"2026-03-13 x', '[{"a":1}]'].map(parts)).toEqual([[], [], []]);
});
