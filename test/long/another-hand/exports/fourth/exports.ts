import { filesBy } from '../files-by.js';
import type { HandFile } from '../../message.js';
import type { Quarter } from '../../quarter.js';
import { directChats, whatsappChats } from './chats.js';
import { mailFiles } from './mail.js';
import { cuttings, mediaComments, pageComments, watchedPosts } from './networks.js';
import { orderReviews, shopReviews } from './reviews.js';
import { ticketFiles } from './tickets.js';

/** The raw exports of the fourth hand’s quarters. */
export const fourthExports = (quarter: Quarter): HandFile[] =>
  filesBy(
    {
      mail: mailFiles,
      ticket: ticketFiles,
      whatsapp: whatsappChats,
      dm: directChats,
      google: shopReviews,
      trustpilot: orderReviews,
      facebook: pageComments,
      instagram: mediaComments,
      x: watchedPosts,
      press: cuttings,
    },
    quarter,
  );
