import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../src/enrich/head-reader.js';
import { type Hostility, HostilityFinder } from '../../src/enrich/hostility.js';
import { harmOf, tellHarms } from '../../src/enrich/moderation.js';
import { CueHits } from '../../src/enrich/lexicon.js';

const features = createFeatures(),
  finder = new HostilityFinder();
const read = (text: string): Hostility => {
  features.read(text);
  return finder.find(features.tokens, features.negated);
};

describe('hostility to groups of people', () => {
  it.each<[string, Hostility]>([
    ['Ces migrants sont des parasites, dehors', 'hostile'],
    ['Les musulmans n’ont rien à faire ici', 'hostile'],
    ['Je déteste les Roms', 'hostile'],
    ['Je ne déteste pas les Roms', 'named'],
    ['Les femmes du club ont gagné dimanche', 'named'],
    ['Traiter les réfugiés de parasites est une honte', 'denounced'],
    ['La haine contre les juifs, c’est du racisme', 'denounced'],
    ['Le chocolat noir est infect, dehors', 'none'],
    ['Je déteste les embouteillages', 'none'],
  ])('%s', (text, told) => {
    expect(read(text)).toBe(told);
  });

  it('raises, lowers or leaves what the head says', () => {
    expect(harmOf(0.1, 'hostile')).toBe(0.9);
    expect(harmOf(0.95, 'hostile')).toBe(0.95);
    expect(harmOf(0.6, 'denounced')).toBe(0.3);
    // Odds of .2 are 1 to 4, four times as high 1 to 1.
    expect(harmOf(0.2, 'named')).toBeCloseTo(0.5, 10);
    expect(harmOf(0.2, 'none')).toBe(0.2);
  });

  it('is hate where a person writes, and nothing in news', () => {
    const told = { harm: 0.9, hostility: 'hostile' as const, negative: true, spam: 0, scam: 0 };
    expect(tellHarms(told, new CueHits(), 'chatter')).toEqual(['hate']);
    expect(tellHarms(told, new CueHits(), 'news')).toEqual([]);
    expect(
      tellHarms({ ...told, harm: 0.6, hostility: 'named', negative: false }, new CueHits(), 'chatter'),
    ).toEqual([]);
  });
});
