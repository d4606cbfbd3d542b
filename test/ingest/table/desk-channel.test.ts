import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

const channels = async (csv: string): Promise<readonly (string | undefined)[]> => {
  const { records } = await readWith(genericTable, await openBytes(Buffer.from(csv), 'a.csv'), {
    zone: 'UTC',
    dateOrder: 'dmy',
  });
  return records.map(({ channel, sentAt, authorContacts }) =>
    [channel, new Date(sentAt?.epochMs ?? 0).toISOString().slice(0, 16), authorContacts].join(' '),
  );
};

it('reads what is noted at the end of calls as calls, at their hour and by who rang', async () => {
  expect(
    await channels(`Date appel;Heure début;Durée (s);N° appelant;Agent;Qualification;Commentaire de fin d'appel
27/04/2026;11:42:33;90;+33618404945;Jo Le Gal;Réclamation;Cliente déçue : le bocal sentait le vinaigre
28/04/2026;09:07:08;97;+33617951089;Jo Le Gal;Réclamation;Client déçu : un noyau entier dans la confiture
`),
  ).toEqual(['phone 2026-04-27T11:42 +33618404945', 'phone 2026-04-28T09:07 +33617951089']);
});

it('reads conversations with visitors as chats', async () => {
  const [first] = await channels(`conversation_id,sent_at,sender_type,text
c1,2026-04-27T09:00:00Z,visitor,Le bocal sentait le vinaigre ce matin
c1,2026-04-27T09:05:00Z,agent,Pouvez-vous nous en envoyer une photo ?
c2,2026-04-28T09:00:00Z,visitor,Un noyau entier dans la confiture
c2,2026-04-28T09:05:00Z,agent,Nous vous présentons nos excuses
`);
  expect(first).toMatch(/^chat /);
});
