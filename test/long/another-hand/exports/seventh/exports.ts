import { filesBy } from '../files-by.js';
import type { HandFile } from '../../message.js';
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
export const seventhExports = (quarter: Quarter): HandFile[] => [
  ...filesBy(
    {
      mail: mailFiles,
      ticket: deskFiles,
      whatsapp: siteChats,
      dm: socialInbox,
      google: shopReviews,
      trustpilot: siteReviews,
      facebook: pageComments,
      instagram: pictureComments,
      x: watched,
      press: press,
    },
    quarter,
  ),
  ...clutter(quarter.plan.brand.name),
];
