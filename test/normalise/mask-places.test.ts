import { expect, it } from 'vitest';
import { maskHomes, maskStreets } from '../../src/normalise/mask-places.js';

const masked = (text: string): string => maskStreets(maskHomes(text));

it.each([
  ['au 14 bis, rue des Tanneurs hier', 'au [adresse] hier'],
  ['livré 42 Baker Street', 'livré [adresse]'],
  ['an Mozartstraße 8a geliefert', 'an [adresse] geliefert'],
  ['Calle Mayor 21, Madrid', '[adresse], Madrid'],
  ['lieu-dit Kerbrat', '[adresse]'],
  ['je suis là 48.39012, -4.48603', 'je suis là [adresse]'],
])('masks where people live: %s', (text, told) => {
  expect(masked(text)).toBe(told);
  expect(masked(told)).toBe(told);
});

it.each(['Via Michelin 3 étoiles', 'rayon 4, allée 12', "2 rue c'est tout", '4.2, 65.3 %', 'le Marktplatz'])(
  'leaves %s',
  (text) => {
    expect(masked(text)).toBe(text);
  },
);
