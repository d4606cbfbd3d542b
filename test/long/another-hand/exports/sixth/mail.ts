import type { HandFile, HandMessage } from '../../message.js';
import { fullName, type Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { french, grouped, iso, number, table } from '../cells.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
const subjectOf = (list: readonly HandMessage[]): string =>
  list.find(({ title }) => title !== undefined)?.title ?? 'Demande';

/** Messages of Front’s API, newest first; the conversation is a link. */
function front({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const threads = new Map(grouped(messages, ({ thread }) => thread));
  const shown = messages.toReversed();
  const results = shown.map((one) => {
    const person = one.person as Person,
      customer = one.side === 'customer',
      id = `msg_${number(one.id, 'front')}`,
      list = threads.get(one.thread) ?? [];
    const handles = [
      { name: fullName(person), handle: person.email, role: customer ? 'from' : 'to' },
      { name: null, handle: `conso@${brand.domain}`, role: customer ? 'to' : 'from' },
    ];
    return {
      _links: {
        self: `https://api2.frontapp.com/messages/${id}`,
        related: { conversation: `https://api2.frontapp.com/conversations/cnv_${number(one.thread, 'cnv')}` },
      },
      id,
      message_uid: `fmid-${number(one.id)}`,
      type: 'email',
      is_inbound: customer,
      created_at: Math.floor(one.at) / 1000,
      blurb: one.text.replaceAll('\n', ' ').slice(0, 80),
      subject: `${list[0] === one ? '' : 'Re: '}${subjectOf(list)}`,
      body: `<div>${escaped(one.text)}</div>`,
      text: one.text,
      error_type: null,
      version: null,
      draft_mode: null,
      author:
        one.side === 'staff'
          ? {
              id: `tea_${brand.agents.indexOf(`${one.agent}`)}`,
              email: `agent${brand.agents.indexOf(`${one.agent}`)}@${brand.domain}`,
              first_name: one.agent,
              is_admin: false,
            }
          : null,
      recipients: handles,
      attachments: [],
      metadata: {},
    };
  });
  return {
    path: 'mails/front_messages.json',
    text: JSON.stringify({ _pagination: { next: null }, _results: results }),
    messages: shown,
  };
}

/** Conversations of Help Scout with their threads inside, newest first. */
function helpScout({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const groups = grouped(messages, ({ thread }) => thread);
  const person = (one: HandMessage): object => ({
    id: Number(number(one.person?.id ?? '')),
    type: 'customer',
    first: one.person?.first,
    last: one.person?.last,
    photoUrl: '',
    email: one.person?.email,
  });
  const agent = (one: HandMessage): object =>
    one.side === 'automatic'
      ? { id: 1, type: 'user', first: 'Help', last: 'Scout', photoUrl: '', email: 'none@nowhere.com' }
      : {
          id: 500 + brand.agents.indexOf(`${one.agent}`),
          type: 'user',
          first: one.agent,
          last: brand.name,
          photoUrl: '',
          email: `agent@${brand.domain}`,
        };
  const conversations = groups.map(([thread, list]) => {
    const first = list[0] as HandMessage;
    return {
      id: Number(number(thread)),
      number: Number(number(thread, 'nr')),
      threads: list.length,
      type: 'email',
      folderId: 12,
      status: list.at(-1)?.side === 'staff' ? 'pending' : 'active',
      state: 'published',
      subject: subjectOf(list),
      preview: first.text.slice(0, 60),
      mailboxId: 85,
      createdBy: person(first),
      createdAt: iso(first.at),
      source: { type: 'email', via: 'customer' },
      tags: [],
      cc: [],
      bcc: [],
      primaryCustomer: person(first),
      customFields: [],
      _embedded: {
        threads: list
          .toReversed()
          .map((one) => ({
            id: Number(number(one.id)),
            type: one.side === 'customer' ? 'customer' : 'message',
            status: 'active',
            state: 'published',
            action: { type: 'default', associatedEntities: {} },
            body: escaped(one.text),
            source: { type: 'email', via: one.side === 'customer' ? 'customer' : 'user' },
            customer: person(one),
            createdBy: one.side === 'customer' ? person(one) : agent(one),
            to: one.side === 'customer' ? [] : [one.person?.email],
            cc: [],
            bcc: [],
            createdAt: iso(one.at),
          })),
      },
    };
  });
  return {
    path: 'mails/conversations.json',
    text: JSON.stringify({
      _embedded: { conversations },
      page: { size: 25, totalElements: conversations.length, totalPages: 1, number: 1 },
    }),
    messages: groups.flatMap(([, list]) => list.toReversed()),
  };
}

/** A mailbox as an add-on of Thunderbird lists it: no ids, a subject and addresses alone. */
function indexed({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const subjects = new Map(
    grouped(messages, ({ thread }) => thread).map(([id, list]) => [id, subjectOf(list)]),
  );
  const met = new Set<string>();
  const rows = messages.map((one) => {
    const service = `"Service consommateurs ${brand.name}" <conso@${brand.domain}>`,
      them = `"${fullName(one.person as Person)}" <${one.person?.email}>`,
      subject = `${met.has(one.thread) ? 'Re: ' : ''}${subjects.get(one.thread)}`;
    met.add(one.thread);
    return one.side === 'customer'
      ? [subject, them, service, french(one.at), '', one.text]
      : [subject, service, them, french(one.at), '', one.text];
  });
  const header = ['Objet', 'Expéditeur', 'Destinataire', 'Date', 'Pièces jointes', 'Corps du message'];
  return { path: 'mails/Courrier entrant/index.csv', text: table([header, ...rows], ','), messages };
}

export function mailFiles(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const kind = plan.layout['mail'] ?? 0;
  return [
    kind < 0.35 ? front(plan, messages) : kind < 0.7 ? helpScout(plan, messages) : indexed(plan, messages),
  ];
}
