import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { checkMap } from '../../../src/ingest/table/column-map.js';
import { readText } from '../read-sample.js';

const SAID = ['Le pot était ouvert à la livraison.', 'Il manquait le beurre dans ma commande.'] as const;
const ASKED = 'Pouvez-vous donner le numéro de lot ?',
  AGAIN = 'Toujours rien reçu malgré le lot envoyé.',
  SENT = 'Votre bon part ce jour.';

it('takes no answers to a survey for turns', async () => {
  const text = `Date;Client;Message;Question 1;Réponse 1;Relance
02/03/2026;Ana Roc;${SAID[0]};Que pensez-vous du goût ?;${ASKED};${AGAIN}
23/03/2026;Luc Sol;${SAID[1]};Que pensez-vous du prix ?;${SENT};${AGAIN}`;
  const { records } = await readText(genericTable, text, 'registre.csv', { zone: 'UTC' });
  expect(records.length).toBeGreaterThan(0);
  expect(records.map(({ direction }) => direction).filter(Boolean)).toEqual([]);
});

it('leaves the columns to a mapping that names one of them', async () => {
  const text = `Date;Client;Message;Réponse 1;Relance\n02/03/2026;Ana Roc;${SAID[0]};${ASKED};${AGAIN}`;
  const { records } = await readText(genericTable, text, 'registre.csv', {
    zone: 'UTC',
    map: { text: 'Message', reply: 'Réponse 1' },
  });
  expect(records.map(({ direction, text: said }) => [direction, said])).toEqual([
    [undefined, SAID[0]],
    ['outbound', ASKED],
  ]);
  expect(records[0]?.attributes).toEqual({ Relance: AGAIN });
  const { records: told } = await readText(genericTable, text, 'registre.csv', { map: { text: 'Message' } });
  expect(told.map(({ text: said }) => said)).toEqual([SAID[0], ASKED, AGAIN]);
});

it('is no field that a mapping can name', () => {
  expect(() => checkMap({ turns: 'Relance' })).toThrow('map knows no field "turns"');
});
