import { expect, it } from 'vitest';
import { inCorpus } from '../in-corpus.js';

const MACRO = 'Bonjour, nous vous renvoyons le bocal demain matin.';
const HEADER = 'Ticket ID,Date,Sender type,Author,Customer email,Message';
/** The old desk tells seconds, the new one minutes; each has a ticket of its own that got the same macro. */
const OLD = `${HEADER}
A1,2026-02-03 09:00:12,Customer,Lou Verdier,lou@courriel.example,Le bocal de moutarde était fendu à la livraison
A1,2026-02-03 11:30:41,Agent,Service,lou@courriel.example,"${MACRO}"
A1,2026-02-03 11:31:05,Note,Service,lou@courriel.example,À suivre avec le transporteur
A2,2026-02-03 08:00:00,Customer,Ana Petit,ana@courriel.example,Mon bocal est arrivé cassé hier
A2,2026-02-03 11:30:20,Agent,Service,ana@courriel.example,"${MACRO}"
`;
const NEW = `${HEADER}
77,2026-02-03 09:00:00,Customer,Lou Verdier,lou@courriel.example,Le bocal de moutarde était fendu à la livraison
77,2026-02-03 11:30:00,Agent,Desk,lou@courriel.example,"${MACRO}"
77,2026-02-05 10:00:00,Customer,Lou Verdier,lou@courriel.example,"Bien reçu, merci à vous"
78,2026-02-03 10:00:00,Customer,Max Roy,max@courriel.example,Un bocal manquait dans mon colis
78,2026-02-03 11:30:00,Agent,Desk,max@courriel.example,"${MACRO}"
`;

const rowsOf = (files: Readonly<Record<string, string>>, ...asked: readonly string[]): Promise<object[][]> =>
  inCorpus(files, { config: { brand: 'Brel', brandAccounts: ['Brel'] } }, async (corpus) => {
    const told: object[][] = [];
    for (const sql of asked) told.push((await corpus.query(sql)).objects());
    return told;
  });

it('counts once what a desk answered in a ticket that another desk took over', async () => {
  const [rows] = await rowsOf(
    { 'new.csv': NEW, 'old.csv': OLD },
    `SELECT direction, speech, CAST(count(*) AS DOUBLE) AS n FROM messages GROUP BY ALL ORDER BY ALL`,
  );
  expect(rows).toEqual([
    { direction: 'inbound', speech: 'own', n: 4 },
    { direction: 'inbound', speech: 'repeat', n: 1 },
    { direction: 'internal', speech: 'own', n: 1 },
    { direction: 'outbound', speech: 'own', n: 3 },
    { direction: 'outbound', speech: 'repeat', n: 1 },
  ]);
});

const AT = '2026-02-03T10:00:12.000Z';
const WORDS = 'Le bocal de moutarde était fendu à la livraison';
/** One ticket in the exports of Zammad and of Zoho Desk, and its rating without a word. */
const DESKS = {
  'zammad.json': JSON.stringify([
    {
      id: 1,
      ticket_id: 7,
      subject: 'Bocal',
      body: WORDS,
      content_type: 'text/plain',
      type: 'web',
      sender: 'Customer',
      from: 'Lou Verdier <lou@courriel.example>',
      internal: false,
      created_at: AT,
      attachments: [],
    },
  ]),
  'zoho.json': JSON.stringify({
    data: [
      {
        id: '4001',
        ticketNumber: '101',
        subject: 'Bocal',
        status: 'Open',
        statusType: 'Open',
        channel: 'Web',
        createdTime: AT,
        closedTime: null,
        contact: { id: '9', firstName: 'Lou', lastName: 'Verdier', email: 'lou@courriel.example' },
        conversations: [
          {
            type: 'thread',
            id: '51',
            direction: 'in',
            createdTime: AT,
            content: WORDS,
            contentType: 'text/plain',
            author: { id: '9', name: 'Lou Verdier', email: 'lou@courriel.example', type: 'END_USER' },
          },
        ],
      },
    ],
  }),
  'tickets.csv': `${HEADER}
A1,2026-02-08 09:00:12,Customer,Max Roy,max@courriel.example,Un bocal manquait dans mon colis
`,
  'satisfaction.csv': `Ticket ID,Date,Customer email,Score,Comment
A1,2026-02-09 09:00:12,max@courriel.example,4,
A1,2026-02-10 09:00:12,max@courriel.example,2,Un peu long
`,
};

it('counts once what another kind of desk took over, and each rating that has no words', async () => {
  const [rows] = await rowsOf(
    DESKS,
    `SELECT format, speech, CAST(count(*) AS DOUBLE) AS n FROM messages GROUP BY ALL ORDER BY ALL`,
  );
  expect(rows).toEqual([
    { format: 'table', speech: 'own', n: 3 },
    { format: 'zammad', speech: 'own', n: 1 },
    { format: 'zoho-desk', speech: 'repeat', n: 1 },
  ]);
});

const CALL = 'Appel d’une cliente : le couvercle du bocal était déjà ouvert';
/** A description and its comment, each in a file of its own; one call that two desks note without a name, and another call. */
const SPLIT = {
  'tickets.json': JSON.stringify({
    tickets: [
      {
        url: 'https://brel.zendesk.example/api/v2/tickets/41.json',
        id: 41,
        created_at: AT,
        subject: 'Bocal',
        description: WORDS,
        status: 'open',
        requester_id: 900,
        requester: { id: 900, name: 'Lou Verdier', email: 'lou@courriel.example' },
        via: { channel: 'web' },
      },
    ],
  }),
  '41.json': JSON.stringify({
    ticket_id: 41,
    comments: [
      {
        id: 501,
        type: 'Comment',
        author_id: 900,
        body: WORDS,
        public: true,
        attachments: [],
        created_at: AT,
      },
    ],
  }),
  'old.csv': `${HEADER}
B1,2026-02-08 09:00:12,Customer,,,${CALL}
B2,2026-02-08 12:40:00,Customer,,,${CALL}
`,
  'new.csv': `${HEADER}
91,2026-02-08 09:00:30,Customer,,,${CALL}
`,
  'satisfaction.csv': `Ticket ID,Date,Customer email,Score,Comment
C1,2026-02-09 09:00:12,ana@courriel.example,1,
C2,2026-02-10 09:00:12,max@courriel.example,2,Un peu long
`,
};

it('counts once a ticket told by two files of its desk, and a call that two desks note without a name; a rating without words does not wait', async () => {
  const [rows, ratings] = await rowsOf(
    SPLIT,
    `SELECT platform, speech, CAST(count(*) AS DOUBLE) AS n FROM messages WHERE rating IS NULL GROUP BY ALL ORDER BY ALL`,
    `SELECT text IS NULL AS alone, waitingSince IS NOT NULL AS waits FROM messages JOIN caseMessages USING (messageId) JOIN cases USING (caseId) WHERE rating IS NOT NULL ORDER BY ALL`,
  );
  expect(rows).toEqual([
    { platform: 'web', speech: 'own', n: 2 },
    { platform: 'web', speech: 'repeat', n: 1 },
    { platform: 'zendesk', speech: 'own', n: 1 },
    { platform: 'zendesk', speech: 'repeat', n: 1 },
  ]);
  expect(ratings).toEqual([
    { alone: false, waits: true },
    { alone: true, waits: false },
  ]);
});
