import type { HandFile, HandMessage } from '../../message.js';
import type { Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ofInstagram, privateName } from '../../private-name.js';
import { grouped, iso, local, number, table } from '../cells.js';

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;');

/** What “SMS Backup & Restore” writes of a telephone of the service; pictures are of `mms`. */
function texts(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const readable = (at: number): string => {
    const { y, m, d, h, min, s } = local(at);
    return `${d}/${m}/${y} ${h}:${min}:${s}`;
  };
  const entries = messages.map((one) => {
    const person = one.person as Person,
      name = privateName(plan, 'whatsapp', person).replace('~ ', ''),
      common = `readable_date="${readable(one.at)}" contact_name="${name === person.phone ? '(Inconnu)' : xml(name)}"`,
      address = person.phone.replaceAll(' ', ''),
      received = one.side === 'customer';
    if (one.media !== undefined)
      return `  <mms date="${Math.floor(one.at)}" msg_box="${received ? 1 : 2}" address="${address}" m_type="132" ct_t="application/vnd.wap.multipart.related" sub="null" read="1" ${common}>\n    <parts>\n      <part seq="0" ct="${one.media === 'voice' ? 'audio/amr' : 'image/jpeg'}" name="${number(one.id)}" chset="null" cl="null" text="null" data="AAAA" />\n    </parts>\n    <addrs>\n      <addr address="${address}" type="${received ? 137 : 151}" charset="106" />\n    </addrs>\n  </mms>`;
    return `  <sms protocol="0" address="${address}" date="${Math.floor(one.at)}" type="${received ? 1 : 2}" subject="null" body="${xml(one.text)}" toa="null" sc_toa="null" service_center="${received ? '+33609001390' : 'null'}" read="1" status="-1" locked="0" date_sent="${received ? Math.floor(one.at) - 1000 : 0}" sub_id="1" ${common} />`;
  });
  return {
    path: 'Chat/sms-20260401120000.xml',
    text: `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore v10.20.002 on 01/04/2026 12:00:00-->\n<smses count="${entries.length}" backup_set="5b2a" backup_date="1775037600000" type="full">\n${entries.join('\n')}\n</smses>\n`,
    messages,
  };
}

/** Chats of a web site as Zendesk Chat’s API gives them: one history a chat. */
function zopim(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const chats = grouped(messages, ({ thread }) => thread);
  const nick = (one: HandMessage): string =>
    one.side === 'customer'
      ? `visitor:${number(one.person?.id ?? '')}`
      : one.side === 'staff'
        ? `agent:${plan.brand.agents.indexOf(`${one.agent}`)}`
        : 'agent:trigger';
  const shown = (one: HandMessage): string =>
    one.side === 'customer'
      ? privateName(plan, 'whatsapp', one.person as Person)
      : one.side === 'staff'
        ? `${one.agent}`
        : plan.brand.name;
  return {
    path: 'Chat/zendesk_chats.json',
    text: JSON.stringify({
      chats: chats.map(([thread, list]) => {
        const first = list[0] as HandMessage;
        return {
          id: `2601.10001.S${number(thread)}`,
          type: 'chat',
          timestamp: iso(first.at),
          end_timestamp: iso(list.at(-1)?.at ?? 0),
          visitor: {
            id: `10001.${number(first.person?.id ?? '')}`,
            name: shown({ ...first, side: 'customer' }),
            email: '',
            phone: '',
            notes: '',
          },
          agent_names: [...new Set(list.flatMap((one) => (one.side === 'staff' ? [`${one.agent}`] : [])))],
          department_name: 'Consommateurs',
          missed: !list.some(({ side }) => side === 'staff'),
          unread: false,
          rating: null,
          comment: null,
          started_by: 'visitor',
          history: [
            {
              type: 'chat.memberjoin',
              name: shown({ ...first, side: 'customer' }),
              nick: nick({ ...first, side: 'customer' }),
              timestamp: iso(first.at),
              channel: `2601.S${number(thread)}`,
            },
            ...list.map((one, at) => ({
              type: one.media === undefined ? 'chat.msg' : 'chat.file',
              name: shown(one),
              nick: nick(one),
              sender_type: one.side === 'customer' ? 'Visitor' : one.side === 'staff' ? 'Agent' : 'Trigger',
              timestamp: iso(one.at),
              msg_id: String(at + 1),
              channel: `2601.S${number(thread)}`,
              ...(one.media === undefined
                ? { msg: one.text }
                : {
                    attachment: {
                      name: `${number(one.id)}.jpg`,
                      mime_type: 'image/jpeg',
                      size: 81_221,
                      url: 'https://v2.zopim.example/a.jpg',
                    },
                  }),
            })),
          ],
        };
      }),
      count: chats.length,
    }),
    messages: chats.flatMap(([, list]) => list),
  };
}

/** LiveChat’s archive: users beside a thread of events, times of microseconds. */
function liveChat(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const chats = grouped(messages, ({ thread }) => thread);
  const fine = (at: number): string =>
    `${iso(at).replace('Z', '')}.${String(Math.floor(at) % 1000).padStart(3, '0')}412Z`;
  const author = (one: HandMessage): string =>
    one.side === 'customer'
      ? `b7eff798-${number(one.person?.id ?? '')}`
      : one.side === 'staff'
        ? `${plan.brand.agents.indexOf(`${one.agent}`)}@${plan.brand.domain}`
        : 'bot-5c9871d5372c824cbf22d860a707a578';
  return {
    path: 'Chat/livechat_archives.json',
    text: JSON.stringify({
      chats: chats.map(([thread, list]) => {
        const first = list[0] as HandMessage;
        const users = grouped(list, author).map(([id, own]) => {
          const { side, agent, person } = own[0] as HandMessage;
          return side === 'customer'
            ? {
                id,
                name: privateName(plan, 'whatsapp', person as Person),
                email: '',
                type: 'customer',
                present: false,
              }
            : {
                id,
                name: side === 'staff' ? agent : plan.brand.name,
                email: id,
                type: 'agent',
                present: false,
              };
        });
        return {
          id: `PJ0${number(thread)}`,
          users,
          thread: {
            id: `K60${number(thread)}`,
            active: false,
            user_ids: users.map(({ id }) => id),
            created_at: fine(first.at),
            restricted_access: false,
            tags: [],
            events: [
              ...list.map((one, at) => ({
                id: `K60${number(thread)}_${at + 1}`,
                created_at: fine(one.at),
                visibility: 'all',
                author_id: author(one),
                ...(one.media === undefined
                  ? { type: 'message', text: one.text }
                  : {
                      type: 'file',
                      name: 'photo.jpg',
                      url: 'https://cdn.livechat-files.example/1',
                      content_type: 'image/jpeg',
                      size: 8122,
                    }),
              })),
              {
                id: `K60${number(thread)}_${list.length + 1}`,
                created_at: fine((list.at(-1)?.at ?? 0) + 1_200_000),
                visibility: 'all',
                type: 'system_message',
                system_message_type: 'archived_customer_disconnected',
                text: 'Chat archivé',
                text_vars: {},
              },
            ],
          },
          properties: { routing: { continuous: false } },
          access: { group_ids: [0] },
        };
      }),
      found_chats: chats.length,
    }),
    messages: chats.flatMap(([, list]) => list),
  };
}

/** Chats of the site or texts of the telephone. */
export function siteChats(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const kind = plan.layout['whatsapp'] ?? 0;
  return [kind < 0.4 ? texts(plan, messages) : kind < 0.7 ? zopim(plan, messages) : liveChat(plan, messages)];
}

/** Direct messages: the data of an account of TikTok, or LinkedIn’s table of messages. */
export function accountMessages(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand } = plan,
    name = (one: HandMessage): string => privateName(plan, 'dm', one.person as Person);
  if (ofInstagram(plan)) {
    const chats = grouped(messages, ({ person }) => person as Person);
    const time = (at: number): string => iso(at).replace('T', ' ').replace('Z', '');
    const history = Object.fromEntries(
      chats.map(([person, list]) => [
        `Chat History with ${privateName(plan, 'dm', person)}${chats.some(([other]) => other !== person && privateName(plan, 'dm', other) === privateName(plan, 'dm', person)) ? ` (${person.id.slice(1)})` : ''}:`,
        list
          .toReversed()
          .map((one) => ({
            Date: time(one.at),
            From: one.side === 'customer' ? name(one) : brand.handle,
            Content: one.media === undefined ? one.text : one.media === 'voice' ? '[voice]' : '[image]',
          })),
      ]),
    );
    return [
      {
        path: 'Réseaux/user_data_tiktok.json',
        text: JSON.stringify(
          {
            Profile: {
              'Profile Information': { ProfileMap: { userName: brand.handle, bioDescription: brand.name } },
            },
            'Direct Messages': { 'Chat History': { ChatHistory: history } },
            'Your Activity': { 'Login History': { LoginHistoryList: [] } },
          },
          undefined,
          2,
        ),
        messages: chats.flatMap(([, list]) => list.toReversed()),
      },
    ];
  }
  const time = (at: number): string => iso(at).replace('T', ' ').replace('Z', ' UTC');
  const rows = messages.toReversed().map((one) => {
    const them = name(one),
      theirs = `https://www.linkedin.com/in/${number(one.person?.id ?? '', 'li')}`,
      ours = `https://www.linkedin.com/company/${brand.handle}`,
      customer = one.side === 'customer';
    return [
      `2-${number(one.person?.id ?? '', 'conv')}==`,
      '',
      customer ? them : brand.name,
      customer ? theirs : ours,
      customer ? brand.name : them,
      customer ? ours : theirs,
      time(one.at),
      '',
      one.text,
      'INBOX',
      one.media === undefined ? '' : 'https://www.linkedin.com/dms/prv/image',
    ];
  });
  const header =
    'CONVERSATION ID|CONVERSATION TITLE|FROM|SENDER PROFILE URL|TO|RECIPIENT PROFILE URLS|DATE|SUBJECT|CONTENT|FOLDER|ATTACHMENTS'.split(
      '|',
    );
  return [
    { path: 'Réseaux/messages.csv', text: table([header, ...rows], ','), messages: messages.toReversed() },
  ];
}
