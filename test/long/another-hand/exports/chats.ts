import type { HandFile, HandMessage } from '../message.js';
import { fullName, plain, type Person } from '../names.js';
import type { Plan } from '../plan.js';
import { grouped, local, number } from './cells.js';

const byPerson = (messages: readonly HandMessage[]): [Person, HandMessage[]][] =>
  grouped(messages, ({ person }) => person as Person);
const rank = ({ id }: Person): number => Number(id.slice(1)) % 10;

/** One file a conversation: the person is a number, a first name or a contact. */
export function whatsappFiles({ brand, layout }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const apple = (layout['whatsapp'] ?? 0) > 0.6;
  return byPerson(messages).map(([person, list]) => {
    const name = rank(person) < 3 ? person.phone : rank(person) < 6 ? `~ ${person.first}` : fullName(person);
    const head = (at: number): string => {
      const { y, m, d, h, min, s } = local(at);
      return apple ? `[${d}/${m}/${y} ${h}:${min}:${s}] ` : `${d}/${m}/${y} ${h}:${min} - `;
    };
    const notice =
      'Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.';
    const first = list[0]?.at ?? 0;
    const lines = list.map(
      (one) => `${head(one.at)}${one.side === 'customer' ? name : brand.name}: ${one.text}`,
    );
    const opening = apple ? `${head(first)}${brand.name}: \u200E${notice}` : `${head(first)}${notice}`;
    return {
      path: `prive/whatsapp/Discussion WhatsApp avec ${name.replace('~ ', '')} ${number(person.id)}.txt`,
      text: `${[opening, ...lines].join('\n')}\n`,
      messages: [undefined, ...list],
    };
  });
}

/** As Meta writes strings: the bytes of UTF-8, each as a character. */
const mangled = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** A download of Instagram or Messenger: one folder a conversation, newest first. */
export function directFiles({ brand, layout }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const instagram = (layout['dm'] ?? 0) < 0.6;
  const root = instagram ? 'prive/your_instagram_activity/messages/inbox' : 'prive/messages/inbox';
  return byPerson(messages).map(([person, list]) => {
    const name =
      rank(person) < 6
        ? fullName(person)
        : instagram
          ? rank(person) < 8
            ? person.handle
            : person.nick
          : fullName(person);
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
          content: mangled(one.text),
          is_geoblocked_for_viewer: false,
        })),
        title: mangled(name),
        is_still_participant: true,
        thread_path: `inbox/${folder}`,
        magic_words: [],
      },
      undefined,
      2,
    );
    return { path: `${root}/${folder}/message_1.json`, text, messages: back };
  });
}
