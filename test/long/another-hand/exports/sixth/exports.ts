import { filesBy } from '../files-by.js';
import type { HandFile } from '../../message.js';
import type { Quarter } from '../../quarter.js';
import { workbook } from '../fourth/workbook.js';
import { siteChats, socialInbox } from './chats.js';
import { mailFiles } from './mail.js';
import { networkComments, pictureComments } from './networks.js';
import { press, watched } from './listening.js';
import { appReviews, shopReviews } from './reviews.js';
import { deskFiles } from './tickets.js';

/** Tables that lie beside exports and hold no message. */
const clutter = (brand: string): HandFile[] => [
  {
    path: 'Équipe/Planning congés.xlsx',
    text: workbook([
      {
        name: 'Congés',
        rows: [
          ['Nom', 'Du', 'Au', 'Motif', 'Validé'],
          ['Ninon', '04/08/2025', '18/08/2025', 'Congés payés', 'oui'],
          ['Bakary', '11/08/2025', '25/08/2025', 'Congés payés', 'oui'],
          ['Aude', '01/09/2025', '05/09/2025', 'Formation', 'non'],
        ],
      },
    ]),
    messages: [],
    aside: true,
  },
  {
    path: 'Équipe/Barème gestes.csv',
    text: `Motif;Geste;Plafond\nCasse;Avoir;15 €\nRetard;Bon;5 €\nHygiène ${brand};Remboursement;sans\n`,
    messages: [],
    aside: true,
  },
];

/** The raw exports of the sixth hand’s quarters. */
export const sixthExports = (quarter: Quarter): HandFile[] => [
  ...filesBy(
    {
      mail: mailFiles,
      ticket: deskFiles,
      whatsapp: siteChats,
      dm: socialInbox,
      google: shopReviews,
      trustpilot: appReviews,
      facebook: networkComments,
      instagram: pictureComments,
      x: watched,
      press: press,
    },
    quarter,
  ),
  ...clutter(quarter.plan.brand.name),
];
