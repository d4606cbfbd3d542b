import { ofStaff, ticketsOf, who, type Ticket } from '../desk-tickets.js';
import type { HandCase } from '../../conversation.js';
import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { french, iso, number, table } from '../cells.js';

/** Zammad: tickets beside their articles. */
function zammad({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const id = (thread: string): number => Number(ZAMMAD.idOf(thread));
  const list = tickets.map(({ thread, first, list: said, subject, closedAt }) => ({
    id: id(thread),
    group_id: 1,
    group: 'Consommateurs',
    priority: '2 normal',
    state: closedAt !== undefined ? 'closed' : said.some(({ side }) => side === 'staff') ? 'open' : 'new',
    number: `20${id(thread)}`,
    title: subject,
    owner: `agent@${brand.domain}`,
    customer_id: Number(number(first.person?.id ?? '')),
    customer: first.person?.email,
    close_at: closedAt === undefined ? null : iso(closedAt),
    last_contact_at: iso(said.at(-1)?.at ?? 0),
    article_count: said.length,
    created_at: iso(first.at),
    updated_at: iso(closedAt ?? said.at(-1)?.at ?? 0),
  }));
  const articles = tickets.flatMap(({ thread, list: said, subject }) =>
    said.map((one, at) => ({
      id: Number(number(one.id, 'art')),
      ticket_id: id(thread),
      type: one.side === 'internal' ? 'note' : one.noted === true ? 'phone' : at === 0 ? 'web' : 'email',
      sender: one.side === 'automatic' ? 'System' : one.side === 'customer' ? 'Customer' : 'Agent',
      from:
        one.side !== 'customer'
          ? `${one.side === 'automatic' ? brand.name : one.agent} <conso@${brand.domain}>`
          : `${who(one)} <${one.person?.email}>`,
      to: one.side === 'staff' ? `${who(one)} <${one.person?.email}>` : null,
      subject: `${at === 0 ? '' : 'Re: '}${subject}`,
      message_id: null,
      in_reply_to: null,
      content_type: 'text/plain',
      body: one.text,
      internal: one.side === 'internal',
      created_at: iso(one.at),
      updated_at: iso(one.at),
      created_by: ofStaff(one) ? `agent@${brand.domain}` : one.person?.email,
      attachments: [],
    })),
  );
  return [
    { path: 'sav/zammad_tickets.json', text: JSON.stringify(list), messages: list.map(() => undefined) },
    {
      path: 'sav/zammad_ticket_articles.json',
      text: JSON.stringify(articles),
      messages: tickets.flatMap(({ list: said }) => said),
    },
  ];
}

/** Zoho Desk: tickets with their conversations, an agent’s comment is not public. */
function zoho({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const rows = tickets.map(({ thread, first, list, subject, closedAt }) => ({
    id: ZOHO.idOf(thread),
    ticketNumber: number(thread, 'zd'),
    subject,
    status: closedAt === undefined ? 'Open' : 'Closed',
    statusType: closedAt === undefined ? 'Open' : 'Closed',
    channel: first.noted === true ? 'Phone' : 'Web',
    email: first.person?.email,
    contact: {
      id: `4000001${number(first.person?.id ?? '')}`,
      firstName: first.person?.first,
      lastName: first.person?.last,
      email: first.person?.email,
      type: null,
    },
    createdTime: iso(first.at).replace('Z', '.000Z'),
    closedTime: closedAt === undefined ? null : iso(closedAt).replace('Z', '.000Z'),
    threadCount: String(list.length),
    conversations: list.map((one, at) => {
      const author = {
        id: ofStaff(one) ? `7${brand.agents.indexOf(`${one.agent}`)}` : number(one.person?.id ?? ''),
        name: one.side === 'automatic' ? brand.name : ofStaff(one) ? one.agent : who(one),
        email: ofStaff(one) ? `conso@${brand.domain}` : one.person?.email,
        type: ofStaff(one) ? 'AGENT' : 'END_USER',
      };
      return one.side === 'internal'
        ? {
            type: 'comment',
            id: `5${number(one.id)}`,
            isPublic: false,
            contentType: 'plainText',
            content: one.text,
            commentedTime: iso(one.at).replace('Z', '.000Z'),
            commenter: author,
          }
        : {
            type: 'thread',
            id: `5${number(one.id)}`,
            channel: 'EMAIL',
            status: 'SUCCESS',
            direction: one.side === 'customer' ? 'in' : 'out',
            createdTime: iso(one.at).replace('Z', '.000Z'),
            summary: one.text.replaceAll('\n', ' ').slice(0, 60),
            content: one.text,
            contentType: 'text/plain',
            isDescriptionThread: at === 0,
            fromEmailAddress: author.email,
            author,
            visibility: 'public',
          };
    }),
  }));
  return [
    {
      path: 'sav/zoho_desk_tickets.json',
      text: JSON.stringify({ data: rows }),
      messages: tickets.flatMap(({ list }) => list),
    },
  ];
}

/** A French desk’s table, one row a message. */
function dossiers(plan: Plan, tickets: readonly Ticket[]): HandFile[] {
  const kinds = {
    customer: 'Entrant',
    staff: 'Sortant',
    automatic: 'Automatique',
    internal: 'Note interne',
    press: '',
  };
  const rows = tickets.flatMap(({ thread, first, list, subject, closedAt }) =>
    list.map((one) => [
      DOSSIERS.idOf(thread),
      subject,
      closedAt === undefined ? 'En cours' : 'Clôturé',
      french(first.at),
      closedAt === undefined ? '' : french(closedAt),
      first.noted === true ? 'Téléphone' : 'Formulaire web',
      who(one),
      one.person?.email,
      french(one.at),
      kinds[one.side],
      one.side === 'customer' && one.noted !== true
        ? who(one)
        : one.side === 'automatic'
          ? plan.brand.name
          : one.agent,
      one.text,
    ]),
  );
  const header =
    'N° dossier;Objet;Statut;Créé le;Clôturé le;Origine;Client;E-mail;Date du message;Sens;Auteur;Message'.split(
      ';',
    );
  return [
    {
      path: 'sav/Export dossiers détaillé.csv',
      text: `\uFEFF${table([header, ...rows], ';')}`,
      messages: tickets.flatMap(({ list }) => list),
    },
  ];
}

/** How answers were rated, as a tool beside the desk lists it, by the number of the ticket there. */
function rated(plan: Plan, answers: readonly HandMessage[], idIn: (thread: string) => string): HandFile {
  const rows = answers.map((one) => [
    iso(one.at).replace('T', ' ').replace('Z', ''),
    one.rating,
    one.text,
    one.person?.email,
    plan.brand.agents[0],
    idIn(one.thread),
  ]);
  const header = ['Date', 'Score', 'Comment', 'Customer email', 'Agent', 'Ticket ID'];
  return { path: 'sav/nicereply_ratings.csv', text: table([header, ...rows], ','), messages: answers };
}

interface Desk {
  readonly write: (plan: Plan, tickets: readonly Ticket[]) => HandFile[];
  /** What it calls a ticket. */
  readonly idOf: (thread: string) => string;
}
const ZAMMAD: Desk = { write: zammad, idOf: (thread) => number(thread, 'zm') },
  ZOHO: Desk = { write: zoho, idOf: (thread) => `4000000${number(thread, 'zd')}` },
  DOSSIERS: Desk = { write: dossiers, idOf: (thread) => `D${number(thread, 'ew')}` };

/** Tickets of one desk, or of two: those still open when it was changed are in both, under other ids. */
export function deskFiles(
  plan: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile[] {
  const { movedAt } = plan,
    answers = messages.filter(({ purpose }) => purpose === 'survey');
  const tickets = ticketsOf(
    plan,
    messages.filter(({ purpose }) => purpose !== 'survey'),
    cases,
  );
  const kind = plan.layout['ticket'] ?? 0;
  const desks = kind < 0.35 ? [ZOHO, ZAMMAD] : kind < 0.65 ? [ZAMMAD, DOSSIERS] : [DOSSIERS, ZOHO];
  const [old = ZOHO, next = ZAMMAD] = desks;
  const last = movedAt === undefined ? old : next;
  const survey = answers.length < 5 ? [] : [rated(plan, answers, last.idOf)];
  if (movedAt === undefined) return [...old.write(plan, tickets), ...survey];
  const left = tickets.flatMap((ticket): Ticket[] => {
    const list = ticket.list.filter(({ at }) => at < movedAt);
    const closedAt = ticket.closedAt !== undefined && ticket.closedAt < movedAt ? ticket.closedAt : undefined;
    return list.length === 0 ? [] : [{ ...ticket, list, closedAt }];
  });
  const taken = tickets.filter(({ closedAt = Infinity }) => closedAt >= movedAt);
  return [...old.write(plan, left), ...next.write(plan, taken), ...survey];
}
