import type { HandFile, HandMessage } from '../../message.js';
import type { Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ofInstagram, privateName } from '../../private-name.js';
import { french, grouped, iso, number, table } from '../cells.js';

const shown = (plan: Plan, channel: 'whatsapp' | 'dm', one: HandMessage): string =>
  privateName(plan, channel, one.person as Person);
const agentOf = ({ brand }: Plan, one: HandMessage): string =>
  one.side === 'automatic' ? brand.name : `${one.agent}`;

/** Freshchat: conversations with their messages in parts, and its users and agents beside. */
function freshchat(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const groups = grouped(messages, ({ thread }) => thread);
  const id = (text: string): string => `${number(text, 'fc')}-0000-4000-8000-${number(text, 'fd')}`;
  const staffOf = (one: HandMessage): string => id(`agent${plan.brand.agents.indexOf(`${one.agent}`)}`);
  const conversations = groups.map(([thread, list]) => ({
    conversation_id: id(thread),
    channel_id: id('channel'),
    status: 'resolved',
    users: [
      { id: id(list[0]?.person?.id ?? ''), first_name: shown(plan, 'whatsapp', list[0] as HandMessage) },
    ],
    messages: list.map((one) => ({
      id: id(one.id),
      app_id: id('app'),
      conversation_id: id(thread),
      channel_id: id('channel'),
      message_type: 'normal',
      message_source: one.side === 'automatic' ? 'bot' : 'mobile',
      actor_type: one.side === 'customer' ? 'user' : one.side === 'staff' ? 'agent' : 'system',
      actor_id: one.side === 'customer' ? id(one.person?.id ?? '') : staffOf(one),
      message_parts:
        one.media === undefined
          ? [{ text: { content: one.text } }]
          : [{ image: { url: 'https://fc.example/image.jpg' } }],
      created_time: new Date(one.at).toISOString(),
    })),
  }));
  const agents = plan.brand.agents.map((name, at) => ({
    id: id(`agent${at}`),
    first_name: name,
    last_name: '',
  }));
  return {
    path: 'chat/freshchat.json',
    text: JSON.stringify({ conversations, agents }),
    messages: groups.flatMap(([, list]) => list),
  };
}

/** tawk.to: a chat with its visitor and its messages, senders by a letter. */
function tawk(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const groups = grouped(messages, ({ thread }) => thread);
  const chats = groups.map(([thread, list]) => ({
    id: number(thread, 'tawk'),
    type: 'chat',
    pageId: '6c0a1f',
    visitor: {
      id: number(list[0]?.person?.id ?? ''),
      name: shown(plan, 'whatsapp', list[0] as HandMessage),
      email: null,
    },
    createdOn: iso(list[0]?.at ?? 0),
    messageCount: list.length,
    messages: list.map((one) => ({
      sender:
        one.side === 'customer'
          ? { t: 'v', n: shown(plan, 'whatsapp', one) }
          : one.side === 'automatic'
            ? { t: 's', n: 'System' }
            : { t: 'a', n: agentOf(plan, one), id: String(plan.brand.agents.indexOf(`${one.agent}`)) },
      type: 'msg',
      msg: one.text,
      time: new Date(one.at).toISOString(),
      attchs: one.media === undefined ? [] : [{ type: 'file', content: { file: { name: 'photo.jpg' } } }],
    })),
  }));
  return {
    path: 'chat/tawk_chats.json',
    text: JSON.stringify(chats),
    messages: groups.flatMap(([, list]) => list),
  };
}

export const siteChats = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['whatsapp'] ?? 0) < 0.5 ? freshchat(plan, messages) : tawk(plan, messages),
];

/** Messages of RingCentral Engage Digital, once Dimelo: its columns, dates by the minute. */
function engageDigital(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const network = ofInstagram(plan) ? 'Instagram' : 'Facebook Messenger';
  const id = (text: string): string => `5f${number(text, 'rc').padEnd(22, '0').slice(0, 22)}`;
  const rows = messages.map((one) => [
    french(one.at),
    id('source'),
    network,
    `${plan.brand.name} ${network}`,
    id(one.thread),
    'Message privé',
    id(one.id),
    'true',
    one.side === 'customer' ? 'Synchronizer' : 'Agent',
    one.side === 'automatic' ? 'true' : 'false',
    one.side === 'customer' ? 'Replied' : 'Agent reply',
    one.side === 'customer' ? '' : agentOf(plan, one),
    one.side === 'customer' ? id(one.person?.id ?? '') : id('brand'),
    one.side === 'customer' ? shown(plan, 'dm', one) : plan.brand.name,
    one.media === undefined ? one.text : '',
    'fr',
    one.parent === undefined ? '' : id(one.parent),
    one.media === undefined ? 0 : 1,
  ]);
  const header =
    'created_at;source_id;source_type;source_name;content_thread_id;type;id;private_message;created_from;auto_submitted;status;creator_name;author_id;author_name;body;language;in_reply_to_id;attachments_count'.split(
      ';',
    );
  return { path: 'réseaux/messages.csv', text: table([header, ...rows], ';'), messages };
}

/** Private messages of a social suite, newest first: who sent, who received. */
function sprinklr(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const rows = messages.toReversed().map((one) => {
    const customer = one.side === 'customer',
      them = shown(plan, 'dm', one);
    return [
      ofInstagram(plan) ? 'INSTAGRAM' : 'FACEBOOK',
      ofInstagram(plan) ? 'Instagram Direct Message' : 'Facebook Private Message',
      number(one.thread, 'sp'),
      number(one.id, 'sp'),
      customer ? number(one.person?.id ?? '', 'sp') : '1000',
      customer ? them : plan.brand.name,
      customer ? plan.brand.name : them,
      one.text,
      iso(one.at).replace('T', ' ').replace('Z', ''),
      customer ? '' : agentOf(plan, one),
      one.media === undefined ? '' : 'PHOTO',
    ];
  });
  const header =
    'SocialNetwork,MessageType,ConversationId,MessageId,SenderUserId,SenderScreenName,ReceiverScreenName,Message,CreatedTime,AgentName,MediaTypeList'.split(
      ',',
    );
  return {
    path: 'réseaux/Care_Messages.csv',
    text: `\uFEFF${table([header, ...rows], ',')}`,
    messages: messages.toReversed(),
  };
}

export const socialInbox = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['dm'] ?? 0) % 0.5 < 0.25 ? engageDigital(plan, messages) : sprinklr(plan, messages),
];
