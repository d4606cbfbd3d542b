import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/learn/name-features.js';
import { type TaggedSentence, trainNameTagger } from '../../src/learn/name-tagger.js';
import { loadNameWords } from '../../src/enrich/name-words.js';

const toSentence = (text: string): TaggedSentence => {
  const pairs = text.split(' ').map((word) => word.split('/'));
  return { words: pairs.map(([word = '']) => word), tags: pairs.map(([, tag = 'O']) => tag) };
};

const LESSONS = [
  'Madame/O Leroy/B-PER habite/O à/O Nantes/B-LOC',
  'Monsieur/O Durand/B-PER travaille/O à/O Lyon/B-LOC',
  'La/O société/O Kerbio/B-ORG recrute/O à/O Brest/B-LOC',
  'Madame/O Petit/B-PER vend/O du/O miel/O',
  'La/O société/O Verlait/B-ORG livre/O Madame/O Garnier/B-PER',
  'Il/O pleut/O à/O Tours/B-LOC',
].map(toSentence);

describe('name tagger', () => {
  it('learns names from their surroundings, and words it never saw', () => {
    const tagger = trainNameTagger(LESSONS, { bits: 14, hidden: 0.1 });
    for (const { words, tags } of LESSONS) expect(tagger.tag(words)).toEqual(tags);
    expect(tagger.tag(['Madame', 'Morvan', 'habite', 'à', 'Rennes'])).toEqual([
      'O',
      'B-PER',
      'O',
      'O',
      'B-LOC',
    ]);
  });

  it('is the same each time', () => {
    const told = (): string[] =>
      trainNameTagger(LESSONS, { bits: 12, epochs: 3 }).tag([
        'La',
        'société',
        'Nouvelle',
        'Table',
        'de',
        'Paris',
      ]);
    expect(told()).toEqual(told());
  });

  it('never opens a name in its middle, and gives a tag a word', () => {
    const tagger = trainNameTagger(
      [toSentence('Léa/B-PER Le/I-PER Goff/I-PER rit/O'), toSentence('Paris/B-LOC dort/O')],
      { bits: 12 },
    );
    for (const words of [
      [],
      [''],
      ['\ud800'],
      Array.from({ length: 2000 }, (_, i) => (i % 3 === 0 ? 'Le' : 'Goff')),
      ['a'.repeat(100_000)],
    ]) {
      const tags = tagger.tag(words);
      expect(tags.length).toBe(words.length);
      tags.slice(0, 400).forEach((tag, i) => {
        if (tag.startsWith('I-')) expect(tags[i - 1]?.slice(2)).toBe(tag.slice(2));
      });
    }
  });

  it('knows shapes and lists', () => {
    expect(shapeOf('Saint-Denis')).toBe('Aa-Aa');
    expect(shapeOf('2024')).toBe('9');
    expect(loadNameWords().get('jeanne')).toBe(1);
  });
});
