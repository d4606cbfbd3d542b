import { PRIVATE, type CaseMessage } from '../messages/case-message.js';

const DAY = 86_400_000;
/** Mails of one subject with one person belong together when no longer silence parts them. */
const SAME_SUBJECT_WITHIN = 30 * DAY;

/** The customer of a mail, whoever wrote it; 0 for other messages. */
const correspondentOf = ({ outbound, email, recipient }: CaseMessage): number =>
  recipient === 0 ? 0 : outbound ? recipient : email;

/** Threads and parents that mails of several customers name: those of a mail sent to many. One that is in the exports may have gone to a couple. */
function mailings(messages: readonly CaseMessage[], nameOf: (message: CaseMessage) => number): Set<number> {
  const people = new Map<number, number | Set<number>>();
  const present = new Set<number>();
  for (const message of messages) {
    if (message.stage !== PRIVATE) continue;
    present.add(message.id);
    if (message.parent === 0 && message.thread !== 0) present.add(message.thread);
    const person = correspondentOf(message),
      named = nameOf(message);
    if (person === 0 || named === 0) continue;
    const known = people.get(named);
    if (known === undefined) people.set(named, person);
    else if (typeof known !== 'number') known.add(person);
    else if (known !== person) people.set(named, new Set([known, person]));
  }
  const found = new Set<number>();
  for (const [named, known] of people)
    if (typeof known !== 'number' && (known.size > 2 || !present.has(named))) found.add(named);
  return found;
}

/**
 * The conversation each private message belongs to, as the index of its first message; −1 for the others. Messages are joined by thread (without one, by author),
 * by the message they answer, even where it is not in the exports, and mails, whose chains fork and break, by subject and person too. Mails
 * of several customers that answer one sent to many are told apart by customer.
 * Messages are given in order of time. Union-find: near-linear.
 */
export function conversationsOf(messages: readonly CaseMessage[]): Int32Array {
  const root = Int32Array.from(messages, ({ stage }, index) => (stage === PRIVATE ? index : -1));
  const find = (index: number): number => {
    let top = index;
    while (root[top] !== top) top = root[top] as number;
    for (let at = index; at !== top;) {
      const next = root[at] as number;
      root[at] = top;
      at = next;
    }
    return top;
  };
  const unite = (a: number, b: number): void => {
    const left = find(a),
      right = find(b);
    if (left !== right) root[Math.max(left, right)] = Math.min(left, right);
  };
  const threads = new Map<number, number>(),
    authors = new Map<number, number>(),
    mentioned = new Map<number, number>(),
    ofMailing = new Map<string, number>(),
    subjects = new Map<string, number>();
  const sentToMany = {
    thread: mailings(messages, ({ thread }) => thread),
    parent: mailings(messages, ({ parent }) => parent),
  };
  const join = <Key>(known: Map<Key, number>, key: Key, index: number): void => {
    const other = known.get(key);
    if (other === undefined) known.set(key, index);
    else unite(other, index);
  };
  messages.forEach((message, index) => {
    if (message.stage !== PRIVATE) return;
    const correspondent = correspondentOf(message);
    if (correspondent !== 0 && sentToMany.thread.has(message.thread))
      join(ofMailing, `${message.thread}/${correspondent}`, index);
    else if (message.thread !== 0) join(threads, message.thread, index);
    else if (!message.outbound && message.author !== 0) join(authors, message.author, index);
    join(mentioned, message.id, index);
    if (correspondent !== 0 && sentToMany.parent.has(message.parent))
      join(ofMailing, `${message.parent}/${correspondent}`, index);
    else if (message.parent !== 0) join(mentioned, message.parent, index);
    const person = message.outbound ? message.recipient : message.email;
    if (message.subject === 0 || person === 0) return;
    const key = `${message.subject}/${person}`;
    const last = subjects.get(key);
    if (last !== undefined && message.sentAt - (messages[last]?.sentAt ?? 0) <= SAME_SUBJECT_WITHIN)
      unite(last, index);
    subjects.set(key, index);
  });
  for (let index = 0; index < root.length; index++) if (root[index] !== -1) root[index] = find(index);
  return root;
}
