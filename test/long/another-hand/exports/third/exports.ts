import type { HandFile, HandMessage } from '../../message.js';
import { ofInstagram } from '../../private-name.js';
import type { Quarter } from '../../quarter.js';
import { directFiles, whatsappFiles } from '../chats.js';
import { instagramFile } from '../networks.js';
import { googleFile, trustpilotFile } from '../reviews.js';
import { englishChats, pageInbox } from './chats.js';
import { mailBox } from './mail.js';
import { articlePage, commentFiles, postsOfX } from './networks.js';
import { deskFile } from './tickets.js';

/** The raw exports of the third hand’s quarters. A desk gives whole the tickets that were worked on. */
export function thirdExports({ plan, cases, messages }: Quarter): HandFile[] {
  const before = messages.filter(({ at }) => at < plan.end),
    seen = before.filter(({ at }) => at >= plan.start);
  const on = (channel: string): HandMessage[] => seen.filter((one) => one.channel === channel);
  const worked = new Set(on('ticket').map(({ thread }) => thread));
  return [
    mailBox(plan, on('mail')),
    deskFile(
      plan,
      before.filter(({ channel, thread }) => channel === 'ticket' && worked.has(thread)),
      new Map(cases.map((one) => [one.id, one])),
    ),
    ...((plan.layout['whatsapp'] ?? 0) < 0.7 ? englishChats : whatsappFiles)(plan, on('whatsapp')),
    ...(ofInstagram(plan) ? directFiles(plan, on('dm')) : [pageInbox(plan, on('dm'))]),
    googleFile(plan, on('google')),
    trustpilotFile(plan, on('trustpilot')),
    ...commentFiles(plan, on('facebook')),
    instagramFile(plan, on('instagram')),
    postsOfX(plan, on('x')),
    articlePage(plan, on('press')),
  ];
}
