import { expect, it } from 'vitest';
import { isHalf, otherHalf } from '../../../src/ingest/table/praise-blame.js';

const header = ['Titre', 'Points forts', 'Points faibles', 'Note'];
const table = {
  delimiter: ';',
  headerRow: 1,
  header,
  names: header.map((name) => name.toLowerCase()),
  preamble: [],
  rows: [['Soir', 'un accueil chaleureux', 'une salle bruyante', '7']],
};

it('finds the other half of a review where its text is one', () => {
  expect(isHalf('commentaire negatif')).toBe(true);
  expect(isHalf('commentaire')).toBe(false);
  expect(otherHalf(table, { title: 0, text: 2 })).toEqual([1]);
  expect(otherHalf(table, { text: 0 })).toEqual([]);
});
