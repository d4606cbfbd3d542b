import { expect, it } from 'vitest';
import { storeOf } from '../../src/simulate/store-of.js';
import type { SimulatedMessage } from '../../src/simulate/truth.js';

const storeIn = (text: string, driver = 'store', id = 1): string | undefined =>
  storeOf(
    { text, person: { id }, planted: { drivers: [driver] } } as unknown as SimulatedMessage,
    'Halterive',
  );

it('is that of the town in the text, else the one where the author always goes, and none for what happens elsewhere', () => {
  expect([
    storeIn('Le vigile du magasin de Annecy.'),
    storeIn('Rayons vides.'),
    storeIn('Rayons vides.'),
  ]).toEqual(['Halterive Annecy', 'Halterive Rennes', 'Halterive Rennes']);
  // a town without a store, and a delivery
  expect([storeIn('Caisses fermées à Brest.'), storeIn('Colis perdu.', 'delivery')]).toEqual([
    undefined,
    undefined,
  ]);
});
