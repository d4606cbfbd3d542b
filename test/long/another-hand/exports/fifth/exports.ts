import { filesBy } from '../files-by.js';
import type { HandFile } from '../../message.js';
import type { Quarter } from '../../quarter.js';
import { workbook } from '../fourth/workbook.js';
import { accountMessages, siteChats } from './chats.js';
import { outlookFiles } from './mail.js';
import { coverage, mediaInbox, pageInbox, shortPosts } from './networks.js';
import { mapReviews, productReviews } from './reviews.js';
import { deskFiles } from './tickets.js';

/** What lies about in the folder of an analyst, and holds no message. */
const clutter = (brand: string): HandFile[] =>
  (
    [
      [
        'LISEZMOI.txt',
        `Exports ${brand}\nNe pas toucher au dossier Avis, voir avec Lilou.\nMots de passe : demander.\n`,
      ],
      ['Avis/nouveau fichier.csv', ''],
      [
        'Veille/~$Export mentions.xlsx',
        Uint8Array.from([5, 76, 105, 108, 111, 117, ...Array.from({ length: 160 }, () => 32)]),
      ],
      ['.DS_Store', Uint8Array.from([0, 0, 0, 1, 66, 117, 100, 49, 0, 0, 16, 0, 0, 0, 8, 0])],
      [
        'Réseaux/Capture d’écran 2026-03-31 à 09.12.44.png',
        Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
      ],
      [
        'Synthèse/TCD avis.xlsx',
        workbook([
          {
            name: 'TCD',
            rows: [
              ['Étiquettes de lignes', 'Nombre de Note', 'Moyenne de Note'],
              ['Arles', 41, 3.2],
              ['Lens', 37, 2.9],
              ['Total général', 78, 3.06],
            ],
          },
        ]),
      ],
    ] as const
  ).map(([path, text]) => ({ path, text, messages: [], aside: true }));

const TOOLS: Parameters<typeof filesBy>[0] = {
  mail: outlookFiles,
  ticket: deskFiles,
  whatsapp: siteChats,
  dm: accountMessages,
  google: mapReviews,
  trustpilot: productReviews,
  facebook: pageInbox,
  instagram: mediaInbox,
  x: shortPosts,
  press: coverage,
};

/** The raw exports of the fifth hand’s quarters, in the folder of a careless analyst; some lie in archives. */
export function fifthExports(quarter: Quarter): HandFile[] {
  const { plan } = quarter,
    files = [...filesBy(TOOLS, quarter), ...clutter(plan.brand.name)];
  // Mails and reviews come zipped, the latter in an archive of archives.
  return files.map((file) =>
    file.path.startsWith('Avis/') && plan.seed % 2 === 0
      ? { ...file, archives: ['exports (2).zip', 'avis.zip'] }
      : file.path.startsWith('Messagerie/') && plan.seed % 3 === 0
        ? { ...file, archives: ['Messagerie.zip'] }
        : file,
  );
}
