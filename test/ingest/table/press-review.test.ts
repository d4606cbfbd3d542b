import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { guessColumns } from '../../../src/ingest/table/guess-columns.js';
import { isPressReview } from '../../../src/ingest/table/press-review.js';

const isReview = async (csv: string): Promise<boolean> => {
  const { table } = await openBytes(Buffer.from(csv), 'a.csv');
  return table !== undefined && isPressReview(table, guessColumns(table) ?? {});
};

it('reads titles that newspapers published as a press review', async () => {
  expect(
    await isReview(`Date de parution;Journal;Titre de l'article;Lien;Tirage
27/04/2026;Le Courrier du Val;La laiterie agrandit son atelier de yaourts;https://val.example/1;12000
28/04/2026;L'Écho des Plaines;Des bocaux rappelés dans trois départements;https://plaines.example/2;9000
`),
  ).toBe(true);
});

it('reads reviews and posts of networks as none', async () => {
  expect(
    await isReview(`Date;Média;Titre;Lien;Note
27/04/2026;Google;Très déçue de la boulangerie;https://a.example/1;2
28/04/2026;Facebook;Accueil charmant et pain excellent;https://a.example/2;5
`),
  ).toBe(false);
});
