import type { HandCase } from './conversation.js';
import type { HandMessage } from './message.js';
import { fullName, plain, type Person } from './names.js';
import type { Plan } from './plan.js';
import { privateName } from './private-name.js';
import type { Quarter } from './quarter.js';

/** What both sides of a spill show, and how it reads. */
interface Key {
  readonly kind: 'order' | 'account' | 'name' | 'short name' | 'spelt name';
  readonly value: string;
}

const key = (kind: Key['kind'], value: string): Key => ({ kind, value: `${kind}:${value}` });
const shortName = ({ first, last }: Person): string => `${first} ${last.slice(0, 1)}`;
/** Letters in the order of the alphabet: a handle tells no more of a name. */
const spelling = (text: string): string =>
  [
    ...plain(text)
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  ]
    .toSorted()
    .join('');

/** What a person may show, as others may read it. */
const shownBy = (person: Person): Key[] => [
  key('account', person.nick),
  key('account', person.handle),
  key('name', fullName(person)),
  key('short name', shortName(person)),
  ...[fullName(person), `${person.first.slice(0, 1)}${person.last}`, shortName(person)].map((name) =>
    key('spelt name', spelling(name)),
  ),
];

function keysOf(plan: Plan, one: HandCase, { text, shown, handle, channel: where }: HandMessage): Key[] {
  const { person, channel, matter } = one,
    called = privateName(plan, channel, person),
    named = called === fullName(person),
    order = matter.order;
  const account =
    where === 'instagram' || where === 'x' ? handle : shown === 'nick' ? person.nick : undefined;
  return [
    ...(order !== undefined && text.includes(order) && one.messages.some((own) => own.text.includes(order))
      ? [key('order', order)]
      : []),
    ...(account !== undefined && account === called ? [key('account', account)] : []),
    ...(named && shown === 'name' ? [key('name', called)] : []),
    ...(named && shown === 'short' ? [key('short name', shortName(person))] : []),
    ...((named && shown === 'handle') || (called === person.handle && shown === 'name')
      ? [key('spelt name', spelling(person.handle))]
      : []),
  ];
}

/** The keys by which a spill could be found. */
export const sharedKeys = (plan: Plan, one: HandCase, spills: readonly HandMessage[]): string[] =>
  [...new Set(spills.flatMap((post) => keysOf(plan, one, post).map(({ kind }) => kind)))].toSorted();

/** Whether a case and its posts share a key that nobody else of the exports bears: it tells them from chance alone. */
export function ownKey({
  plan,
  messages,
}: Quarter): (one: HandCase, posts: readonly HandMessage[]) => boolean {
  const bearers = new Map<string, Set<string>>();
  for (const { person, side, at } of messages) {
    if (person === undefined || side !== 'customer' || at < plan.start || at >= plan.end) continue;
    for (const { value } of shownBy(person))
      bearers.set(value, (bearers.get(value) ?? new Set<string>()).add(person.id));
  }
  return (one, posts) =>
    posts.some((post) =>
      keysOf(plan, one, post).some(({ value }) =>
        [...(bearers.get(value) ?? [])].every((id) => id === one.person.id),
      ),
    );
}
