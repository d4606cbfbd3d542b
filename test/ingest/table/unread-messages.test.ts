import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { zendeskView } from '../../../src/ingest/formats/helpdesk-tables.js';
import { readTable } from '../read-table.js';

it('a view of one row a ticket has no message beside: a body, or the ticket again, is none', async () => {
  const read = (header: string, rows: readonly string[]): Promise<unknown> =>
    readTable(zendeskView, header, rows);
  const view = 'Id | Requester | Requester id | Subject | Status | Created at';
  const tickets = [
    '1 | Zoé | 8 | Tamis percé au lavage | open | 2026-03-01',
    '2 | Ugo | 9 | Passoire trop petite | open | 2026-03-02',
  ];
  await expect(read(view, tickets)).resolves.toBeDefined();
  await expect(
    read(
      `${view} | Message body`,
      tickets.map((row) => `${row} | Je vous écris pour la seconde fois`),
    ),
  ).rejects.toThrow('zendesk-view');
  const described = tickets.map((row) => `${row} | Voici ce qui m’arrive depuis lundi`);
  await expect(read(`${view} | Description`, described)).resolves.toBeDefined();
  await expect(read(`${view} | Description`, [...described, ...described])).rejects.toThrow('zendesk-view');
});

it('leaves to the generic table a list of titles that has a column of texts beside', async () => {
  const { records } = await readTable(
    genericTable,
    'id | publish_date | title | media_name | url | Texte du commentaire',
    ['1 | 2026-03-01 | Un essai de tamis | Le Tamis | https://tamis.example/1 | Il perce au premier lavage'],
  );
  expect(records.map(({ text }) => text)).toEqual(['Il perce au premier lavage']);
});
