import type { HandFile, HandMessage } from '../../message.js';
import type { Quarter } from '../../quarter.js';
import { directChats, whatsappChats } from './chats.js';
import { mailFiles } from './mail.js';
import { cuttings, mediaComments, pageComments, watchedPosts } from './networks.js';
import { orderReviews, shopReviews } from './reviews.js';
import { ticketFiles } from './tickets.js';

/** The raw exports of the fourth hand’s quarters. */
export function fourthExports({ plan, cases, messages }: Quarter): HandFile[] {
  const before = messages.filter(({ at }) => at < plan.end),
    seen = before.filter(({ at }) => at >= plan.start);
  const on = (channel: string): HandMessage[] => seen.filter((one) => one.channel === channel);
  const worked = new Set(on('ticket').map(({ thread }) => thread));
  return [
    ...mailFiles(plan, on('mail')),
    ...ticketFiles(
      plan,
      before.filter(({ channel, thread }) => channel === 'ticket' && worked.has(thread)),
      new Map(cases.map((one) => [one.id, one])),
    ),
    ...whatsappChats(plan, on('whatsapp')),
    ...directChats(plan, on('dm')),
    ...shopReviews(plan, on('google')),
    ...orderReviews(plan, on('trustpilot')),
    ...pageComments(plan, on('facebook')),
    ...mediaComments(plan, on('instagram')),
    ...watchedPosts(plan, on('x')),
    ...cuttings(plan, on('press')),
  ];
}
