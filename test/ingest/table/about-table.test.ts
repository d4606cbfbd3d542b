import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { aboutTable } from '../../../src/ingest/table/about-table.js';

it('tells the row of a header and lists that no row holds', async () => {
  const table = await openBytes(
    Buffer.from('Export du 5 janvier\n\nDate;Auteur;Avis\n2026-01-05;Lou;Trop sucré\n'),
    'a.csv',
  );
  expect(aboutTable(table, { columns: { date: [0] } })).toEqual([{ note: 'header on row 3' }]);
  const post = {
    id: 'p1',
    message: 'La tomme est en rayon',
    reviews: [{ words: 'Trop sec' }],
    tags: [{ name: 'a' }],
  };
  const json = await openBytes(Buffer.from(JSON.stringify([post])), 'a.json');
  expect(aboutTable(json, { columns: { date: [0] } })).toEqual([
    {
      doubt: {
        reason: 'other',
        hint: 'lists inside its items are not read: reviews; save each as a file of its own',
      },
    },
  ]);
});
