import type { HandFile, HandMessage } from '../../message.js';
import type { Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { privateName } from '../../private-name.js';
import { grouped, local, number, table } from '../cells.js';

const agentId = ({ brand }: Plan, one: HandMessage): number => brand.agents.indexOf(`${one.agent}`) + 1;

/** Messages of Crisp’s API, all conversations in one list. */
function crisp(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const data = messages.map((one) => ({
    session_id: `session_${number(one.thread, 'crisp')}`,
    website_id: '8c842203-7ed8-4e29-a608-7cf78a7d2fcc',
    type: one.media === undefined ? 'text' : 'file',
    from: one.side === 'customer' ? 'user' : 'operator',
    origin: 'chat',
    content:
      one.media === undefined
        ? one.text
        : { name: 'image.jpg', type: 'image/jpeg', url: 'https://storage.crisp.example/image.jpg' },
    automated: one.side === 'automatic',
    preview: [],
    mentions: [],
    read: '',
    delivered: 'chat',
    fingerprint: Number(number(one.id)),
    timestamp: Math.floor(one.at),
    user:
      one.side === 'customer'
        ? {
            nickname: privateName(plan, 'whatsapp', one.person as Person),
            user_id: `session_${number(one.thread, 'crisp')}`,
          }
        : {
            nickname: one.side === 'automatic' ? plan.brand.name : one.agent,
            user_id: `a4c32c68-${agentId(plan, one)}`,
          },
    stamped: true,
  }));
  return {
    path: 'chat/crisp_messages.json',
    text: JSON.stringify({ error: false, reason: 'listed', data }),
    messages,
  };
}

/** Chats of a French tool: one row a message, a visitor, an adviser or a bot. */
function chatTable(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const groups = grouped(messages, ({ thread }) => thread);
  const time = (at: number): string => {
    const { y, m, d, h, min, s } = local(at);
    return `${y}-${m}-${d} ${h}:${min}:${s}`;
  };
  const rows = groups.flatMap(([thread, list]) =>
    list.map((one) => [
      `conv-${number(thread, 'ia')}`,
      plan.brand.domain,
      privateName(plan, 'whatsapp', one.person as Person),
      list.find(({ side }) => side === 'staff')?.agent,
      time(one.at),
      one.side === 'customer' ? 'visiteur' : one.side === 'staff' ? 'conseiller' : 'bot',
      one.media === undefined ? one.text : '[pièce jointe]',
      '',
    ]),
  );
  const header =
    'ID conversation;Site;Visiteur;Conseiller;Date du message;Type auteur;Message;Satisfaction'.split(';');
  return {
    path: 'chat/conversations_chat.csv',
    text: table([header, ...rows], ';'),
    messages: groups.flatMap(([, list]) => list),
  };
}

export const siteChats = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['whatsapp'] ?? 0) < 0.5 ? crisp(plan, messages) : chatTable(plan, messages),
];

/** Chatwoot’s conversations, a page each, times in seconds. */
function chatwoot(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const groups = grouped(messages, ({ thread }) => thread);
  const contact = (one: HandMessage): object => ({
    id: Number(number(one.person?.id ?? '')),
    name: privateName(plan, 'dm', one.person as Person),
    email: null,
    phone_number: null,
    type: 'contact',
  });
  const pages = groups.map(([thread, list]) => ({
    meta: {
      labels: [],
      additional_attributes: {},
      contact: contact(list[0] as HandMessage),
      assignee: null,
      agent_last_seen_at: null,
    },
    payload: list.map((one) => ({
      id: Number(number(one.id)),
      content: one.media === undefined ? one.text : null,
      inbox_id: 3,
      conversation_id: Number(number(thread, 'cw')),
      message_type: one.side === 'customer' ? 0 : one.side === 'staff' ? 1 : 3,
      content_type: 'text',
      status: 'sent',
      content_attributes: {},
      created_at: Math.floor(one.at / 1000),
      private: false,
      source_id: null,
      ...(one.side === 'customer'
        ? { sender: contact(one) }
        : one.side === 'staff'
          ? { sender: { id: agentId(plan, one), name: one.agent, available_name: one.agent, type: 'user' } }
          : {}),
      ...(one.media === undefined
        ? {}
        : { attachments: [{ id: 1, file_type: 'image', data_url: 'https://app.chatwoot.example/p.jpg' }] }),
    })),
  }));
  return {
    path: 'réseaux/chatwoot_instagram.json',
    text: JSON.stringify(pages),
    messages: groups.flatMap(([, list]) => list),
  };
}

/** The inbox of a social suite, both ways, newest first. */
function inboxTable(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const shown = messages.toReversed();
  const rows = shown.map((one) => {
    const { y, m, d, h, min } = local(one.at);
    return [
      `${d}/${m}/${y}`,
      `${h}:${min}`,
      'Messenger',
      'Message privé',
      one.side === 'customer' ? 'Reçu' : 'Envoyé',
      one.side === 'customer'
        ? privateName(plan, 'dm', one.person as Person)
        : one.side === 'staff'
          ? `${plan.brand.name} (${one.agent})`
          : plan.brand.name,
      one.media === undefined ? one.text : '',
      `t_${number(one.thread, 'inbox')}`,
      'Traité',
    ];
  });
  const header = [
    'Date',
    'Heure',
    'Réseau',
    'Type d’élément',
    'Sens',
    'Auteur',
    'Contenu',
    'ID de conversation',
    'Statut',
  ];
  return { path: 'réseaux/Boîte de réception.csv', text: table([header, ...rows], ';'), messages: shown };
}

export const socialInbox = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['dm'] ?? 0) < 0.5 ? chatwoot(plan, messages) : inboxTable(plan, messages),
];
