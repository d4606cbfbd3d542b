import { ofStaff, ticketsOf, who, type Ticket } from '../desk-tickets.js';
import type { HandCase } from '../../conversation.js';
import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { iso, number, table } from '../cells.js';
import { clock, frenchTable, stamp } from './cells.js';

const listed = (tickets: readonly Ticket[]): HandMessage[] => tickets.flatMap(({ list }) => list);

/** Zendesk’s JSON export: a ticket a line, its comments inside, people by their number and as objects. */
function zendeskLines({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const user = (one: HandMessage): object => ({
    id: Number(number(one.person?.id ?? '', 'zu')),
    name: who(one),
    email: one.person?.email,
    role: 'end-user',
  });
  const author = (one: HandMessage): number =>
    one.side === 'automatic'
      ? -1
      : ofStaff(one)
        ? 900 + brand.agents.indexOf(`${one.agent}`)
        : Number(number(one.person?.id ?? '', 'zu'));
  const lines = tickets.map(({ thread, first, list, subject, closedAt }) =>
    JSON.stringify({
      url: `https://${brand.handle}.zendesk.com/api/v2/tickets/${number(thread, 'zl')}.json`,
      id: Number(number(thread, 'zl')),
      external_id: null,
      via: { channel: first.noted === true ? 'voice' : 'web', source: { from: {}, to: {}, rel: null } },
      created_at: iso(first.at),
      updated_at: iso(closedAt ?? list.at(-1)?.at ?? first.at),
      type: null,
      subject,
      raw_subject: subject,
      description: first.text,
      priority: 'normal',
      status: closedAt === undefined ? 'open' : 'solved',
      requester: user(first),
      submitter: first.noted === true ? { id: author(first), name: first.agent, role: 'agent' } : user(first),
      assignee: {
        id: 900 + brand.agents.indexOf(`${first.agent}`),
        name: first.agent,
        email: `agent@${brand.domain}`,
        role: 'agent',
      },
      tags: [],
      custom_fields: [],
      comments: list.map((one) => ({
        id: Number(number(one.id, 'zc')),
        type: 'Comment',
        author_id: author(one),
        body: one.text,
        html_body: `<div class="zd-comment"><p>${one.text}</p></div>`,
        plain_body: one.text,
        public: one.side !== 'internal',
        attachments: [],
        via: { channel: one.side === 'automatic' ? 'rule' : 'web' },
        created_at: iso(one.at),
      })),
    }),
  );
  return [{ path: 'zendesk/tickets-export.json', text: `${lines.join('\n')}\n`, messages: listed(tickets) }];
}

const html = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`;

/** Odoo’s messages of tickets, in French, bodies as HTML, and the table of the tickets. */
function odoo({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const rows = tickets.flatMap(({ thread, list, subject }) =>
    list.map((one) => [
      Number(number(one.id, 'od')),
      stamp(one.at),
      one.side === 'automatic'
        ? `"${brand.name}" <noreply@${brand.domain}>`
        : ofStaff(one)
          ? `"${one.agent}" <conso@${brand.domain}>`
          : `"${who(one)}" <${one.person?.email}>`,
      subject,
      html(one.text),
      ofStaff(one) && one.side !== 'customer' && one.side !== 'staff' ? 'Notification' : 'E-mail',
      one.side === 'internal' ? 'Note' : 'Discussions',
      'helpdesk.ticket',
      Number(number(thread, 'od')),
    ]),
  );
  const header = [
    'ID',
    'Date',
    'De',
    'Sujet',
    'Contenu',
    'Type',
    'Sous-type',
    'Modèle du document associé',
    'ID du document associé',
  ];
  const list = tickets.map(({ thread, first, subject, closedAt }) => [
    Number(number(thread, 'od')),
    subject,
    who(first),
    first.person?.email,
    closedAt === undefined ? 'En cours' : 'Résolu',
    stamp(first.at),
    closedAt === undefined ? '' : stamp(closedAt),
  ]);
  const head = ['ID', 'Sujet', 'Client', 'E-mail du client', 'Étape', 'Créé le', 'Date de fermeture'];
  return [
    { path: 'odoo/mail.message.csv', text: table([header, ...rows], ','), messages: listed(tickets) },
    {
      path: 'odoo/helpdesk.ticket.csv',
      text: table([head, ...list], ','),
      messages: list.map(() => undefined),
    },
  ];
}

/** Trengo’s API: tickets with their messages, in and out, and notes. */
function trengo({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const data = tickets.map(({ thread, first, list, subject, closedAt }) => ({
    id: Number(number(thread, 'tr')),
    status: closedAt === undefined ? 'ASSIGNED' : 'CLOSED',
    subject,
    closed_at: closedAt === undefined ? null : stamp(closedAt),
    created_at: stamp(first.at),
    channel: { id: 12, type: 'EMAIL', title: `Conso ${brand.name}` },
    contact: { id: Number(number(first.person?.id ?? '')), name: who(first), email: first.person?.email },
    messages: list.map((one) => ({
      id: Number(number(one.id, 'tr')),
      ticket_id: Number(number(thread, 'tr')),
      type: one.side === 'internal' ? 'NOTE' : ofStaff(one) ? 'OUTBOUND' : 'INBOUND',
      body_type: 'TEXT',
      message: one.text,
      created_at: stamp(one.at),
      contact: ofStaff(one)
        ? null
        : { id: Number(number(one.person?.id ?? '')), name: who(one), email: one.person?.email },
      agent: ofStaff(one)
        ? {
            id: brand.agents.indexOf(`${one.agent}`) + 1,
            name: one.side === 'automatic' ? 'Automatisation' : one.agent,
            email: `conso@${brand.domain}`,
          }
        : null,
    })),
  }));
  return [{ path: 'trengo/tickets.json', text: JSON.stringify({ data }), messages: listed(tickets) }];
}

/** Answers to a survey of recommendation, from 0 to 10, as a French tool lists them. */
function recommended(answers: readonly HandMessage[]): HandFile {
  const rows = answers.map((one) => {
    const score = (one.rating ?? 3) * 2;
    return [
      clock(one.at),
      `${score},0`,
      score >= 9 ? 'Promoteur' : score >= 7 ? 'Passif' : 'Détracteur',
      one.text,
      one.person?.email,
    ];
  });
  const header = ['Date de réponse', 'Note NPS (0-10)', 'Profil', 'Verbatim', 'E-mail'];
  return { path: 'enquêtes/NPS après contact.csv', text: frenchTable([header, ...rows]), messages: answers };
}

export function deskFiles(
  plan: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile[] {
  const answers = messages.filter(({ purpose }) => purpose === 'survey');
  const tickets = ticketsOf(
    plan,
    messages.filter(({ purpose }) => purpose !== 'survey'),
    cases,
  );
  const kind = plan.layout['ticket'] ?? 0,
    write = kind < 0.4 ? zendeskLines : kind < 0.7 ? odoo : trengo;
  return [...write(plan, tickets), ...(answers.length < 5 ? [] : [recommended(answers)])];
}
