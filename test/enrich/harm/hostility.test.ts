import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { type Hostility, HostilityFinder } from '../../../src/enrich/harm/hostility.js';
import { harmOf } from '../../../src/enrich/harm/moderation.js';

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
    ['Les vieux meubles sentent la cave, dehors', 'none'],
    ['Les vieux ne servent à rien', 'hostile'],
    ['Hors de mon pays avec vos coutumes', 'hostile'],
    ['Dire « rentrez dans votre pays » est une honte', 'none'],
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
});
