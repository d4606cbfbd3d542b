import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inverseDocumentFrequency,
  squareOf,
  TextToMany,
  WORD_SPACE,
  wordsOf,
  wordSimilarity,
} from '../../../src/cases/messages/word-hashes.js';

describe('wordsOf', () => {
  it('folds, cuts after seven letters, leaves short and repeated words out', () => {
    expect(wordsOf('YAOURTS')).toEqual(wordsOf('yaourts'));
    expect(wordsOf('périmés')).toEqual(wordsOf('PERIMES'));
    expect(wordsOf('livraison')).toEqual(wordsOf('livraisons'));
    expect(wordsOf('le lot du sac')).toEqual([]);
    expect(wordsOf('colis, colis ! COLIS')).toHaveLength(1);
    expect(wordsOf(null)).toEqual([]);
  });

  it('holds sixty words at most, in their space', () => {
    const words = wordsOf(Array.from({ length: 90 }, (_, at) => `mot${at}long`).join(' '));
    expect(words).toHaveLength(60);
    expect(words.every((word) => word >= 1 && word < WORD_SPACE)).toBe(true);
  });
});

describe('wordSimilarity', () => {
  const [a, b, c] = [11, 12, 13];
  /** Word 11 stands in both texts, 12 and 13 in one each: idf ln(1 + 2/3) and ln 2. */
  const idf = inverseDocumentFrequency([
    [a, b],
    [a, c],
  ]);

  it('is the cosine of weighted sets, by hand', () => {
    const [common, rare] = [Math.log(1 + 2 / 3) ** 2, Math.log(2) ** 2];
    expect(wordSimilarity([a, b], [a, c], idf)).toBeCloseTo(common / (common + rare), 6);
    expect(wordSimilarity([a, b], [a, b], idf)).toBeCloseTo(1, 6);
    expect(wordSimilarity([b], [c], idf)).toBe(0);
    expect(wordSimilarity([], [a], idf)).toBeUndefined();
  });

  it('takes each text to have words of its own, so that one common word of a short text tells little', () => {
    const [common, unseen] = [Math.log(1 + 2 / 3) ** 2, Math.log(3) ** 2];
    expect(wordSimilarity([a], [a], idf)).toBeCloseTo(1, 6);
    expect(wordSimilarity([a], [a], idf, 2)).toBeCloseTo(common / (common + 2 * unseen), 6);
  });

  it('is the same whether one text meets another or many', () => {
    const words = fc.uniqueArray(fc.integer({ min: 10, max: 20 }), { maxLength: 6 });
    const many = new TextToMany(idf);
    fc.assert(
      fc.property(words, words, (one, other) => {
        many.set(one);
        const expected = wordSimilarity(one, other, idf);
        const found = many.similarity(other, squareOf(other, idf));
        if (expected === undefined) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(expected, 9);
      }),
    );
  });
});
