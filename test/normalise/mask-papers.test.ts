import { expect, it } from 'vitest';
import { maskPapers } from '../../src/normalise/mask-papers.js';

it.each([
  ['passeport n° 19AB12345', 'passeport n° [numéro]'],
  ['date de naissance : 03/09/1974', 'date de naissance : [naissance]'],
  ['carte 4970 **** **** 1234', 'carte [carte]'],
  ['depuis 182.164.112.99 hier', 'depuis [IP] hier'],
  ['mon ip est 82.64.112.9', 'mon ip est [IP]'],
])('masks papers, births and machines: %s', (text, masked) => {
  expect(maskPapers(text)).toBe(masked);
  expect(maskPapers(masked)).toBe(masked);
});

it.each(['compte 12500 abonnés', 'version 10.5.1.2', '192.168.1.1 ne répond plus', 'né en 1987'])(
  'leaves %s',
  (text) => {
    expect(maskPapers(text)).toBe(text);
  },
);
