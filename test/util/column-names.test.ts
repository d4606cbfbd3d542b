import { expect, it } from 'vitest';
import { tellColumns } from '../../src/util/column-names.js';

it('tells names, and of what is none the position', () => {
  expect(tellColumns(['Date de création', 'Note /5', 'Id client'])).toBe(
    'Date de création, Note /5, Id client',
  );
  for (const cell of [
    '',
    'zoe@exemple.fr',
    '03/04/2026',
    '0612345678',
    'un mot de plus que les six admis',
    'x'.repeat(41),
  ])
    expect(tellColumns([cell])).toBe('column 1');
  expect(tellColumns(Array.from({ length: 13 }, () => 'a'))).toMatch(/a, a, …$/);
});
