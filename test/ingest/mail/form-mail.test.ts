import { expect, it } from 'vitest';
import { mbox } from '../../../src/ingest/formats/mbox.js';
import { formIn } from '../../../src/ingest/mail/form-mail.js';
import { readText } from '../read-sample.js';

const FORM =
  'Nouvelle demande\n\nPrénom : Lise\nNom : Ador\nE-mail : lise.ador@post.example\nTél : 06 12 00 00 00\nMessage : Le savon colle au papier.\nMerci de me répondre.';

it('a contact form is written by the customer it names', () => {
  expect(formIn(FORM, 'no-reply@savon.example')).toEqual({
    address: 'lise.ador@post.example',
    name: 'Lise Ador',
    text: 'Le savon colle au papier.\nMerci de me répondre.',
  });
});
it('a customer who lists her own details, and a request to list them, are no forms', () => {
  expect(formIn(FORM, 'lise.ador@post.example')).toBeUndefined();
  expect(formIn('Merci de compléter :\nNom :\nE-mail :\nMessage :', 'conso@savon.example')).toBeUndefined();
  expect(formIn('Bonjour,\nle message : rien ne mousse.', 'lise@post.example')).toBeUndefined();
});
it('in a mailbox, it is inbound though the site sends it', async () => {
  const { records } = await readText(
    mbox,
    `From a Mon May  4 10:00:00 2026\nFrom: Site <no-reply@savon.example>\nTo: conso@savon.example\nDate: Mon, 4 May 2026 10:00:00 +0200\nMessage-ID: <1@savon.example>\nSubject: Contact\nContent-Type: text/plain; charset=utf-8\n\n${FORM}\n`,
    'boite.mbox',
  );
  expect(records).toMatchObject([
    {
      direction: 'inbound',
      authorContacts: ['lise.ador@post.example'],
      text: expect.stringMatching(/^Le savon/),
    },
  ]);
});

it('reads values under their labels, as Shopify writes them', () => {
  const mail = `Vous avez reçu un nouveau message.

Code du pays :
FR

Nom :
Lise Ador

E-mail :
lise.ador@post.example

Commentaire :
Le savon ne mousse pas.
Que faire ?
`;
  expect(formIn(mail, 'mailer@boutique.example')).toEqual({
    address: 'lise.ador@post.example',
    name: 'Lise Ador',
    text: 'Le savon ne mousse pas.\nQue faire ?',
  });
});
