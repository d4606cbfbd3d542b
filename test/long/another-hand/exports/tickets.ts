import type { HandCase } from '../conversation.js';
import type { HandFile, HandMessage } from '../message.js';
import { fullName } from '../names.js';
import type { Plan } from '../plan.js';
import { french, grouped, iso, number, table } from './cells.js';

type Status = 'solved' | 'pending' | 'open';

/** The status of a ticket when the quarter ends. */
function statusOf({ resolvedAt, resolvedHow, firstReplyAt = Infinity }: HandCase, end: number): Status {
  if (resolvedAt !== undefined && resolvedAt < end && resolvedHow !== 'silent') return 'solved';
  return firstReplyAt < end ? 'pending' : 'open';
}

/** Tickets with all that was written in them, as three tools export them. */
export function ticketFile(
  { brand, layout, end }: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile {
  const kind = layout['ticket'] ?? 0;
  const caseOf = (one: HandMessage): HandCase => cases.get(one.thread) as HandCase;
  const threads = grouped(messages, ({ thread }) => thread);
  const author = ({ side, person, agent }: HandMessage): string =>
    side === 'customer' && person !== undefined
      ? fullName(person)
      : side !== 'automatic'
        ? `${agent}`
        : 'Robot';
  if (kind < 0.35) {
    const words = { solved: 'Résolu', pending: 'En attente client', open: 'Ouvert' };
    const sides = {
      customer: 'Entrant',
      staff: 'Sortant',
      automatic: 'Automatique',
      internal: 'Note interne',
      press: '',
    };
    const header = [
      'N° ticket',
      'Date du message',
      'Objet',
      'Statut',
      'Canal',
      'Client',
      'E-mail client',
      'Sens',
      'Auteur',
      'Message',
    ];
    const rows = threads
      .flatMap(([, list]) => list)
      .map((one) => [
        number(one.thread),
        french(one.at),
        caseOf(one).messages[0]?.title,
        words[statusOf(caseOf(one), end)],
        'Formulaire',
        one.person && fullName(one.person),
        one.person?.email,
        sides[one.side],
        author(one),
        one.text,
      ]);
    return {
      path: 'prive/tickets.csv',
      text: `\uFEFF${table([header, ...rows], ';')}`,
      messages: threads.flatMap(([, list]) => list),
    };
  }
  if (kind < 0.65) {
    const header = [
      'Ticket ID',
      'Created at',
      'Subject',
      'Status',
      'Requester',
      'Requester email',
      'Author',
      'Author role',
      'Public',
      'Body',
    ];
    const roles = { customer: 'end-user', staff: 'agent', automatic: 'system', internal: 'agent', press: '' };
    const rows = messages.map((one) => [
      number(one.thread),
      iso(one.at),
      caseOf(one).messages[0]?.title,
      statusOf(caseOf(one), end),
      one.person && fullName(one.person),
      one.person?.email,
      author(one),
      roles[one.side],
      String(one.side !== 'internal'),
      one.text,
    ]);
    return { path: 'prive/ticket_comments.csv', text: table([header, ...rows], ','), messages };
  }
  const lines = threads.map(([thread, list]) => {
    const person = list[0]?.person;
    const requester = Number(number(person?.id ?? ''));
    return JSON.stringify({
      url: `https://${brand.domain.split('.')[0]}.zendesk.example/api/v2/tickets/${number(thread)}.json`,
      id: Number(number(thread)),
      via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
      created_at: iso(list[0]?.at ?? 0),
      updated_at: iso(list.at(-1)?.at ?? 0),
      subject: list[0]?.title,
      raw_subject: list[0]?.title,
      description: list[0]?.text,
      status: statusOf(caseOf(list[0] as HandMessage), end),
      requester_id: requester,
      submitter_id: requester,
      requester: person && { id: requester, name: fullName(person), email: person.email },
      tags: ['formulaire'],
      comments: list.map((one) => ({
        id: Number(number(one.id)),
        type: 'Comment',
        author_id:
          one.side === 'customer'
            ? requester
            : one.side !== 'automatic'
              ? 7000 + brand.agents.indexOf(`${one.agent}`)
              : -1,
        body: one.text,
        html_body: `<div class="zd-comment"><p>${one.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p></div>`,
        plain_body: one.text,
        public: one.side !== 'internal',
        created_at: iso(one.at),
        via: { channel: one.side === 'automatic' ? 'rule' : 'web' },
      })),
    });
  });
  return {
    path: 'prive/zendesk-export.json',
    text: `${lines.join('\n')}\n`,
    messages: threads.flatMap(([, list]) => list),
  };
}
