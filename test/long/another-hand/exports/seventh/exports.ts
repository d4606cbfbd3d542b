import { isLost } from '../../calendar.js';
import type { HandFile, HandMessage } from '../../message.js';
import type { Quarter } from '../../quarter.js';
import { siteChats, socialInbox } from './chats.js';
import { frenchTable } from './cells.js';
import { press, watched } from './listening.js';
import { mailFiles } from './mail.js';
import { pageComments, pictureComments } from './networks.js';
import { shopReviews, siteReviews } from './reviews.js';
import { deskFiles } from './tickets.js';

/** Tables that lie beside exports and hold no message. */
const clutter = (brand: string): HandFile[] => [
  {
    path: 'Divers/Tarifs palettes.csv',
    text: frenchTable([
      ['Référence', 'Désignation', 'Prix unitaire HT', 'Quantité'],
      ['P-100', 'Palette Europe', '12,50', '40'],
      ['F-200', `Film étirable ${brand}`, '8,90', '120'],
    ]),
    messages: [],
    aside: true,
  },
];

/** The raw exports of the seventh hand’s quarters. */
export function seventhExports({ plan, cases, messages }: Quarter): HandFile[] {
  const before = messages.filter((one) => one.at < plan.end && !isLost(plan, one)),
    seen = before.filter(({ at }) => at >= plan.start);
  const on = (channel: string): HandMessage[] => seen.filter((one) => one.channel === channel);
  const worked = new Set(on('ticket').map(({ thread }) => thread));
  return [
    ...mailFiles(plan, on('mail')),
    ...deskFiles(
      plan,
      before.filter(({ channel, thread }) => channel === 'ticket' && worked.has(thread)),
      new Map(cases.map((one) => [one.id, one])),
    ),
    ...siteChats(plan, on('whatsapp')),
    ...socialInbox(plan, on('dm')),
    ...shopReviews(plan, on('google')),
    ...siteReviews(plan, on('trustpilot')),
    ...pageComments(plan, on('facebook')),
    ...pictureComments(plan, on('instagram')),
    ...watched(plan, on('x')),
    ...press(plan, on('press')),
    ...clutter(plan.brand.name),
  ];
}
