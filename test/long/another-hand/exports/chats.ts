import type { HandFile, HandMessage } from '../message.js';
import { plain, type Person } from '../names.js';
import type { Plan } from '../plan.js';
import { ofInstagram, privateName } from '../private-name.js';
import { grouped, local, number } from './cells.js';

const byPerson = (messages: readonly HandMessage[]): [Person, HandMessage[]][] =>
  grouped(messages, ({ person }) => person as Person);

/** One file a conversation: the person is a number, a first name or a contact. */
export function whatsappFiles(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand, layout } = plan;
  const apple = (layout['whatsapp'] ?? 0) > 0.6;
  return byPerson(messages).map(([person, list]) => {
    const name = privateName(plan, 'whatsapp', person);
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
export function directFiles(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand } = plan,
    instagram = ofInstagram(plan);
  const root = instagram ? 'prive/your_instagram_activity/messages/inbox' : 'prive/messages/inbox';
  return byPerson(messages).map(([person, list]) => {
    const name = privateName(plan, 'dm', person);
    const folder = `${plain(name)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')}_${number(person.id)}`;
    const back = list.toReversed();
    // Every third conversation ends by a heart, which Meta writes as a sentence.
    const heart = Number(person.id.slice(1)) % 3 === 0 ? [(list.at(-1)?.at ?? 0) + 60_000] : [];
    const text = JSON.stringify(
      {
        participants: [{ name: mangled(name) }, { name: mangled(brand.name) }],
        messages: [
          ...heart.map((at) => ({
            sender_name: mangled(name),
            timestamp_ms: Math.floor(at),
            content: mangled('A réagi avec ❤️ à votre message '),
            is_geoblocked_for_viewer: false,
          })),
          ...back.map((one) => ({
            sender_name: mangled(one.side === 'customer' ? name : brand.name),
            timestamp_ms: Math.floor(one.at),
            content: mangled(one.text),
            is_geoblocked_for_viewer: false,
          })),
        ],
        title: mangled(name),
        is_still_participant: true,
        thread_path: `inbox/${folder}`,
        magic_words: [],
      },
      undefined,
      2,
    );
    return {
      path: `${root}/${folder}/message_1.json`,
      text,
      messages: [...heart.map(() => undefined), ...back],
    };
  });
}
