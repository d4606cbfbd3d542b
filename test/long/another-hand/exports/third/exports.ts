import { filesBy } from '../files-by.js';
import type { HandFile } from '../../message.js';
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
export const thirdExports = (quarter: Quarter): HandFile[] =>
  filesBy(
    {
      mail: mailBox,
      ticket: deskFile,
      whatsapp: (plan, list) =>
        ((plan.layout['whatsapp'] ?? 0) < 0.7 ? englishChats : whatsappFiles)(plan, list),
      dm: (plan, list) => (ofInstagram(plan) ? directFiles(plan, list) : pageInbox(plan, list)),
      google: googleFile,
      trustpilot: trustpilotFile,
      facebook: commentFiles,
      instagram: instagramFile,
      x: postsOfX,
      press: articlePage,
    },
    quarter,
  );
