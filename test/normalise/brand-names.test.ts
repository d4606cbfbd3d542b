import { expect, it } from 'vitest';
import { createBrandNamer } from '../../src/normalise/brand-names.js';

it('knows a brand under its site, its account and its other names, and leaves other names as they are', () => {
  const named = createBrandNamer({ 'Maison Brel': ['brel'], 'Ferme Anou': [] });
  const of = (names: readonly string[]): string[] => names.map(named);
  expect(
    of(['maisonbrel.example', 'www.maison-brel.co.uk', '@maisonbrel_fr', 'MAISON BREL', 'Brel', 'brel.fr']),
  ).toEqual(Array.from({ length: 6 }, () => 'Maison Brel'));
  expect(of(['ferme-anou.fr', 'Ferme Anou SAV'])).toEqual(['Ferme Anou', 'Ferme Anou']);
  // another shop of the same family, a name within a name, a site that is no brand's
  const others = ['Maison Brel Pro', 'Brelan', 'boutique-maisonbrel.fr', 'Vergelac', 'St. Michel', '.fr'];
  expect(of(others)).toEqual(others);
});

it('knows a brand whose own name is a site', () => {
  const named = createBrandNamer({ 'Brel.com': [], 'Dr. Anou': [] });
  expect(['brel.com', 'www.brel.com', 'Dr.Anou', 'brel.fr'].map(named)).toEqual([
    'Brel.com',
    'Brel.com',
    'Dr. Anou',
    'brel.fr',
  ]);
});

it('gives a name that two brands share to the one that is named first', () => {
  expect(createBrandNamer({ 'Maison Brel': ['brel'], Brel: [] })('brel.fr')).toBe('Maison Brel');
});
