import { expect, it } from 'vitest';
import { withoutSignature } from '../../src/normalise/signature.js';
import { AT_MOST, growthOf } from '../growth.js';

const WORDS = new Set(
  'merci la gérante service client directrice de une cliente fidèle bonne journée brest crèche et'.split(' '),
);
const words = {
  isWord: (word: string) => WORDS.has(word.toLowerCase()),
  isPublic: (name: string) => name === 'Brel',
};
const signed = (text: string): string => withoutSignature(text, words);

it.each([
  ['Pot vide.\nCordialement,\n\nJo Exemple', 'Pot vide.\nCordialement,\n\n[nom]'],
  [
    'Pot vide.\nBien cordialement\nJo Exemple\nDirectrice de la crèche Liberté\n29200 Brest\nTél : [téléphone]',
    'Pot vide.\nBien cordialement\n[nom]\nTél : [téléphone]',
  ],
  ['Pot vide.\nCordialement, Jo Exemple', 'Pot vide.\nCordialement, [nom]'],
  ['Pot vide.\nCdt. jo exemple', 'Pot vide.\nCdt. [nom]'],
  [
    'Empty.\nKind regards,\nJo Q. Public\nSent from my phone',
    'Empty.\nKind regards,\n[nom]\nSent from my phone',
  ],
  [
    'Dans l’attente de votre réponse, recevez mes salutations.\nM. et Mme Exemple',
    'Dans l’attente de votre réponse, recevez mes salutations.\n[nom]',
  ],
  ['Pot vide.\nMerci\nZoé\nPS: le pot est là', 'Pot vide.\nMerci\n[nom]\nPS: le pot est là'],
])('a signature is masked: %j', (given, told) => {
  expect(signed(given)).toBe(told);
  expect(signed(told)).toBe(told);
});

it.each([
  'Pot vide.\nCordialement,\nUne cliente fidèle',
  'Pot vide.\nCordialement\nBrel',
  'Cordialement',
  'Merci\nLa gérante du magasin me dit que le pot est vide, et rien ne vient depuis.',
  'Jo Exemple\nPot vide',
  '',
])('nothing else is: %j', (text) => {
  expect(signed(text)).toBe(text);
});

it('takes time in proportion to the text', async () => {
  for (const token of ['Cordialement, ', 'veuillez ', 'A\n', 'Jo ', 'merci\nJo Exemple\n'])
    expect(await growthOf((n) => `Cordialement, ${token.repeat(n)}`, signed), token).toBeLessThanOrEqual(
      AT_MOST,
    );
});
