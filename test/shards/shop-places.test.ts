import { expect, it } from 'vitest';
import { shopPlaces } from '../../src/shards/shop-places.js';

it('knows the places of shops by their letters, and none of a brand that is a first name', () => {
  expect(['rennes', 'reze', 'arnaque'].map((place) => shopPlaces('Maison Brel').has(place))).toEqual([
    true,
    true,
    false,
  ]);
  expect([shopPlaces('Ghislaine').size, shopPlaces(undefined).size]).toEqual([0, 0]);
});
