import { expect, it } from 'vitest';
import {
  PLACES_AND_WORKS,
  brandsLikePersons,
  isBesideThing,
  isBought,
} from '../../src/enrich/name-bearers.js';

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
