import { expect, it } from 'vitest';
import { MergedDown } from '../../../src/ingest/table/merged-cells.js';

it('gives a short value to all rows of its cell, and a text to its own', () => {
  const merged = new MergedDown([
    [2, 0, 4],
    [2, 2, 3],
    [5, 1, 5000],
  ]);
  const rows: [number, string[]][] = [
    [1, ['Date', 'Magasin', 'Avis']],
    [2, ['2026-01-01', 'Brest', 'Un avis de plus de quarante lettres, d’une seule personne']],
    [3, ['', 'Lorient']],
    [4, []],
    [5, ['', 'Vannes', 'Très bien']],
    [6, ['2026-01-03', '', 'Bof']],
  ];
  for (const [row, cells] of rows) merged.fill(row, cells);
  expect(rows.slice(2).map(([, cells]) => cells)).toEqual([
    ['2026-01-01', 'Lorient'],
    [],
    ['', 'Vannes', 'Très bien'],
    ['2026-01-03', 'Vannes', 'Bof'],
  ]);
});
