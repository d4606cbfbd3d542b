import type { HandCase } from '../../conversation.js';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName } from '../../names.js';
import type { Plan } from '../../plan.js';
import { wall } from '../../rhythm.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { type Cell, serial, windows1252, workbook } from './workbook.js';

interface Ticket {
  readonly id: string;
  readonly list: readonly HandMessage[];
  readonly first: HandMessage;
  readonly closedAt: number | undefined;
  readonly state: 'solved' | 'closed' | 'pending' | 'open';
  readonly subject: string;
}

function ticketsOf(
  { end }: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): Ticket[] {
  return grouped(messages, ({ thread }) => thread).map(([thread, list]): Ticket => {
    const first = list[0] as HandMessage,
      one = cases.get(`${first.caseId}`) as HandCase;
    const own = thread === one.id,
      merged = thread.endsWith('m') && list.at(-1)?.side === 'automatic',
      solved = own && one.resolvedHow !== 'silent' && (one.resolvedAt ?? Infinity) < end;
    const closedAt = merged
      ? list.at(-1)?.at
      : solved
        ? Math.max(one.resolvedAt ?? 0, list.at(-1)?.at ?? 0)
        : own && (one.closedAt ?? Infinity) < end
          ? one.closedAt
          : undefined;
    return {
      id: number(thread),
      list,
      first,
      closedAt,
      state: solved
        ? 'solved'
        : closedAt !== undefined
          ? 'closed'
          : list.some(({ side }) => side === 'staff')
            ? 'pending'
            : 'open',
      subject:
        one.messages.find((each) => each.thread === thread && each.title !== undefined)?.title ?? 'Demande',
    };
  });
}

const named = ({ person }: HandMessage): string => (person === undefined ? '' : fullName(person));
/** Who typed it: of a call, the agent. */
const typist = (one: HandMessage): string =>
  one.side === 'automatic'
    ? 'Système'
    : one.side === 'customer' && one.noted !== true
      ? named(one)
      : `${one.agent}`;

/** A workbook as a desk of a supermarket keeps it: titles above, a header of two rows, sums below, other sheets. */
function sheetsOf(plan: Plan, tickets: readonly Ticket[]): HandFile {
  const words = {
    solved: 'Résolu',
    closed: 'Clos',
    pending: 'En attente client',
    open: 'À traiter',
  } as const;
  const kinds = {
    customer: 'Client',
    staff: 'Conseiller',
    automatic: 'Automate',
    internal: 'Note',
    press: '',
  } as const;
  const day = (at: number | undefined): Cell =>
    at === undefined ? undefined : serial(wall(Math.floor(at / 60_000) * 60_000));
  const messages = tickets.flatMap(({ list }) => list);
  const rows = tickets.flatMap(({ id, list, subject, state, closedAt, first }) =>
    list.map((one) => [
      `T-${id}`,
      subject,
      first.noted === true ? 'Téléphone' : 'Formulaire',
      words[state],
      day(closedAt),
      named(one),
      one.person?.email,
      day(one.at),
      kinds[one.side],
      typist(one),
      one.text,
    ]),
  );
  const title = [`${plan.brand.name} – Relation clients`],
    head = ['Ticket', '', '', '', '', 'Client', '', 'Échange', '', '', ''],
    names = [
      'N°',
      'Sujet',
      'Origine',
      'Statut',
      'Clôturé le',
      'Nom',
      'E-mail',
      'Date',
      'Type',
      'Auteur',
      'Contenu',
    ];
  const counted = tickets.length;
  return {
    path: 'service/Export_tickets.xlsx',
    text: workbook([
      {
        name: 'Synthèse',
        rows: [
          title,
          ['Tickets reçus', counted],
          ['Tickets clos', tickets.filter(({ closedAt }) => closedAt !== undefined).length],
        ],
      },
      {
        name: 'Échanges',
        rows: [
          title,
          ['Période exportée : trimestre'],
          [],
          head,
          names,
          ...rows,
          ['Total', counted, '', '', '', '', '', '', '', '', `${rows.length} échanges`],
        ],
        merged: ['A1:K1', 'A4:E4', 'F4:G4', 'H4:K4'],
        dates: [4, 7],
      },
    ]),
    messages: [undefined, undefined, undefined, ...messages, undefined],
  };
}

/** What changed in tickets, as Zendesk’s incremental export gives it with the words of comments. */
function eventsOf(plan: Plan, tickets: readonly Ticket[]): HandFile {
  const requester = ({ person }: HandMessage): number => Number(person?.id.slice(1)) + 300_000;
  const agent = ({ agent: name }: HandMessage): number => 800 + plan.brand.agents.indexOf(`${name}`);
  const author = (one: HandMessage): number =>
    one.side === 'automatic'
      ? -1
      : one.side === 'customer' && one.noted !== true
        ? requester(one)
        : agent(one);
  const spoken = tickets.flatMap(({ list, subject, first, id }) =>
    list.map((one) => ({ one, subject, first, id })),
  );
  const closed = tickets.flatMap(({ closedAt, state, first, id }) =>
    closedAt === undefined ? [] : [{ at: closedAt + 1000, state, first, id }],
  );
  const via = (one: HandMessage): string =>
    one.side === 'automatic' ? 'Rule' : one.noted === true ? 'Phone call (incoming)' : 'Web form';
  const events = [
    ...spoken.map(({ one, subject, first, id }) => ({
      at: one.at,
      one,
      event: {
        id: Number(number(one.id, 'e')),
        ticket_id: Number(id),
        timestamp: Math.floor(one.at / 1000),
        created_at: iso(one.at),
        updater_id: author(one),
        via: via(one),
        system: {},
        metadata: {},
        event_type: 'Audit',
        child_events: [
          ...(one === first
            ? [
                {
                  id: Number(number(one.id, 'c')),
                  via: via(one),
                  via_reference_id: null,
                  event_type: 'Create',
                  subject,
                  requester_id: requester(one),
                  status: 'new',
                  priority: null,
                },
              ]
            : []),
          {
            id: Number(number(one.id, 'k')),
            via: via(one),
            via_reference_id: null,
            comment_present: true,
            comment_public: one.side !== 'internal',
            event_type: 'Comment',
            type: 'Comment',
            author_id: author(one),
            body: one.text,
            html_body: `<div class="zd-comment" dir="auto">${one.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</div>`,
            plain_body: one.text,
            public: one.side !== 'internal',
            attachments: [],
          },
        ],
      },
    })),
    ...closed.map(({ at, state, first, id }) => ({
      at,
      one: undefined,
      event: {
        id: Number(number(first.id, 'z')),
        ticket_id: Number(id),
        timestamp: Math.floor(at / 1000),
        created_at: iso(at),
        updater_id: state === 'solved' ? agent(first) : -1,
        via: state === 'solved' ? 'Web form' : 'Rule',
        system: {},
        metadata: {},
        event_type: 'Audit',
        child_events: [
          {
            id: Number(number(first.id, 'y')),
            via: 'Web form',
            via_reference_id: null,
            event_type: 'Change',
            status: state,
            previous_value: 'pending',
          },
        ],
      },
    })),
  ].toSorted((a, b) => a.at - b.at);
  const people = new Map(spoken.map(({ one }) => [requester(one), one]));
  return {
    path: 'service/ticket_events.json',
    text: JSON.stringify({
      ticket_events: events.map(({ event }) => event),
      users: [
        ...[...people].map(([id, one]) => ({
          id,
          name: named(one),
          email: one.person?.email,
          role: 'end-user',
        })),
        ...plan.brand.agents.map((name, at) => ({
          id: 800 + at,
          name,
          email: `${at}@${plan.brand.domain}`,
          role: 'agent',
        })),
      ],
      count: events.length,
      end_of_stream: true,
      next_page: null,
    }),
    messages: events.map(({ one }) => one),
  };
}

/** Two tables of Salesforce’s data export: cases, whose description is the mail that opened them, and their mails. */
function casesOf({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const time = (at: number | undefined): string =>
    at === undefined ? '' : iso(at).replace('T', ' ').replace('Z', '');
  const words = { solved: 'Closed', closed: 'Closed', pending: 'On Hold', open: 'New' } as const;
  const id = (ticket: Ticket): string => `500AB${ticket.id}`.padEnd(18, 'A');
  const shown = tickets.map((ticket) => ({
    ...ticket,
    list: ticket.list.filter(({ side }) => side !== 'internal'),
  }));
  const quoted = (rows: readonly (readonly Cell[])[]): string =>
    rows
      .map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','))
      .join('\n');
  const cases = shown.map((ticket) => [
    id(ticket),
    '0',
    ticket.id,
    ticket.first.noted === true ? 'Phone' : 'Email',
    named(ticket.first),
    ticket.first.person?.email,
    ticket.subject,
    ticket.first.text,
    words[ticket.state],
    time(ticket.first.at),
    time(ticket.closedAt),
    ticket.closedAt === undefined ? '0' : '1',
  ]);
  const mails = shown.flatMap((ticket) =>
    ticket.list
      .filter(({ noted }) => noted !== true)
      .map((one) => ({
        one,
        row: [
          `02sAB${number(one.id)}`.padEnd(18, 'A'),
          id(ticket),
          time(one.at),
          ticket.subject,
          one.text,
          '',
          one.side === 'customer' ? named(one) : one.side === 'staff' ? one.agent : brand.name,
          one.side === 'customer' ? one.person?.email : `conso@${brand.domain}`,
          one.side === 'customer' ? `conso@${brand.domain}` : one.person?.email,
          one.side === 'customer' ? '1' : '0',
          one.side === 'customer' ? '1' : '3',
          time(one.at),
          '0',
        ],
      })),
  );
  return [
    {
      path: 'service/EmailMessage.csv',
      text: `${quoted([['Id', 'ParentId', 'CreatedDate', 'Subject', 'TextBody', 'HtmlBody', 'FromName', 'FromAddress', 'ToAddress', 'Incoming', 'Status', 'MessageDate', 'IsDeleted'], ...mails.map(({ row }) => row)])}\n`,
      messages: mails.map(({ one }) => one),
    },
    {
      path: 'service/Case.csv',
      text: `${quoted([['Id', 'IsDeleted', 'CaseNumber', 'Origin', 'SuppliedName', 'SuppliedEmail', 'Subject', 'Description', 'Status', 'CreatedDate', 'ClosedDate', 'IsClosed'], ...cases])}\n`,
      messages: shown.map(({ first }) => first),
    },
  ];
}

/** Tickets by one of three tools, and how their answers were rated. */
export function ticketFiles(
  plan: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile[] {
  const rated = messages.filter(({ purpose }) => purpose === 'survey');
  const tickets = ticketsOf(
    plan,
    messages.filter(({ purpose }) => purpose !== 'survey'),
    cases,
  );
  const kind = plan.layout['ticket'] ?? 0;
  // Nobody exports the ratings of a handful.
  const surveyRows = rated.length < 5 ? [] : rated;
  const survey = table(
    [
      ['Date de réponse', 'N° ticket', 'E-mail', 'Note (sur 5)', 'Commentaire'],
      ...surveyRows.map((one) => {
        const { y, m, d, h, min } = local(one.at);
        return [
          `${d}/${m}/${y} ${h}:${min}`,
          `${kind < 0.35 ? 'T-' : ''}${number(one.thread)}`,
          one.person?.email,
          one.rating,
          one.text,
        ];
      }),
    ],
    ';',
  );
  return [
    ...(kind < 0.35
      ? [sheetsOf(plan, tickets)]
      : kind < 0.65
        ? [eventsOf(plan, tickets)]
        : casesOf(plan, tickets)),
    { path: 'service/satisfaction.csv', text: windows1252(survey), messages: surveyRows },
  ];
}
