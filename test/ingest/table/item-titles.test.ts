import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

const read = async (csv: string): ReturnType<typeof readWith> =>
  readWith(genericTable, await openBytes(Buffer.from(csv), 'a.csv'), { zone: 'UTC', dateOrder: 'dmy' });

const LIST = `Name,Client,Assignee,Assignee Email,Created At,Notes
Bocal fêlé à Brest,Ada Roux,Jo Le Gal,jo@marque.example,2026-03-04,Le bocal de miel est arrivé fêlé dans son carton
Goût de vinaigre (Vannes),Léon Petit,Jo Le Gal,jo@marque.example,2026-03-05,La confiture avait un goût de vinaigre
`;

it('takes the name of an item of work for its title, and no colleague’s address for the customer’s', async () => {
  const { records } = await read(LIST);
  expect(records.map(({ title, authorName, authorContacts }) => [title, authorName, authorContacts])).toEqual(
    [
      ['Bocal fêlé à Brest', 'Ada Roux', undefined],
      ['Goût de vinaigre (Vannes)', 'Léon Petit', undefined],
    ],
  );
});

it('leaves names of persons to who writes', async () => {
  const { records } = await read(
    LIST.replace('Client', 'Produit')
      .replace('Bocal fêlé à Brest', 'Ada Roux')
      .replace('Goût de vinaigre (Vannes)', 'Léon Petit'),
  );
  expect(records.map(({ authorName }) => authorName)).toEqual(['Ada Roux', 'Léon Petit']);
});

it('reads the name of a group between the items as no message', async () => {
  const { records, rejects } = await read(`${LIST}Terminés,,,,,\n`);
  expect(records).toHaveLength(2);
  expect(rejects.map(({ reason }) => reason)).toEqual(['not-a-message']);
});
