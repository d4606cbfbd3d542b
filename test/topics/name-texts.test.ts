import { beforeAll, expect, it } from 'vitest';
import { backgroundOf, nameTexts, type Background } from '../../src/topics/name-texts.js';
import { loadNounTest, type NounTest } from '../../src/topics/phrases.js';
import { loadStopWords } from '../../src/topics/terms.js';
import { plantedTexts } from './planted-texts.js';

const stops = loadStopWords();
let isNoun: NounTest, background: Background;
const burst = [
  'Le couvercle fendu du bocal a tout fait couler dans mon sac',
  'Encore un couvercle fendu, le troisième ce mois-ci',
  'Couvercle fendu à l’ouverture, vous faites quoi ?',
  'J’ai aussi eu un couvercle fendu, remboursez',
  'Qui d’autre a reçu un couvercle fendu ?',
];
beforeAll(async () => {
  isNoun = await loadNounTest();
  background = backgroundOf([...plantedTexts(800, 4).map(({ text }) => text), ...burst], stops);
});

it('names a burst by the noun phrase of its own texts, whatever their order', () => {
  expect(nameTexts(burst, background, { stops, isNoun })).toBe('couvercle fendu');
  expect(nameTexts(burst.toReversed(), background, { stops, isNoun })).toBe('couvercle fendu');
});

it('names nothing where no phrase stands in three texts', () => {
  expect(nameTexts(burst.slice(0, 2), background, { stops, isNoun })).toBeUndefined();
  expect(nameTexts([], background, { stops, isNoun })).toBeUndefined();
});
