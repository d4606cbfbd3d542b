import { expect, it } from 'vitest';
import { createBrandAccounts } from '../../src/normalise/brand-accounts.js';

it('knows the brand by its accounts, and agents by the host of its mailbox, unless anybody may have one there', () => {
  const isOfBrand = createBrandAccounts([
    'Maison Brel',
    '@maisonbrel',
    'Conso@maisonbrel.example',
    'brel@gmail.com',
    'brel@club-internet.fr',
    'brel@bluewin.ch',
    'bonjour@mail.brel.fr',
  ]);
  const by = (authorName: string, ...authorContacts: string[]): boolean =>
    isOfBrand({ authorName, authorContacts });
  expect(by('maison brel')).toBe(true);
  expect(isOfBrand({ authorHandle: 'MaisonBrel' })).toBe(true);
  expect(by('Titouan', 'titouan@maisonbrel.example')).toBe(true);
  expect(isOfBrand({ authorId: 'sav.lille@maisonbrel.example' })).toBe(true);
  expect(by('Ondine', 'brel@gmail.com')).toBe(true);
  for (const host of ['gmail.com', 'club-internet.fr', 'bluewin.ch'])
    expect(by('Ondine', `ondine@${host}`)).toBe(false);
  expect(by('Titouan', 'titouan@mail.brel.fr')).toBe(true);
  expect(by('Ondine', 'ondine@pasmaisonbrel.example', 'maisonbrel.example')).toBe(false);
  expect(createBrandAccounts([])({ authorName: '', authorContacts: ['a@b.example'] })).toBe(false);
});

it('knows the accounts of its shops, in public, by the place behind its name', () => {
  const isOfBrand = createBrandAccounts(['Maison Brel', 'Ana'], new Set(['rennes', 'lille', 'lemans']));
  const by = (authorName: string, stage: 'public' | 'private' = 'public'): boolean =>
    isOfBrand({ authorName, stage });
  expect(
    ['Maison Brel Rennes', 'maisonbrel.lille', 'Maison Brel - Le Mans', 'Maison Brel de Lille'].map((name) =>
      by(name),
    ),
  ).toEqual([true, true, true, true]);
  expect(by('Maison Brel Rennes', 'private')).toBe(false);
  const says = (text: string): boolean =>
    isOfBrand({ authorHandle: 'MaisonBrelLille', stage: 'public', text });
  expect(
    [
      'Bonjour, votre commande vous attend, à demain',
      'J’ai acheté deux pots, vides tous les deux',
      'My order never came',
    ].map(says),
  ).toEqual([true, false, false]);
  expect(['Maison Brel Arnaque', 'Rennes Maison Brel', 'Ana Lille', 'Lille'].map((name) => by(name))).toEqual(
    [false, false, false, false],
  );
});
