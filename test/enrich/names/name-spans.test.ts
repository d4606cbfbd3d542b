import { expect, it } from 'vitest';
import { SHOUTED, rule } from '../../../src/enrich/names/name-patterns.js';
import { afterVerb, namesIn, shouts } from '../../../src/enrich/names/name-spans.js';

const said = (text: string, pattern: RegExp): string[] =>
  namesIn(text, pattern).map(({ start, end }) => text.slice(start, end));

it('cuts a name before the first word that is none', () => {
  const called = rule('(?<=appelle )NAME');
  expect(said("je m'appelle Zoé Lemaire Merci", called)).toEqual(['Zoé Lemaire']);
  expect(said("je m'appelle Léa de La Roche", called)).toEqual(['Léa de La Roche']);
  expect(said("je m'appelle Service", called)).toEqual([]);
});

it('finds every name of a text, from the start of each', () => {
  const called = rule('(?<=appelle )NAME');
  const text = "je m'appelle Zoé, il s'appelle Léo";
  expect(said(text, called)).toEqual(['Zoé', 'Léo']);
  expect(said(text, called)).toEqual(['Zoé', 'Léo']);
  expect(said('😀 appelle Zoé', /(?<name>)/gu)).toEqual([]);
});

it('knows a title in capitals', () => {
  expect(said('MADAME HUCHET N’A RIEN RECU', SHOUTED)).toEqual(['HUCHET']);
  expect(said('MADAME ODILE HUCHET, CLIENTE', SHOUTED)).toEqual(['ODILE HUCHET']);
  expect(said('Madame Huchet', SHOUTED)).toEqual([]);
});

it('leaves the verb that opens a sentence out of a name', () => {
  const text = 'Contactez Eulalie Perchet au siège';
  expect(afterVerb(text, { start: 0, end: 25 })).toEqual({ start: 10, end: 25 });
  expect(afterVerb('Inez Perchet', { start: 0, end: 12 })).toEqual({ start: 0, end: 12 });
});

it('hears a text all in capitals', () => {
  expect(shouts('TOUJOURS RIEN RECU ZOÉ EST ABSENTE', 19, 22)).toBe(true);
  expect(shouts('Toujours rien reçu, Zoé est absente', 20, 23)).toBe(false);
});
