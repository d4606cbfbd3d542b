import { isLost } from '../calendar.js';
import type { HandCase } from '../conversation.js';
import type { HandFile, HandMessage } from '../message.js';
import type { Plan } from '../plan.js';
import type { Quarter } from '../quarter.js';

type Files = HandFile | readonly HandFile[];
type Writer = (plan: Plan, messages: readonly HandMessage[]) => Files;

/** What writes the messages of each channel, in the order of the files. */
interface Tools extends Record<
  'mail' | 'whatsapp' | 'dm' | 'google' | 'trustpilot' | 'facebook' | 'instagram' | 'x' | 'press',
  Writer
> {
  readonly ticket: (
    plan: Plan,
    messages: readonly HandMessage[],
    cases: ReadonlyMap<string, HandCase>,
  ) => Files;
}

/** The files of a quarter by the tools of a hand. A desk gives whole the tickets that were worked on. */
export function filesBy({ ticket, mail, ...tools }: Tools, { plan, cases, messages }: Quarter): HandFile[] {
  const before = messages.filter((one) => one.at < plan.end && !isLost(plan, one)),
    seen = before.filter(({ at }) => at >= plan.start);
  const on = (channel: string): HandMessage[] => seen.filter((one) => one.channel === channel);
  const worked = new Set(on('ticket').map(({ thread }) => thread));
  return [
    mail(plan, on('mail')),
    ticket(
      plan,
      before.filter(({ channel, thread }) => channel === 'ticket' && worked.has(thread)),
      new Map(cases.map((one) => [one.id, one])),
    ),
    ...Object.entries(tools).map(([channel, write]) => write(plan, on(channel))),
  ].flat();
}
