import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

const read = async (lines: readonly string[]): ReturnType<typeof readWith> =>
  readWith(genericTable, await openBytes(Buffer.from(lines.join('\n') + '\n'), 'tickets.csv'), {
    zone: 'UTC',
  });

/** Two tickets of three and two rows: 2 messages of customers, 2 of agents, 1 of the tool. */
const FRENCH = [
  'N° ticket;Créé le;Statut;Objet;Client;E-mail client;Téléphone;Date du message;Expéditeur;Sens;Message',
  '70;13/04/2026 08:00;Clos;Bocal;Odile Roz;odile@poste.example;06 11 22 33 44;13/04/2026 08:00;Odile Roz;Entrant;Le bocal de miel que vous expédiez est arrivé fêlé',
  '70;13/04/2026 08:00;Clos;Bocal;Odile Roz;odile@poste.example;06 11 22 33 44;13/04/2026 08:01;Robot;Sortant (auto);Votre demande est enregistrée, un conseiller la lira',
  '70;13/04/2026 08:00;Clos;Bocal;Odile Roz;odile@poste.example;06 11 22 33 44;14/04/2026 10:30;Gwen T.;Sortant;Un bocal neuf part ce jour par la poste',
  '71;14/04/2026 09:00;En cours;Ruche;;;;14/04/2026 09:00;Client;Entrant;Où se trouve la ruche école que vous ouvrez ?',
  '71;14/04/2026 09:00;En cours;Ruche;;;;16/04/2026 09:00;Gwen T.;Sortant;La ruche école se visite derrière la mairie',
];

it('a helpdesk’s table with a row a message: who writes, when, and whose contacts they are', async () => {
  const { records, notes } = await read(FRENCH);
  expect(
    records.map(({ direction, authorName, kind, authorContacts }) => [
      direction,
      authorName,
      kind,
      authorContacts?.length ?? 0,
    ]),
  ).toEqual([
    ['inbound', 'Odile Roz', 'ticket', 2],
    ['outbound', 'Robot', 'system', 0],
    ['outbound', 'Gwen T.', 'ticket', 0],
    ['inbound', undefined, 'ticket', 0],
    ['outbound', 'Gwen T.', 'ticket', 0],
  ]);
  expect(records.map(({ sentAt }) => new Date(sentAt?.epochMs ?? 0).toISOString().slice(5, 16))).toEqual([
    '04-13T08:00',
    '04-13T08:01',
    '04-14T10:30',
    '04-14T09:00',
    '04-16T09:00',
  ]);
  expect(records.map(({ status }) => status)).toEqual(['Clos', 'Clos', 'Clos', 'En cours', 'En cours']);
  expect(records[0]?.attributes).toEqual({ 'Créé le': '13/04/2026 08:00' });
  expect(notes.join()).toContain('who writes a row: by "Sens"');
});

it('the English table of a desk: roles, internal notes, the date of the ticket on each of its rows', async () => {
  const row = (
    ticket: number,
    at: string,
    author: string,
    role: string,
    body: string,
    isPublic = true,
  ): string =>
    `${ticket},2026-04-0${ticket} 08:00,open,Ana Ruz,ana@post.example,${at},${author},${role},${body},${isPublic}`;
  const { records } = await read([
    'Ticket ID,Ticket created at,Ticket status,Requester name,Requester email,Comment created at,Comment author,Comment author role,Comment body,Comment public',
    row(1, '2026-04-01 08:00', 'Ana Ruz', 'end-user', 'The lid of my jar came open in the bag'),
    row(1, '2026-04-01 15:00', 'Théo', 'agent', 'Seen with the plant in the morning', false),
    row(1, '2026-04-02 08:00', 'Théo', 'agent', 'A new jar is on its way to you'),
    row(2, '2026-04-02 08:00', 'Ana Ruz', 'end-user', 'Do you have a shop in the old town ?'),
    row(2, '2026-04-05 08:00', 'Maud', 'agent', 'There is one on the market square'),
  ]);
  expect(records.map(({ direction }) => direction)).toEqual([
    'inbound',
    'internal',
    'outbound',
    'inbound',
    'outbound',
  ]);
  expect(records.map(({ sentAt }) => sentAt?.raw.slice(8, 13))).toEqual([
    '01 08',
    '01 15',
    '02 08',
    '02 08',
    '05 08',
  ]);
});

it('without a column of sides, who is not the customer of the ticket answers', async () => {
  const { records } = await read([
    'Ticket;Demandeur;Auteur;Date;Statut;Message',
    '5;Jo Lam;Jo Lam;2026-05-01;ouvert;Le savon reçu hier ne mousse pas du tout',
    '5;Jo Lam;Iris;2026-05-02;ouvert;Nous vous en envoyons un autre demain',
    '6;Al Kern;Al Kern;2026-05-02;ouvert;Je cherche le savon au thym de votre étal',
    '6;Al Kern;Iris;2026-05-03;ouvert;Il revient sur notre étal en juin',
  ]);
  expect(records.map(({ direction, authorName }) => [direction, authorName])).toEqual([
    ['inbound', 'Jo Lam'],
    ['outbound', 'Iris'],
    ['inbound', 'Al Kern'],
    ['outbound', 'Iris'],
  ]);
});

it('a table of one row a ticket stays as it was: its rows are the customers’', async () => {
  const { records } = await read([
    'N° ticket;Demandeur;Agent;Date;Statut;Message',
    '5;Jo Lam;Iris;2026-05-01;ouvert;Le savon reçu hier ne mousse pas du tout',
    '6;Al Kern;Iris;2026-05-02;ouvert;Je cherche le savon au thym de votre étal',
  ]);
  expect(records.map(({ direction, authorName }) => [direction, authorName])).toEqual([
    [undefined, 'Jo Lam'],
    [undefined, 'Al Kern'],
  ]);
});

it('a review of the press is told by its « Média », whatever newspapers are called', async () => {
  const articles = [
    'Date;Média;Titre;Texte;Lien',
    '02/05/2026;La Gazette du Bocage;La laiterie agrandit sa cave;Cent places de plus pour les tommes.;https://gazette.example/1',
    '03/05/2026;Écho des Marais;Un prix pour la tomme;Le jury a retenu la tomme au foin.;https://echo.example/2',
  ];
  expect(
    (await read(articles)).records.map(({ stage, kind, sourceName }) => [stage, kind, sourceName]),
  ).toEqual([
    ['press', 'article', 'La Gazette du Bocage'],
    ['press', 'article', 'Écho des Marais'],
  ]);
  const forums = articles.map((line) => line.replace(/La Gazette du Bocage|Écho des Marais/, 'Forum'));
  expect((await read(forums)).records.map(({ stage }) => stage)).toEqual(['public', 'public']);
});

it('a Freshdesk list of conversations: incoming is the customer, private a note, the name of the ticket is the customer’s', async () => {
  const ticket = (id: number, name: string): string => `${id},Bougie,Closed,Iris,2026-06-01 09:00:00,${name}`;
  const { records } = await read([
    'Ticket ID,Subject,Status,Agent,Created time,Full name,Conversation time,Incoming,Private,Conversation body',
    `${ticket(1, 'Jo Lam')},2026-06-01 09:00:00,true,false,La bougie au miel coule dès la première heure`,
    `${ticket(1, 'Jo Lam')},2026-06-01 17:00:00,false,true,Vu avec la ciergerie : mèche trop longue`,
    `${ticket(1, 'Jo Lam')},2026-06-02 10:00:00,false,false,Coupez la mèche à cinq millimètres`,
    `${ticket(2, 'Al Kern')},2026-06-03 10:00:00,true,false,Une senteur de sapin est-elle prévue ?`,
    `${ticket(2, 'Al Kern')},2026-06-04 10:00:00,false,false,Elle sort à la fin du mois`,
  ]);
  expect(
    records.map(({ direction, authorName, text }) => [direction, authorName, text?.slice(0, 9)]),
  ).toEqual([
    ['inbound', 'Jo Lam', 'La bougie'],
    ['internal', undefined, 'Vu avec l'],
    ['outbound', undefined, 'Coupez la'],
    ['inbound', 'Al Kern', 'Une sente'],
    ['outbound', undefined, 'Elle sort'],
  ]);
  expect(records[2]?.sentAt?.raw).toBe('2026-06-02 10:00:00');
});

it('a log of text messages without conversations: the direction says who writes', async () => {
  const { records, doubts } = await read([
    'sid,date_sent,from,to,body,status,direction',
    'SM1,2026-04-01T08:00:00Z,+33700000001,+33700000009,The lid of my jar came open,received,inbound',
    'SM2,2026-04-01T08:05:00Z,+33700000009,+33700000001,A new jar is on its way to you,delivered,outbound',
  ]);
  expect(records.map(({ stage, direction, authorIsBrand }) => [stage, direction, authorIsBrand])).toEqual([
    ['private', 'inbound', undefined],
    ['private', 'outbound', true],
  ]);
  expect(doubts.map(({ reason }) => reason)).not.toContain('guessed-stage');
});

it('conversations under long keys', async () => {
  const key = 'x'.repeat(120);
  const { records } = await read([
    'conversation_id,timestamp,message,author',
    `${key}1,2026-04-01T08:00:00Z,The lid of my jar came open,Customer`,
    `${key}1,2026-04-01T08:05:00Z,A new jar is on its way to you,Agent`,
    `${key}1,2026-04-01T08:06:00Z,That is kind of you,Customer`,
    `${key}2,2026-04-02T08:06:00Z,Where is the shop of the old town,Customer`,
  ]);
  expect(records.map(({ direction, threadId }) => [direction, threadId?.slice(-2)])).toEqual([
    ['inbound', 'x1'],
    ['outbound', 'x1'],
    ['inbound', 'x1'],
    ['inbound', 'x2'],
  ]);
});

it('a chat’s table: its visitor is the customer', async () => {
  const { records } = await read([
    'ID conversation;Visiteur;Conseiller;Date du message;Type auteur;Message',
    'c1;Odile Roz;Gwen;2026-04-13 08:00:00;visiteur;Le bocal est arrivé fêlé, que faire ?',
    'c1;Odile Roz;Gwen;2026-04-13 08:00:04;bot;Un instant, on vous lit',
    'c1;Odile Roz;Gwen;2026-04-13 08:05:00;conseiller;Un bocal neuf part demain',
    'c2;Paul Ivo;Gwen;2026-04-14 09:00:00;visiteur;Ouvrez-vous dimanche ?',
  ]);
  expect(records.map(({ direction, authorName }) => [direction, authorName])).toEqual([
    ['inbound', 'Odile Roz'],
    ['outbound', undefined],
    ['outbound', undefined],
    ['inbound', 'Paul Ivo'],
  ]);
});

const sidesOf = async (lines: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await read(lines)).records.map(({ direction, kind }) => (kind === 'system' ? 'system' : direction));

it.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'a number of employees, 0 for customers, and notes marked private (PrestaShop)',
    [
      '"id_customer_message";"id_customer_thread";"id_employee";"message";"date_add";"private"',
      '"1";"7";"0";"La tirelire en terre cuite est arrivée en deux morceaux";"2026-03-02 09:00:00";"0"',
      '"2";"7";"4";"Transporteur prévenu ce matin par Inès";"2026-03-02 10:00:00";"1"',
      '"3";"7";"4";"Nous vous en renvoyons une dès demain";"2026-03-02 11:00:00";"0"',
      '"4";"8";"0";"La tirelire existe-t-elle aussi en jaune ?";"2026-03-03 11:00:00";"0"',
    ],
    ['inbound', 'internal', 'outbound', 'inbound'],
  ],
  [
    'names of columns in one word, and agents that are bots',
    [
      'conversationId,sendTime,senderType,text,agentId',
      'c1,2026-03-02T09:00:00+00:00,visitor,Where does the lamp oil ship from,',
      'c1,2026-03-02T09:00:04+00:00,agent,Pick a topic from the list below,bot@shop.example',
      'c1,2026-03-02T09:05:00+00:00,agent,It ships from the depot of Nantes,lea@shop.example',
      'c2,2026-03-03T09:05:00+00:00,visitor,My lamp oil smells of paint,',
    ],
    ['inbound', 'system', 'outbound', 'inbound'],
  ],
  [
    'beside contacts, users are those of the desk',
    [
      'Date,Sender Type,Ticket ID,Text',
      '2026-03-02 09:00:00,contact,t1,The wick is far too short for the jar',
      '2026-03-02 10:00:00,user,t1,A longer wick leaves our shop today',
      '2026-03-02 10:00:05,workflow,t1,Rate this talk from one to five',
      '2026-03-03 10:00:00,contact,t2,Is the jar safe in an oven',
    ],
    ['inbound', 'outbound', 'system', 'inbound'],
  ],
  [
    'who created a comment, beside the contact of its case (a report of Salesforce)',
    [
      'Numéro de la requête;Objet;Nom du contact;Commentaire de la requête : Créé par;Commentaire de la requête : Date de création;Commentaire',
      '0001;Bougie;Lise Amar;Lise Amar;02/03/2026 09:00;La bougie coule sur le meuble en chêne',
      '0001;Bougie;Lise Amar;Théo Bru;02/03/2026 15:00;Posez-la sur une soucoupe, nous vous en offrons une',
      '0002;Mèche;Odon Vial;Odon Vial;03/03/2026 09:00;La mèche s’éteint au bout de dix minutes',
      '0002;Mèche;Odon Vial;Théo Bru;03/03/2026 16:00;Coupez-la à cinq millimètres avant chaque usage',
    ],
    ['inbound', 'outbound', 'inbound', 'outbound'],
  ],
])('%s', async (_, lines, sides) => {
  expect(await sidesOf(lines)).toEqual(sides);
});

it('messages that are automatic by a column of their own, where agents’ names stay', async () => {
  const { records } = await read([
    'id,created_at,author_name,direction,text,is_automated_message',
    '1,2026-03-02 09:00:00,Lise Amar,inbound,The candle holder wobbles on the shelf,false',
    '2,2026-03-02 09:00:02,Desk,outbound,Your words have reached our desk,true',
    '3,2026-03-02 11:00:00,Théo Bru,outbound,Turn the screw under its foot,false',
  ]);
  expect(records.map(({ authorName, kind }) => [authorName, kind === 'system'])).toEqual([
    ['Lise Amar', false],
    ['Desk', true],
    ['Théo Bru', false],
  ]);
});

it('an agent called Le Bot is no machine, a bot is', async () => {
  for (const [column, automatic] of [
    ['author_name', 'Quick Bot'],
    ['agent', 'Bot Accueil'],
  ] as const) {
    const { records } = await read([
      `conversation_id,created_at,sender_type,${column},text`,
      '1,2026-03-02 09:00:00,customer,,The candle holder wobbles on the shelf',
      '1,2026-03-02 11:00:00,agent,Marie Le Bot,Turn the screw under its foot',
      '2,2026-03-03 09:00:00,customer,,The lid of my jar came broken',
      `2,2026-03-03 09:00:02,agent,${automatic},Your words have reached our desk`,
    ]);
    expect(records.map(({ kind }) => kind === 'system')).toEqual([false, false, false, true]);
  }
});
