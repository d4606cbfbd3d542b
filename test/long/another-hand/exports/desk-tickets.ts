import type { HandCase } from '../conversation.js';
import type { HandMessage } from '../message.js';
import { fullName } from '../names.js';
import type { Plan } from '../plan.js';
import { grouped } from './cells.js';

export interface Ticket {
  readonly thread: string;
  readonly first: HandMessage;
  readonly list: readonly HandMessage[];
  readonly subject: string;
  readonly closedAt: number | undefined;
}

/** Tickets with what was said in them; one is closed when its case is settled by a status, merged or closed by the desk. */
export function ticketsOf(
  { end }: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): Ticket[] {
  return grouped(messages, ({ thread }) => thread).map(([thread, list]): Ticket => {
    const [first] = list as [HandMessage],
      one = cases.get(`${first.caseId}`),
      last = list.at(-1) ?? first;
    const settled = one?.resolvedHow === 'silent' ? undefined : one?.resolvedAt;
    const merged = thread.endsWith('m') && last.side === 'automatic' ? last.at : undefined;
    const closed = thread === one?.id ? (settled ?? one.closedAt) : merged;
    return {
      thread,
      first,
      list,
      subject: list.find(({ title }) => title !== undefined)?.title ?? 'Demande',
      closedAt: closed === undefined || closed >= end ? undefined : Math.max(closed, last.at),
    };
  });
}

export const who = ({ person }: HandMessage): string => (person === undefined ? '' : fullName(person));
/** What staff typed, notes of what a customer said among it. */
export const ofStaff = (one: HandMessage): boolean => one.side !== 'customer' || one.noted === true;
