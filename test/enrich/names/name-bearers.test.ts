import { expect, it } from 'vitest';
import {
  PLACES_AND_WORKS,
  brandsLikePersons,
  isBesideThing,
  isBought,
} from '../../../src/enrich/names/name-bearers.js';

it.each([
  ['au coin de la rue Jean-Macé', ['rue Jean-Macé']],
  ['la boutique Victor Hugo', ['Victor Hugo']],
  ['Mme Michu et Mme Prat', ['Mme Michu']],
  ['le roman de Nadia Bellec, reçu corné', ['roman de Nadia Bellec']],
  ['la réponse de Nadia Bellec', []],
])('what bears a name in "%s"', (text, found) => {
  expect(PLACES_AND_WORKS.flatMap((pattern) => text.match(pattern) ?? [])).toEqual(found);
});

it('brands own things', () => {
  expect(brandsLikePersons().find(({ name }) => name === 'Ted Baker')?.aliases).toEqual(['Ted Baker’s']);
});

it('a brand that is a first name too is one where it is bought', () => {
  expect(isBought('retailer', 'du vin de chez ')).toBe(true);
  expect(isBought('retailer', 'Bref, ')).toBe(false);
  expect(isBought('city', 'Bref, ')).toBe(true);
});

it.each([
  ['un croissant chez ', 'Paul, rassis', true],
  ['le colis est au relais Chez ', 'Paul, rue Basse', true],
  ['le colis a été livré chez ', 'Paul', false],
  ['on a dormi chez ', 'Paul samedi', false],
  ['je passe par chez ', 'Paul, mon voisin', false],
  ['nous allons chez ', 'Paul pour son anniversaire', false],
])('a brand is bought and lives nowhere: %s%s', (before, rest, isBrand) => {
  expect(isBought('retailer', before, rest.slice(4))).toBe(isBrand);
});

it.each([
  ['J’ai l’habitude de commander chez Vincent', true],
  ['On a bien mangé chez Dédé', true],
  ['Je suis allée chez Julie pour son anniversaire', false],
  ['Livré chez Martin au lieu de chez moi', false],
  ['Le frigo est chez Louise au 3e étage', false],
])('where one shops, no home: %s', (text, isShop) => {
  expect(PLACES_AND_WORKS.some((pattern) => new RegExp(pattern.source, 'u').test(text))).toBe(isShop);
});

it.each([
  ['Celio ou |Jules', true],
  ['Karim ou |Jules', false],
  ['Mme Prat ou |Jules', false],
  ['Celio et |Jules', false],
  ['pour |Jules', false],
])('beside a thing: %s', (marked, isThing) => {
  const start = marked.indexOf('|');
  const span = { start, end: marked.length - 1 };
  expect(isBesideThing(marked.replace('|', ''), span, new Uint8Array(40), new Set(['jules', 'karim']))).toBe(
    isThing,
  );
});

it('beside a brand that is known to be one', () => {
  const guarded = new Uint8Array(20).fill(1, 0, 5);
  expect(isBesideThing('Celio et Jules', { start: 9, end: 14 }, guarded, new Set(['jules']))).toBe(true);
});
