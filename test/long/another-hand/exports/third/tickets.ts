import type { HandCase } from '../../conversation.js';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName } from '../../names.js';
import type { Plan } from '../../plan.js';
import { grouped, iso, number } from '../cells.js';

interface Ticket {
  readonly id: number;
  readonly list: readonly HandMessage[];
  readonly first: HandMessage;
  /** When it was solved, as the tool knows: merged tickets are closed by their last message. */
  readonly solvedAt: number | undefined;
  readonly answered: boolean;
  readonly subject: string;
}

/** Tickets of four desks, each as its API gives them. */
export function deskFile(
  { brand, layout, start, end }: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile {
  const kind = layout['ticket'] ?? 0;
  const subjects = new Map(
    [...cases.values()]
      .flatMap((one) => one.messages.map(({ thread, title }) => [thread, title] as const))
      .toReversed()
      .filter(([, title]) => title !== undefined),
  );
  const tickets = grouped(messages, ({ thread }) => thread).map(([thread, list]): Ticket => {
    const { resolvedAt = Infinity, resolvedHow } = cases.get(`${list[0]?.caseId}`) as HandCase,
      merged = thread.endsWith('m') && list.at(-1)?.side === 'automatic';
    return {
      id: Number(number(thread)) % 1_000_000_000,
      list,
      first: list[0] as HandMessage,
      solvedAt: merged
        ? list.at(-1)?.at
        : thread.endsWith('m') ||
            thread.endsWith('x') ||
            resolvedHow === 'silent' ||
            resolvedAt >= end ||
            resolvedAt < start
          ? undefined
          : Math.max(resolvedAt, list.at(-1)?.at ?? 0),
      answered: list.some(({ side }) => side === 'staff'),
      subject: subjects.get(thread) ?? 'Demande',
    };
  });
  const shown = tickets.flatMap(({ list }) => list);
  const client = ({ person }: HandMessage) => ({
    id: Number(person?.id.slice(1)) + 500_000,
    name: person === undefined ? '' : fullName(person),
    email: `${person?.email}`,
  });
  const agentId = ({ agent }: HandMessage): number => 900 + Math.max(0, brand.agents.indexOf(`${agent}`));
  const outbound = ({ side }: HandMessage): boolean => side !== 'customer';
  const html = (text: string): string =>
    `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
  if (kind < 0.25) {
    const data = tickets.map(({ id, list, first, solvedAt, subject }) => ({
      id,
      uri: `/api/tickets/${id}/`,
      status: solvedAt === undefined ? 'open' : 'closed',
      channel: 'contact_form',
      via: 'contact_form',
      from_agent: false,
      spam: false,
      subject,
      customer: client(first),
      created_datetime: iso(first.at),
      closed_datetime: solvedAt === undefined ? null : iso(solvedAt),
      messages: list.map((one) => ({
        id: Number(number(one.id)) % 1_000_000_000,
        ticket_id: id,
        public: one.side !== 'internal',
        channel: one.side === 'internal' ? 'internal-note' : 'email',
        via: one.side === 'automatic' ? 'rule' : one.side === 'staff' ? 'helpdesk' : 'email',
        from_agent: outbound(one),
        sender: outbound(one)
          ? {
              id: agentId(one),
              email: `conso@${brand.domain}`,
              name: one.side === 'automatic' ? 'Gorgias Bot' : one.agent,
            }
          : client(one),
        body_text: one.text,
        stripped_text: one.text,
        created_datetime: iso(one.at),
        sent_datetime: iso(one.at),
        attachments: [],
      })),
    }));
    return {
      path: 'desk/gorgias-tickets.json',
      text: JSON.stringify({ object: 'list', uri: '/api/tickets', data, meta: {} }),
      messages: shown,
    };
  }
  if (kind < 0.5) {
    const data = tickets.map(({ id, list, first, solvedAt, answered, subject }) => ({
      id,
      subject,
      description: html(first.text),
      description_text: first.text,
      status: solvedAt !== undefined ? 5 : answered ? 3 : 2,
      stats: {
        resolved_at: solvedAt === undefined ? null : iso(solvedAt),
        closed_at: solvedAt === undefined ? null : iso(solvedAt),
      },
      priority: 1,
      source: 2,
      requester_id: client(first).id,
      responder_id: agentId(first),
      fr_due_by: iso(first.at + 86_400_000),
      created_at: iso(first.at),
      updated_at: iso(list.at(-1)?.at ?? 0),
      requester: client(first),
      conversations: list
        .slice(1)
        .map((one) => ({
          id: Number(number(one.id)) % 1_000_000_000,
          body: html(one.text),
          body_text: one.text,
          incoming: !outbound(one),
          private: one.side === 'internal',
          user_id: outbound(one) ? agentId(one) : client(one).id,
          created_at: iso(one.at),
          attachments: [],
        })),
    }));
    return { path: 'desk/freshdesk.json', text: JSON.stringify(data, undefined, 1), messages: shown };
  }
  if (kind < 0.75) {
    const conversations = tickets.map(({ id, list, first, solvedAt, subject }) => ({
      type: 'conversation',
      id: String(id),
      created_at: Math.floor(first.at / 1000),
      state: solvedAt === undefined ? 'open' : 'closed',
      statistics: solvedAt === undefined ? {} : { last_close_at: Math.floor(solvedAt / 1000) },
      source: {
        type: 'email',
        id: number(first.id),
        subject: html(subject),
        body: html(first.text),
        author: { type: 'user', ...client(first), id: `u${client(first).id}` },
        attachments: [],
      },
      contacts: { contacts: [{ type: 'contact', id: `u${client(first).id}` }] },
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: list
          .slice(1)
          .map((one) => ({
            type: 'conversation_part',
            id: number(one.id),
            part_type: one.side === 'internal' ? 'note' : 'comment',
            body: html(one.text),
            created_at: Math.floor(one.at / 1000),
            author: outbound(one)
              ? one.side === 'automatic'
                ? { type: 'bot', id: '1', name: 'Operator' }
                : { type: 'admin', id: String(agentId(one)), name: one.agent }
              : { type: 'user', ...client(one), id: `u${client(one).id}` },
            attachments: [],
          })),
      },
    }));
    return {
      path: 'desk/intercom.json',
      text: JSON.stringify({ type: 'conversation.list', conversations }),
      messages: shown,
    };
  }
  const records = tickets.map(({ id, list, first, solvedAt, answered, subject }) => ({
    attributes: { type: 'Case', url: `/services/data/v60.0/sobjects/Case/500${id}` },
    Id: `500${id}`,
    CaseNumber: String(id),
    Subject: subject,
    Description: first.text,
    Status: solvedAt !== undefined ? 'Closed' : answered ? 'On Hold' : 'New',
    Origin: 'Email',
    IsClosed: solvedAt !== undefined,
    CreatedDate: iso(first.at).replace('Z', '.000+0000'),
    ClosedDate: solvedAt === undefined ? null : iso(solvedAt).replace('Z', '.000+0000'),
    SuppliedName: client(first).name,
    SuppliedEmail: client(first).email,
    ContactId: `003${client(first).id}`,
    ContactEmail: client(first).email,
    EmailMessages: {
      totalSize: list.length,
      done: true,
      // The mail that opened a case is its description too.
      records: list
        .filter(({ side }) => side !== 'internal')
        .map((one) => ({
          attributes: { type: 'EmailMessage' },
          Id: `02s${number(one.id)}`,
          Incoming: !outbound(one),
          FromName: outbound(one) ? (one.side === 'automatic' ? brand.name : one.agent) : client(one).name,
          FromAddress: outbound(one) ? `conso@${brand.domain}` : client(one).email,
          Subject: `Re: ${subject}`,
          TextBody: one.text,
          MessageDate: iso(one.at).replace('Z', '.000+0000'),
        })),
    },
    CaseComments: {
      totalSize: 0,
      done: true,
      records: list
        .filter(({ side }) => side === 'internal')
        .map((one) => ({
          attributes: { type: 'CaseComment' },
          Id: `00a${number(one.id)}`,
          CommentBody: one.text,
          IsPublished: false,
          CreatedById: `005${agentId(one)}`,
          CreatedBy: { attributes: { type: 'User' }, Name: one.agent },
          CreatedDate: iso(one.at).replace('Z', '.000+0000'),
        })),
    },
  }));
  const order = tickets.flatMap(({ list }) => [
    ...list
      .filter(({ side }) => side !== 'internal')
      .flatMap((one, at) => (at === 0 ? [one, undefined] : [one])),
    ...list.filter(({ side }) => side === 'internal'),
  ]);
  return {
    path: 'desk/salesforce-cases.json',
    text: JSON.stringify({ totalSize: records.length, done: true, records }),
    messages: order,
  };
}
