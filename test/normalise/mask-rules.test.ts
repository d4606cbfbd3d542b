import { describe, expect, it } from 'vitest';
import { canonicalPhone, maskAll } from '../../src/normalise/mask-rules.js';

/** A text masked, and what was remembered of it. */
function read(text: string): { masked: string; kept: string[] } {
  const kept: string[] = [];
  const masked = maskAll(text, (kind, value) => {
    kept.push(`${kind} ${value}`);
    return `[${kind}]`;
  });
  return { masked, kept };
}

it.each([
  ['06 12 34 56 78', '33612345678'],
  ['+33 (0)6-12.34.56.78', '33612345678'],
  ['0033 0612345678', '33612345678'],
  ['O6 12 34 56 78', '33612345678'],
  ['+32 475 12 34 56', '32475123456'],
  ['33612345678', '33612345678'],
])('a phone has one key however it is written: %s', (phone, key) => {
  expect(canonicalPhone(phone)).toBe(key);
});

describe('what is remembered is what was meant', () => {
  it.each([
    ['à Zoe.B@Exemple.FR merci', 'à [email] merci', 'email zoe.b@exemple.fr'],
    ['zoe.b (at) exemple (point) fr', '[email]', 'email zoe.b@exemple.fr'],
    ['zoe.b @ gmail . com', '[email]', 'email zoe.b@gmail.com'],
    ['zoe AT exemple DOT fr', '[email]', 'email zoe@exemple.fr'],
    ['commande n° fr-12345', 'commande n° [order]', 'order FR12345'],
    ['suivi 250 123 456 789 01', 'suivi [order]', 'order 25012345678901'],
    ['suivi 06 12 34 56 78', 'suivi [phone]', 'phone 33612345678'],
    ['n° 45879632', 'n° [order]', 'order 45879632'],
    ['ab123456', '[order]', 'order AB123456'],
    ['6A12345678901', '[order]', 'order 6A12345678901'],
  ])('%s', (text, masked, kept) => {
    expect(read(text)).toEqual({ masked, kept: [kept] });
  });
});

describe('accounts, cards, people and cars', () => {
  it.each([
    // a check of 97 tells an IBAN that is grouped otherwise
    ['FR76 3000 6000 0112 3456 7890 189', '[IBAN]'],
    ['fr7630006000011234567890189 svp', '[IBAN] svp'],
    ['FR 76 30006 00001 12345678901 89', '[IBAN]'],
    ['DE89 3704 0044 0532 0130 00', '[IBAN]'],
    ['30006 00001 12345678901 89', '[IBAN]'],
    ['4970 1012 3456 7890', '[carte]'],
    ['3782 822463 10005', '[carte]'],
    ['2 84 05 13 055 123 45', '[NIR]'],
    ['2 84 05 13 055 123', '[NIR]'],
    ['AB-123-CD', '[plaque]'],
    ['immatriculée 1234 AB 29', 'immatriculée [plaque]'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ masked: expected, kept: [] });
  });
});

it.each([
  'passé le 2026-01-01 00:12:33',
  'le 05-04-2024 1745 exactement',
  'le 12/03/2026 à 10 h 30',
  'commande du 12-03-2026',
  'facture 2025/2026',
  'lot 123 ouvert',
  'ISO 9001',
  'EN 71-3',
  'commande n° FR-12 345',
])('stays: %s', (text) => {
  expect(read(text)).toEqual({ masked: text, kept: [] });
});
