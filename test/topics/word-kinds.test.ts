import { describe, expect, it } from 'vitest';
import { clausesOf, type Word } from '../../src/topics/phrase-words.js';
import { isJudgement, isOfVerb, kindAlone } from '../../src/topics/word-kinds.js';

const wordsOf = (text: string): readonly Word[] => clausesOf(text)[0] ?? [];
const first = (text: string): Word => wordsOf(text)[0] as Word;

describe('kindAlone', () => {
  it('tells links, articles, times, adjectives that go before a noun in any gender and number, and words that name nothing', () => {
    for (const [kind, words] of [
      ['P', ['pour', 'à', 'aux']],
      ['D', ['la', 'les']],
      ['T', ['lundi', 'lundis', 'demi-heure']],
      ['B', ['sincère', 'sincères', 'énième', 'bonnes', 'vieux', 'nouvelles', 'jeunes', 'chères']],
      ['-', ['trois', 'merci', 'autres']],
      ['N', ['porte-monnaie', 'drive-piéton']],
    ] as const)
      for (const word of words) expect(kindAlone(first(word)), word).toBe(kind);
    expect(kindAlone(first('fromage'))).toBeUndefined();
  });
});

describe('words of verbs and judgements', () => {
  it('are told by what follows, and in any gender and number', () => {
    const ofVerb = (text: string): boolean => isOfVerb(first(text), wordsOf(text)[1]);
    expect(['porte aux graines', 'hommage à tous', 'fin au doute'].map(ofVerb)).toEqual([true, true, true]);
    expect(['porte bleue', 'porte', 'tarte aux pommes'].map(ofVerb)).toEqual([false, false, false]);
    expect(['bonnes', 'superbes', 'longue'].map((word) => isJudgement(first(word)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
