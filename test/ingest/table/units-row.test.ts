import { expect, it } from 'vitest';
import { isUnits } from '../../../src/ingest/table/units-row.js';

it.each([
  [['jj/mm/aaaa', 'texte', 'texte libre', '1 à 5']],
  [['(AAAA-MM-JJ)', '(texte)', '(sur 5)', '(en euros)']],
  [['YYYY-MM-DD hh:mm', 'string', '', '0-10']],
  [['', '', '', '€']],
  [['jj/mm/aaaa', '', '', '']],
  [['obligatoire', 'facultatif', '-', 'obligatoire']],
  [['', '', '1 à 5', 'kg']],
  [['date', 'varchar(200)', 'int', 'n/a']],
])('units: %j', (cells) => {
  expect(isUnits(cells)).toBe(true);
});

it.each([
  [['01/02/2026', 'Pain rassis', '1', '12']],
  [['', '', '5/5', '']],
  [['', '1 à 5', '', '']],
  [['', 'ha ha', '', '']],
  [['', 'Texte', '', '']],
  [['-', 'n/a', '-', '']],
  [['Zoé', 'texte trop long pour la boîte', '5', '']],
  [['', '', '', '']],
  [['jj/mm/aaaa', 'Le format de la date n’est pas bon', '', '']],
])('none: %j', (cells) => {
  expect(isUnits(cells)).toBe(false);
});
