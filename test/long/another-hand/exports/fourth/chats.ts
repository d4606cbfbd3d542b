import type { HandFile, HandMessage } from '../../message.js';
import { fullName, plain, type Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ofInstagram, privateName } from '../../private-name.js';
import { grouped, local, number, table } from '../cells.js';

const byPerson = (messages: readonly HandMessage[]): [Person, HandMessage[]][] =>
  grouped(messages, ({ person }) => person as Person);

/** Chats of a telephone, with voice notes and pictures that were left out, or of a shared inbox, a table by chat. */
export function whatsappChats(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand, layout } = plan;
  const kind = layout['whatsapp'] ?? 0;
  if (kind >= 0.6) {
    const rows = messages.map((one) => [
      number(one.caseId ?? one.thread),
      'whatsapp',
      fullName(one.person as Person),
      one.person?.phone.replaceAll(' ', ''),
      one.side === 'customer' ? 'contact' : one.side === 'staff' ? 'agent' : 'bot',
      one.side === 'customer'
        ? fullName(one.person as Person)
        : one.side === 'staff'
          ? one.agent
          : 'Assistant',
      one.media === undefined ? 'text' : one.media === 'voice' ? 'audio' : 'image',
      one.text,
      Math.floor(one.at),
    ]);
    const header = [
      'conversation_id',
      'channel',
      'contact_name',
      'contact_phone',
      'sender_type',
      'sender_name',
      'type',
      'content',
      'created_at',
    ];
    return [{ path: 'chat/conversations.csv', text: table([header, ...rows], ','), messages }];
  }
  const apple = kind < 0.3;
  return byPerson(messages).map(([person, list]) => {
    const name = privateName(plan, 'whatsapp', person);
    const head = (at: number): string => {
      const { y, m, d, h, min, s } = local(at);
      return apple ? `[${d}/${m}/${y} ${h}:${min}:${s}] ` : `${d}/${m}/${y}, ${h}:${min} - `;
    };
    const shown = ({ media, text, at }: HandMessage, place: number): string => {
      if (media === undefined) return text;
      if (!apple) return '<Médias omis>';
      const { y, m, d, h, min, s } = local(at);
      return media === 'voice'
        ? `\u200E<pièce jointe : ${String(place + 2).padStart(8, '0')}-AUDIO-${y}-${m}-${d}-${h}-${min}-${s}.opus>`
        : '\u200Eimage absente';
    };
    const notice =
      'Les messages et les appels sont chiffrés de bout en bout. Seules les personnes qui participent à cette discussion peuvent les lire, les écouter ou les partager.';
    const first = list[0]?.at ?? 0;
    const lines = list.map(
      (one, place) =>
        `${apple && one.media !== undefined ? '\u200E' : ''}${head(one.at)}${one.side === 'customer' ? name : brand.name}: ${shown(one, place)}`,
    );
    return {
      path: `chat/${apple ? `${number(person.id)}/_chat.txt` : `Discussion WhatsApp avec ${name.replace('~ ', '')} ${number(person.id)}.txt`}`,
      text: `${[apple ? `${head(first)}${name}: \u200E${notice}` : `${head(first)}${notice}`, ...lines].join('\n')}\n`,
      messages: [undefined, ...list],
    };
  });
}

const mangled = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Direct messages: a download of Meta with voice and pictures, or Telegram’s; some are in the table of the desk too. */
export function directChats(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand, life } = plan;
  const table2 = (life?.twice ?? 0) > 0.5 ? [deskTable(plan, messages)] : [];
  if (!ofInstagram(plan)) return [telegram(plan, messages), ...table2];
  const files = byPerson(messages).map(([person, list]): HandFile => {
    const name = privateName(plan, 'dm', person);
    const folder = `${plain(name)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')}_${number(person.id)}`;
    const back = list.toReversed();
    const text = JSON.stringify(
      {
        participants: [{ name: mangled(name) }, { name: mangled(brand.name) }],
        messages: back.map((one) => ({
          sender_name: mangled(one.side === 'customer' ? name : brand.name),
          timestamp_ms: Math.floor(one.at),
          ...(one.media === undefined
            ? { content: mangled(one.text) }
            : one.media === 'voice'
              ? {
                  audio_files: [
                    {
                      uri: `messages/inbox/${folder}/audio/${number(one.id)}.mp4`,
                      creation_timestamp: Math.floor(one.at / 1000),
                    },
                  ],
                }
              : {
                  photos: [
                    {
                      uri: `messages/inbox/${folder}/photos/${number(one.id)}.jpg`,
                      creation_timestamp: Math.floor(one.at / 1000),
                    },
                  ],
                }),
          is_geoblocked_for_viewer: false,
          is_unsent_image_by_messenger_kid_parent: false,
        })),
        title: mangled(name),
        is_still_participant: true,
        thread_path: `inbox/${folder}`,
        magic_words: [],
        joinable_mode: { mode: 1, link: '' },
      },
      undefined,
      2,
    );
    return {
      path: `meta/your_instagram_activity/messages/inbox/${folder}/message_1.json`,
      text,
      messages: back,
    };
  });
  return [...files, ...table2];
}

/** The same conversations as the desk of the agents holds them. */
function deskTable(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const rows = messages.map((one) => {
    const { y, m, d, h, min, s } = local(one.at);
    return [
      `${d}/${m}/${y}`,
      `${h}:${min}:${s}`,
      ofInstagram(plan) ? 'Instagram' : 'Telegram',
      'Message privé',
      number(one.person?.id ?? '', 'conv'),
      privateName(plan, 'dm', one.person as Person),
      one.side === 'customer' ? 'Entrant' : 'Sortant',
      one.side === 'customer' ? privateName(plan, 'dm', one.person as Person) : plan.brand.name,
      one.media === undefined ? one.text : '[pièce jointe]',
    ];
  });
  const header = ['Date', 'Heure', 'Réseau', 'Type', 'Conversation', 'Contact', 'Sens', 'Auteur', 'Message'];
  return { path: 'social/inbox-agents.csv', text: `\uFEFF${table([header, ...rows], ';')}`, messages };
}

/** All chats of an account of Telegram. */
function telegram({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const chats = byPerson(messages);
  const two = (at: number): string => {
    const { y, m, d, h, min, s } = local(at);
    return `${y}-${m}-${d}T${h}:${min}:${s}`;
  };
  const list = chats.map(([person, own]) => ({
    name: fullName(person),
    type: 'personal_chat',
    id: Number(number(person.id, 'tg')),
    messages: own.map((one, at) => ({
      id: at + 1,
      type: 'message',
      date: two(one.at),
      date_unixtime: String(Math.floor(one.at / 1000)),
      from: one.side === 'customer' ? fullName(person) : brand.name,
      from_id: one.side === 'customer' ? `user${number(person.id, 'tg')}` : 'user777',
      ...(one.media === 'voice'
        ? {
            file: '(File not included. Change data exporting settings to download.)',
            media_type: 'voice_message',
            mime_type: 'audio/ogg',
            duration_seconds: 9,
          }
        : one.media === 'photo'
          ? {
              photo: '(File not included. Change data exporting settings to download.)',
              width: 960,
              height: 1280,
            }
          : {}),
      text: one.text,
      text_entities: one.text === '' ? [] : [{ type: 'plain', text: one.text }],
    })),
  }));
  return {
    path: 'telegram/result.json',
    text: JSON.stringify(
      {
        about: 'Here is the data you requested.',
        personal_information: {
          user_id: 777,
          first_name: brand.name,
          last_name: '',
          phone_number: '',
          username: `@${brand.handle}`,
          bio: '',
        },
        chats: { about: '', list },
      },
      undefined,
      1,
    ),
    messages: chats.flatMap(([, own]) => own),
  };
}
