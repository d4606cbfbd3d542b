import { expect, it } from 'vitest';
import { holdsPerson } from '../../../src/enrich/names/person-in-name.js';

const nobody = (): boolean => false;

it.each([
  'avis-camille-dupont.csv',
  'export_JulienMartin.csv',
  '2026-03 Sandrine.csv',
  'Mme_Lefort.xlsx',
  'mentions dr Aubertin 2026.csv',
  'pierre-herve.csv',
  'depot/Philippe Dulac/avis.csv',
  'avis.xlsx!Céline',
])('a person stands in %s', (name) => {
  expect(holdsPerson(name, nobody)).toBe(true);
});

it.each([
  'avis claire.csv',
  'rose.csv',
  'marie_surgeles_avis.csv',
  'avis-boutique-lyon.csv',
  'comments_2026-03.json',
  'Classeur1.xlsx!Feuille 1',
  'avis-me.csv',
  'lettre a madame.csv',
  'pierre.csv',
  'nantes.csv',
  '',
])('none stands in %s', (name) => {
  expect(holdsPerson(name, nobody)).toBe(false);
});

it('is wary of words that texts do not know, where asked', () => {
  for (const name of ['avis quemeneur.csv', 'Tchoupinet.xlsx', 'avis.xlsx!Zwrotek'])
    expect([holdsPerson(name, nobody), holdsPerson(name, nobody, true)]).toEqual([false, true]);
  for (const name of [
    'avis-boutique.csv',
    'avis_2026-03.tsv',
    'Classeur1.xlsx!Feuille 1',
    'export mars.json',
  ])
    expect(holdsPerson(name, nobody, true)).toBe(false);
  expect(holdsPerson('avis trucmuche.csv', (word) => word === 'trucmuche', true)).toBe(false);
});

it('leaves brands that bear a first name', () => {
  const isKept = (word: string): boolean => ['paul', 'oetker', 'sophieparis'].includes(word);
  expect(holdsPerson('paul-boulangerie.csv', isKept)).toBe(false);
  expect(holdsPerson('dr oetker avis.csv', isKept)).toBe(false);
  expect(holdsPerson('sophie-paris.csv', isKept)).toBe(false);
  expect(holdsPerson('sophie-paris.csv', nobody)).toBe(true);
});
