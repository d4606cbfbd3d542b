import { expect, it } from 'vitest';
import { zohoDesk } from '../../../src/ingest/formats/zoho-desk.js';
import { readText } from '../read-source.js';

const lou = { id: '9', name: 'Lou Verdier', email: 'lou@poste.example', type: 'END_USER' };
const gwen = { id: '2', name: 'Gwen', email: 'conso@ruche.example', type: 'AGENT' };
const TICKETS = {
  data: [
    {
      id: '4001',
      ticketNumber: '101',
      subject: 'Bocal fêlé',
      status: 'Closed',
      statusType: 'Closed',
      channel: 'Email',
      createdTime: '2026-02-03T10:00:00.000Z',
      closedTime: '2026-02-05T10:00:00.000Z',
      contact: { id: '9', firstName: 'Lou', lastName: 'Verdier', email: 'lou@poste.example' },
      conversations: [
        {
          type: 'thread',
          id: '51',
          direction: 'in',
          createdTime: '2026-02-03T10:00:00.000Z',
          content: '<div>Le bocal est arrivé <b>fêlé</b></div>',
          contentType: 'text/html',
          author: lou,
        },
        {
          type: 'comment',
          id: '52',
          isPublic: false,
          commentedTime: '2026-02-03T11:00:00.000Z',
          content: 'Voir avec l’atelier',
          contentType: 'plainText',
          commenter: gwen,
        },
        {
          type: 'thread',
          id: '53',
          direction: 'out',
          createdTime: '2026-02-04T10:00:00.000Z',
          content: 'Un autre part demain',
          contentType: 'text/plain',
          author: gwen,
        },
      ],
    },
    {
      id: '4002',
      ticketNumber: '102',
      subject: 'Horaires',
      status: 'Open',
      statusType: 'Open',
      channel: 'Web',
      createdTime: '2026-02-06T10:00:00.000Z',
      closedTime: null,
      description: 'Ouvrez-vous dimanche ?',
      contact: { id: '8', firstName: 'Ana', lastName: 'P', email: 'ana@poste.example' },
    },
    {
      id: '4003',
      ticketNumber: '103',
      subject: 'Appel',
      status: 'Open',
      statusType: 'Open',
      channel: 'Phone',
      createdTime: '2026-02-07T10:00:00.000Z',
      contact: { id: '8', firstName: 'Ana', lastName: 'P', email: 'ana@poste.example' },
      conversations: [
        {
          type: 'thread',
          id: '54',
          direction: 'in',
          createdTime: '2026-02-07T10:00:00.000Z',
          content: 'Appel : le pot de miel était vide',
          contentType: 'text/plain',
          author: gwen,
        },
      ],
    },
  ],
};

it('tickets of Zoho Desk, with what was said since or without', async () => {
  const { records, rejects } = await readText(zohoDesk, JSON.stringify(TICKETS), 'tickets.json');
  expect(rejects).toEqual([]);
  expect(
    records.map(({ row, threadId, direction, authorName, authorContacts, text, status }) => [
      row,
      threadId,
      direction,
      authorName,
      authorContacts?.[0],
      text,
      status,
    ]),
  ).toEqual([
    [1, '4001', 'inbound', 'Lou Verdier', 'lou@poste.example', 'Le bocal est arrivé fêlé', 'Closed'],
    [2, '4001', 'internal', 'Gwen', undefined, 'Voir avec l’atelier', 'Closed'],
    [3, '4001', 'outbound', 'Gwen', undefined, 'Un autre part demain', 'Closed'],
    [4, '4002', 'inbound', 'Ana P', 'ana@poste.example', 'Ouvrez-vous dimanche ?', 'Open'],
    [5, '4003', 'inbound', 'Ana P', 'ana@poste.example', 'Appel : le pot de miel était vide', 'Open'],
  ]);
  expect(records[0]?.closedAt?.raw).toBe('2026-02-05T10:00:00.000Z');
  expect(records[1]?.sentAt?.raw).toBe('2026-02-03T11:00:00.000Z');
});

it('takes no draft of Zoho Desk for an answer, nor what is forwarded', async () => {
  const out = (id: string, told: object): object => ({
    type: 'thread',
    id,
    direction: 'out',
    createdTime: '2026-02-03T12:00:00.000Z',
    content: 'Un autre part demain',
    author: gwen,
    ...told,
  });
  const [ticket] = TICKETS.data;
  const data = [
    {
      ...ticket,
      conversations: [out('1', { status: 'DRAFT' }), out('2', { isForward: true }), out('3', {})],
    },
  ];
  const { records, rejects } = await readText(zohoDesk, JSON.stringify({ data }), 'tickets.json');
  expect(rejects).toMatchObject([{ row: 1, reason: 'not-a-message' }]);
  expect(records.map(({ id, direction }) => [id, direction])).toEqual([
    ['2', 'internal'],
    ['3', 'outbound'],
  ]);
});
