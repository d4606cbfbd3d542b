import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

const HEADER = 'Date | Dossier | De | À | Objet | Corps du message';
const INBOX = 'Boîte de réception',
  SENT = 'Éléments envoyés';
const row = (day: number, folder: string, from: string, to: string, subject: string, text: string): string =>
  `${day} mars 2026 à 9h0${day} | ${folder} | ${from} | ${to} | ${subject} | ${text}`;
const LOU = 'Lou Verdier <lou@courrier.example>',
  DESK = 'conso@brel.example';

it('tells the sides of a mailbox by its addresses, and its conversations by customer and subject', async () => {
  const { records } = await readTable(genericTable, HEADER, [
    row(1, INBOX, LOU, DESK, 'Pot fendu', 'Le pot était fendu dans le colis'),
    row(
      2,
      SENT,
      `Service Brel <${DESK}>`,
      'lou@courrier.example',
      'Accusé de réception : Pot fendu',
      'Dossier ouvert',
    ),
    row(3, SENT, 'Momo <momo@brel.example>', 'lou@courrier.example', 'Re: Pot fendu', 'Un autre part demain'),
    row(4, INBOX, 'Ana Prat <ana@courrier.example>', DESK, 'Horaires', 'Ouvrez-vous le dimanche à Rennes ?'),
    row(5, SENT, 'Momo <momo@brel.example>', DESK, 'Horaires', 'Qui répond à Ana pour dimanche ?'),
    row(6, INBOX, LOU, DESK, 'RE : Pot fendu', 'Bien reçu, tout va bien'),
  ]);
  expect(picked(records, 'stage', 'channel', 'direction', 'kind', 'authorName')).toEqual([
    ['private', 'email', 'inbound', 'message', 'Lou Verdier'],
    ['private', 'email', 'outbound', 'system', 'Service Brel'],
    ['private', 'email', 'outbound', 'message', 'Momo'],
    ['private', 'email', 'inbound', 'message', 'Ana Prat'],
    ['private', 'email', 'internal', 'message', 'Momo'],
    ['private', 'email', 'inbound', 'message', 'Lou Verdier'],
  ]);
  const thread = 'lou@courrier.example pot fendu';
  expect(records.map(({ threadId }) => threadId)).toEqual([
    thread,
    'lou@courrier.example accusé de réception : pot fendu',
    thread,
    'ana@courrier.example horaires',
    undefined,
    thread,
  ]);
  expect(records.map(({ authorContacts }) => authorContacts?.[0])).toEqual([
    'lou@courrier.example',
    undefined,
    undefined,
    'ana@courrier.example',
    undefined,
    'lou@courrier.example',
  ]);
  expect(records.every(({ attributes }) => attributes?.['À'] === undefined)).toBe(true);
});

it('keeps the own words of a mail, without the one that it answers', async () => {
  const { records } = await readTable(
    genericTable,
    'Date;De;À;Objet;Corps',
    [
      `2026-03-01 | ${LOU} | ${DESK} | Pot | Le pot était fendu dans le colis`,
      `2026-03-02 | ${DESK} | lou@courrier.example | Re: Pot | Un autre part demain`,
      `2026-03-03 | ${LOU} | ${DESK} | Re: Pot | "Merci, il est là\n\nLe 2 mars 2026 à 09:02, Brel a écrit :\n> Un autre part demain"`,
    ],
    { separator: ';' },
  );
  expect(records.map(({ text }) => text)).toEqual([
    'Le pot était fendu dans le colis',
    'Un autre part demain',
    'Merci, il est là',
  ]);
});

it('is no mailbox where no address is in most rows', async () => {
  const { records } = await readTable(
    genericTable,
    'Date;De;À;Message',
    [
      '2026-03-01 | lou@courrier.example | ana@maille.example | On se voit samedi au marché ?',
      '2026-03-02 | bo@courrier.example | cy@maille.example | Tu rapportes du pain ce soir ?',
      '2026-03-03 | di@courrier.example | eve@maille.example | Le train est encore en retard',
    ],
    { separator: ';' },
  );
  expect(records.map(({ direction }) => direction)).toEqual([undefined, undefined, undefined]);
});

it('takes whom the service answers at its own host, and who writes to nobody else, for a customer', async () => {
  const { records } = await readTable(genericTable, HEADER, [
    ...[1, 2, 3, 4, 5].flatMap((day) => [
      row(day, INBOX, `c${day}@courrier.example`, DESK, `Colis ${day}`, 'Le colis est arrivé ouvert'),
      row(day, SENT, DESK, `c${day}@courrier.example`, `Re: Colis ${day}`, 'Un autre part demain'),
      row(day, SENT, 'momo@brel.example', `c${day}@courrier.example`, `Re: Colis ${day}`, 'Il est parti'),
    ]),
    row(6, INBOX, 'zoe@brel.example', DESK, 'Ma commande', 'Mon colis du personnel est arrivé ouvert'),
    row(7, SENT, DESK, 'zoe@brel.example', 'Re: Ma commande', 'Un autre part demain'),
    row(8, INBOX, 'momo@brel.example', DESK, 'Point', 'Qui répond demain ?'),
  ]);
  expect(records.slice(-3).map(({ direction, authorContacts }) => [direction, authorContacts?.[0]])).toEqual([
    ['inbound', 'zoe@brel.example'],
    ['outbound', undefined],
    ['internal', undefined],
  ]);
});

it('takes a customer at the mail provider of the service for a customer', async () => {
  const shop = 'boutique.brel@orange.fr';
  const { records } = await readTable(genericTable, HEADER, [
    ...[1, 2, 3].flatMap((day) => [
      row(day, INBOX, `c${day}@courrier.example`, shop, `Colis ${day}`, 'Le colis est arrivé ouvert'),
      row(day, SENT, shop, `c${day}@courrier.example`, `Re: Colis ${day}`, 'Un autre part demain'),
    ]),
    row(4, INBOX, 'lou.verdier@orange.fr', shop, 'Pot fendu', 'Le pot était fendu dans le colis'),
  ]);
  expect(records.at(-1)).toMatchObject({ direction: 'inbound', authorContacts: ['lou.verdier@orange.fr'] });
});

it('tells the sides of what Outlook exports in other languages', async () => {
  for (const [header, answer] of [
    ['Betreff | Text | Von: (Name) | Von: (Adresse) | An: (Name) | An: (Adresse) | Kategorien', 'AW'],
    [
      'Asunto | Cuerpo | De: (nombre) | De: (dirección) | Para: (nombre) | Para: (dirección) | Categorías',
      'RE',
    ],
    ['Oggetto | Corpo | Da: (nome) | Da: (indirizzo) | A: (nome) | A: (indirizzo) | Categorie', 'R'],
    ['Onderwerp | Inhoud | Van: (naam) | Van: (adres) | Aan: (naam) | Aan: (adres) | Categorieën', 'Antw'],
  ] as const) {
    const { records } = await readTable(genericTable, header, [
      `Lot 12 | The cream of that lot was sour | Lou | lou@courrier.example | Brel | ${DESK} | `,
      `${answer}: Lot 12 | A voucher is on its way to you | Brel | ${DESK} | Lou | lou@courrier.example | `,
      `Hours | Do you open on Sundays in Rennes | Ana | ana@courrier.example | Brel | ${DESK} | `,
    ]);
    expect(picked(records, 'direction', 'title', 'threadId', 'authorName')).toEqual([
      ['inbound', 'Lot 12', 'lou@courrier.example lot 12', 'Lou'],
      ['outbound', `${answer}: Lot 12`, 'lou@courrier.example lot 12', 'Brel'],
      ['inbound', 'Hours', 'ana@courrier.example hours', 'Ana'],
    ]);
  }
});
