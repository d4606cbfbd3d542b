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

it('reads the way of a message in a column of kinds, or before an address', async () => {
  expect(
    await channels(`conversation_id,sent_at,direction,message type,text
c1,2026-04-27T09:00:00Z,inbound,Facebook Private Message,Le bocal sentait le vinaigre ce matin
c1,2026-04-27T09:05:00Z,outbound,Facebook Private Message,Pouvez-vous nous en envoyer une photo ?
c2,2026-04-28T09:00:00Z,inbound,E-mail,Un noyau entier dans la confiture
c2,2026-04-28T09:05:00Z,outbound,Note,Nous vous présentons nos excuses
`),
  ).toEqual([
    'facebook-dm 2026-04-27T09:00 ',
    'facebook-dm 2026-04-27T09:05 ',
    'email 2026-04-28T09:00 ',
    'ticket 2026-04-28T09:05 ',
  ]);
  const [first] = await channels(`sid,from,to,sent at,direction,body
s1,whatsapp:+33616155330,whatsapp:+33756000000,2026-04-27T09:00:00Z,inbound,Le bocal sentait le vinaigre ce matin
s2,whatsapp:+33756000000,whatsapp:+33616155330,2026-04-27T09:05:00Z,outbound,Pouvez-vous nous en envoyer une photo ?
`);
  expect(first).toMatch(/^whatsapp-dm /);
});
