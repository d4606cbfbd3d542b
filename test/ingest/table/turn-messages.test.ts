import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readText } from '../read-sample.js';

const read = async (rows: readonly (readonly string[])[]): Promise<readonly unknown[]> => {
  const { records } = await readText(
    genericTable,
    rows.map((cells) => cells.join(';')).join('\n'),
    'registre.csv',
    { zone: 'UTC' },
  );
  return records.map(({ row, direction, authorName, parentId, sentAt, text }) => [
    row,
    direction,
    authorName,
    parentId !== undefined,
    sentAt?.raw,
    text,
  ]);
};

const SAID = ['Le pot était ouvert à la livraison.', 'Il manquait le beurre dans ma commande.'] as const;
const ASKED = 'Pouvez-vous donner le numéro de lot ?',
  AGAIN = 'Toujours rien reçu malgré le lot envoyé.',
  SENT = 'Votre bon part ce jour.';

it.for([
  [
    'dates named after what they date',
    ['Date', 'Client', 'Message', 'Date réponse 1', 'Réponse 1', 'Date relance', 'Relance'],
    ['04/03/2026', ASKED, '16/03/2026', AGAIN],
    ['Date de la réponse 2', 'Réponse 2'],
    ['19/03/2026', SENT],
  ],
  [
    'bare dates before',
    ['Date', 'Client', 'Message', 'Le', '1ère réponse', 'Le', '2e message'],
    ['04/03/2026', ASKED, '16/03/2026', AGAIN],
    ['Le', '2e réponse'],
    ['19/03/2026', SENT],
  ],
  [
    'bare dates behind',
    ['Date', 'Client', 'Message', 'Réponse 1', 'Le', 'Relance client', 'Le'],
    [ASKED, '04/03/2026', AGAIN, '16/03/2026'],
    ['Réponse 2', 'Le'],
    [SENT, '19/03/2026'],
  ],
] as const)('reads what either side wrote next as messages: %s', async ([, head, first, more, second]) => {
  const none = ['', '', '', '', '', ''];
  expect(
    await read([
      [...head, ...more],
      ['02/03/2026', 'Ana Roc', SAID[0], ...first, ...second],
      ['23/03/2026', 'Luc Sol', SAID[1], ...none],
    ]),
  ).toEqual([
    [2, undefined, 'Ana Roc', false, '02/03/2026', SAID[0]],
    [2, 'outbound', undefined, true, '04/03/2026', ASKED],
    [2, 'inbound', 'Ana Roc', true, '16/03/2026', AGAIN],
    [2, 'outbound', undefined, true, '19/03/2026', SENT],
    [3, undefined, 'Luc Sol', false, '23/03/2026', SAID[1]],
  ]);
});
