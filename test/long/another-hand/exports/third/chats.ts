import type { HandFile, HandMessage } from '../../message.js';
import { fullName, type Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { privateName } from '../../private-name.js';
import { grouped, iso, local, number } from '../cells.js';

/** Chats of telephones set to English, of America or Britain. */
export function englishChats(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const american = (plan.layout['whatsapp'] ?? 0) < 0.35;
  return grouped(messages, ({ person }) => person as Person).map(([person, list]) => {
    const name = privateName(plan, 'whatsapp', person);
    const head = (at: number): string => {
      const { y, m, d, h, min } = local(at);
      return american
        ? `${Number(m)}/${Number(d)}/${y.slice(2)}, ${Number(h) % 12 === 0 ? 12 : Number(h) % 12}:${min} ${Number(h) < 12 ? 'AM' : 'PM'} - `
        : `${d}/${m}/${y}, ${h}:${min} - `;
    };
    const notice = `${head(list[0]?.at ?? 0)}Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.`;
    const lines = list.map(
      (one) => `${head(one.at)}${one.side === 'customer' ? name : plan.brand.name}: ${one.text}`,
    );
    return {
      path: `chat/WhatsApp Chat with ${name.replace('~ ', '')} ${number(person.id)}.txt`,
      text: `${[notice, ...lines].join('\n')}\n`,
      messages: [undefined, ...list],
    };
  });
}

/** The inbox of a page by its API, newest conversation and newest message first. */
export function pageInbox({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const page = { name: brand.name, id: '100200300', email: '100200300@facebook.com' };
  const user = (person: Person): { name: string; id: string; email: string } => {
    const id = number(person.id, 'psid');
    return { name: fullName(person), id, email: `${id}@facebook.com` };
  };
  const threads = grouped(messages, ({ person }) => person as Person)
    .map(([person, list]) => [person, list.toReversed()] as const)
    .toSorted(([, a], [, b]) => (b[0]?.at ?? 0) - (a[0]?.at ?? 0));
  const data = threads.map(([person, list]) => ({
    id: `t_${number(person.id, 'thread')}`,
    updated_time: iso(list[0]?.at ?? 0).replace('Z', '+0000'),
    participants: { data: [user(person), page] },
    messages: {
      data: list.map((one) => ({
        id: `m_${number(one.id, 'fbm')}`,
        message: one.text,
        from: one.side === 'customer' ? user(person) : page,
        to: { data: [one.side === 'customer' ? page : user(person)] },
        created_time: iso(one.at).replace('Z', '+0000'),
      })),
    },
  }));
  return {
    path: 'social/page-inbox.json',
    text: JSON.stringify({ data }),
    messages: threads.flatMap(([, list]) => list),
  };
}
