import { expect, it } from 'vitest';
import { fixedPairs } from '../../src/topics/fixed-pairs.js';
import { indexTerms, termsOf } from '../../src/topics/terms.js';
import { loadStopWords } from '../../src/util/stop-words.js';

const texts = [
  'un filet de saumon fume',
  'le filet de saumon',
  'ce saumon, un filet de saumon',
  'filet de saumon',
  'le saumon rose fume',
  'la rose fume le saumon',
  'une rose, le saumon',
];

it('joins two terms where the rarer hardly stands but in one phrase with the other', () => {
  const terms = texts.map((text) => termsOf(text, loadStopWords()));
  const rows = indexTerms([...terms, ...Array.from({ length: 30 }, () => [])], 1);
  const id = (word: string): number => rows.stems.indexOf(termsOf(word, loadStopWords())[0]?.stem ?? '');
  const words = ['filet', 'saumon', 'rose', 'fume'].map(id);
  expect(words.map((at) => rows.spread[at])).toEqual([4, 7, 3, 3]);
  const isFixed = fixedPairs(terms, {
    among: new Set(words),
    idOf: new Map(rows.stems.map((stem, at) => [stem, at])),
    spread: rows.spread,
  });
  // filet beside saumon in 4 texts of 4; rose beside it in 1 of 3, beside fume in 2 of 3
  expect(isFixed(id('saumon'), id('filet'))).toBe(true);
  expect(isFixed(id('rose'), id('saumon'))).toBe(false);
  expect(isFixed(id('rose'), id('fume'))).toBe(false);
});
