import { expect, it } from 'vitest';
import { graphMail } from '../../../src/ingest/formats/graph-mail.js';
import { readText } from '../read-sample.js';
import { describeGolden } from '../read-source.js';

describeGolden(graphMail, ['inbox.json']);

it('tells whom a copy goes to, who may be a customer', async () => {
  const person = (address: string): unknown => ({ emailAddress: { address } });
  const mail = {
    subject: 'Colis',
    body: { content: 'Peux-tu regarder ?' },
    receivedDateTime: '2026-01-05T09:00:00Z',
    from: person('lise@marque.example'),
    toRecipients: [person('paul@marque.example')],
    ccRecipients: [person('Ana@poste.example')],
  };
  const { records } = await readText(graphMail, JSON.stringify({ value: [mail] }), 'mails.json');
  expect(records[0]?.recipientContacts).toEqual(['paul@marque.example', 'ana@poste.example']);
});
