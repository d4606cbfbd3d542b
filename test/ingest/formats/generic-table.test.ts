import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

describe('a review of the press in a spreadsheet', () => {
  const row = (title: string, source: string): string =>
    `2026-05-02 | ${title} | ${source} | Lou Roy | La laiterie rappelle deux lots de yaourts.`;
  it('is articles, signed by their journalists', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Titre;Source;Journaliste;Texte',
      [
        row('Deux lots de yaourts rappelés', 'Ouest-Matinal'),
        row('Yaourts : le point sur un rappel', 'Le Fil du Matin'),
      ],
      { separator: ';' },
    );
    expect(picked(records, 'stage', 'kind', 'sourceName', 'authorName')).toEqual([
      ['press', 'article', 'Ouest-Matinal', 'Lou Roy'],
      ['press', 'article', 'Le Fil du Matin', 'Lou Roy'],
    ]);
  });
  it('is posts where its source is a network', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Titre;Source;Journaliste;Texte',
      [
        row('Deux lots de yaourts rappelés', 'Ouest-Matinal'),
        row('Yaourts : le point sur un rappel', 'Facebook'),
        row('Rappel de yaourts', 'Facebook'),
      ],
      { separator: ';' },
    );
    expect(picked(records, 'platform', 'stage').slice(1)).toEqual([
      ['facebook', 'public'],
      ['facebook', 'public'],
    ]);
  });
});

describe('columns given by hand', () => {
  const header = 'Horodatage;Qui;Verbatim client;Sat';
  const rows = [
    '2026-05-03 10:00 | C1 | La caissière était désagréable ce matin | 2',
    '2026-05-04 11:00 | C2 | Le rayon bio est très bien fourni | 9',
  ];
  const read = async (map: Readonly<Record<string, string>>): Promise<unknown[][]> =>
    picked(
      (await readTable(genericTable, header, rows, { separator: ';', map })).records,
      'stage',
      'kind',
      'channel',
      'rating',
      'ratingMax',
    );
  it('make reviews of public texts with a note, on the scale of its column', async () => {
    expect(await read({ stage: '=public', rating: 'Sat' })).toEqual([
      ['public', 'review', undefined, 2, 10],
      ['public', 'review', undefined, 9, 10],
    ]);
  });
  it('make comments of others, articles of the press and messages of private ones', async () => {
    expect((await read({ stage: '=public' }))[0]?.slice(0, 3)).toEqual(['public', 'comment', undefined]);
    expect((await read({ stage: '=press' }))[0]?.slice(0, 2)).toEqual(['press', 'article']);
    expect((await read({ stage: '=private' }))[0]?.slice(0, 3)).toEqual(['private', 'message', 'message']);
  });
});

describe('rows that may say what they answer', () => {
  const rows = [
    '1 | 2026-05-03 |  | Un beau rayon ce matin | 3',
    '2 | 2026-05-03 | 1 | Pas chez moi du tout | 0',
  ];
  const kinds = async (header: string, map: Readonly<Record<string, string>> = {}): Promise<unknown[]> =>
    picked(
      (await readTable(genericTable, header, rows, { separator: ';', map: { stage: '=public', ...map } }))
        .records,
      'kind',
    ).flat();
  it('are a post where they answer nothing, by a column that is guessed or given', async () => {
    expect(await kinds('id;date;in reply to;texte;likes')).toEqual(['post', 'comment']);
    for (const field of ['parent', 'parentId'])
      expect(await kinds('id;date;vers;texte;likes', { [field]: 'Vers' })).toEqual(['post', 'comment']);
  });
  it('are comments where the file has no such column, though another may', async () => {
    expect(await kinds('id;date;vers;texte;likes')).toEqual(['comment', 'comment']);
    expect(await kinds('id;date;vers;texte;likes', { parent: 'reply_to' })).toEqual(['comment', 'comment']);
  });
});

describe('a table of an inbox', () => {
  it('has direct messages that only the brand reads beside public comments', async () => {
    const { records } = await readTable(
      genericTable,
      'Date,Network,Message,Likes',
      ['Facebook Comment', 'Instagram Comment', 'Twitter Mention', 'Twitter DM'].map(
        (type, at) => `2026-03-0${at + 1} | ${type} | Le beurre avait fondu une fois de plus | 3`,
      ),
    );
    expect(picked(records, 'stage', 'platform')).toEqual([
      ['public', 'facebook'],
      ['public', 'instagram'],
      ['public', 'x'],
      ['private', 'x'],
    ]);
  });
});

describe('conversations of a care tool', () => {
  it('stand under a bare number, and a column of kinds says who writes', async () => {
    const { records } = await readTable(
      genericTable,
      'N° | Statut | Nom | E-mail | Date | Type | Auteur | Contenu',
      [
        'T-1 | Clos | Zoé Roy | zoe@poste.example | 05/01/2026 10:00 | Client | Zoé Roy | La poignée est restée dans ma main',
        'T-1 | Clos | Zoé Roy | zoe@poste.example | 05/01/2026 10:01 | Automate | Système | Ticket ouvert, à bientôt',
        'T-1 | Clos | Zoé Roy | zoe@poste.example | 05/01/2026 15:00 | Note | Momo | Vu avec le magasin',
        'T-1 | Clos | Zoé Roy | zoe@poste.example | 06/01/2026 09:00 | Conseiller | Momo | Une poignée part ce matin',
        'T-2 | Ouvert | Al Bo | al@poste.example | 20/01/2026 10:00 | Client | Al Bo | Vos horaires de Noël ?',
      ],
    );
    expect(picked(records, 'threadId', 'direction', 'kind', 'authorName')).toEqual([
      ['T-1', 'inbound', 'ticket', 'Zoé Roy'],
      ['T-1', 'outbound', 'system', 'Système'],
      ['T-1', 'internal', 'ticket', 'Momo'],
      ['T-1', 'outbound', 'ticket', 'Momo'],
      ['T-2', 'inbound', 'ticket', 'Al Bo'],
    ]);
  });
  it('are private where their channel is a network, and have no address', async () => {
    const { records } = await readTable(
      genericTable,
      'conversation_id | channel | contact_name | contact_phone | sender_type | sender_name | content | created_at',
      [
        '7 | whatsapp | Zoé Roy | +33600000000 | contact | Zoé Roy | Mon colis est ouvert | 1767600000000',
        '7 | whatsapp | Zoé Roy | +33600000000 | bot | Assistant | Bonjour, un conseiller arrive | 1767600005000',
        '7 | whatsapp | Zoé Roy | +33600000000 | agent | Momo | Quel magasin ? | 1767603600000',
        '8 | whatsapp | Al Bo | +33600000001 | contact | Al Bo | Vous livrez en Suisse ? | 1767607200000',
      ],
    );
    expect(picked(records, 'stage', 'channel', 'direction', 'kind')).toEqual([
      ['private', 'whatsapp-dm', 'inbound', 'ticket'],
      ['private', 'whatsapp-dm', 'outbound', 'system'],
      ['private', 'whatsapp-dm', 'outbound', 'ticket'],
      ['private', 'whatsapp-dm', 'inbound', 'ticket'],
    ]);
  });
  it('hold what an agent notes of a call as the customer’s', async () => {
    const { records } = await readTable(
      genericTable,
      'N° | Client | E-mail | Date | Type | Auteur | Contenu',
      [
        'T-1 | Zoé Roy | zoe@poste.example | 05/01/2026 10:00 | Conseiller | Momo | Mme Roy appelle : la poignée est restée dans sa main',
        'T-1 | Zoé Roy | zoe@poste.example | 06/01/2026 09:00 | Conseiller | Momo | Une poignée part ce matin',
        'T-1 | Zoé Roy | zoe@poste.example | 07/01/2026 09:00 | Client | Zoé Roy | Merci',
        'T-2 | Al Bo | al@poste.example | 20/01/2026 10:00 | Client | Al Bo | Vos horaires de Noël ?',
      ],
    );
    expect(picked(records, 'direction', 'channel', 'authorName')).toEqual([
      ['inbound', 'phone', 'Zoé Roy'],
      ['outbound', 'ticket', 'Momo'],
      ['inbound', 'ticket', 'Zoé Roy'],
      ['inbound', 'ticket', 'Al Bo'],
    ]);
  });
  it('are read where most answers of a survey are one word', async () => {
    const { records } = await readTable(genericTable, 'Date | N° ticket | E-mail | Note | Commentaire', [
      '05/01/2026 10:00 | 91 | zoe@poste.example | 5 | Super',
      '06/01/2026 10:00 | 92 | al@poste.example | 5 | Super',
      '07/01/2026 10:00 | 93 | li@poste.example | 4 | ',
      '08/01/2026 10:00 | 94 | bo@poste.example | 5 | Rapide',
      '09/01/2026 10:00 | 95 | ki@poste.example | 5 | Super',
      '10/01/2026 10:00 | 96 | jo@poste.example | 1 | Trop d’attente',
    ]);
    expect(picked(records, 'stage', 'rating', 'text').at(-1)).toEqual(['private', 1, 'Trop d’attente']);
    expect(records).toHaveLength(6);
  });
  it('are rated when their survey was answered', async () => {
    const { records } = await readTable(
      genericTable,
      'Date de réponse | N° ticket | E-mail | Note (sur 5) | Commentaire',
      [
        '05/01/2026 10:00 | 1767600000 | zoe@poste.example | 2 | Personne ne m’a comprise',
        '25/01/2026 10:00 | 1767600001 | al@poste.example | 5 | ',
      ],
    );
    expect(records.map(({ sentAt }) => sentAt?.raw)).toEqual(['05/01/2026 10:00', '25/01/2026 10:00']);
  });
});

it('takes the rows of a monitoring service for articles, named by their « Support »', async () => {
  const { records } = await readTable(
    genericTable,
    'Date de parution | Support | Type de média | Titre | Extrait | Lien | Audience',
    [
      '05/01/2026 | Le Fil de l’Ouest | Presse écrite | Un magasin de plus | La mairie se réjouit des emplois | https://www.fil.example/1 | 45000',
      '25/01/2026 | Radio Val | Radio | Rappel de lots | Des familles s’inquiètent | https://www.val.example/2 | 45000',
    ],
  );
  expect(picked(records, 'stage', 'kind', 'sourceName')).toEqual([
    ['press', 'article', 'Le Fil de l’Ouest'],
    ['press', 'article', 'Radio Val'],
  ]);
});
