import { describe, expect, it } from 'vitest';
import { akin } from '../../../src/metrics/crisis/akin.js';
import type { Text } from '../../../src/metrics/crisis/calm-texts.js';

const say = (n: number, drivers: string[], ...words: string[]): Text[] =>
  Array.from({ length: n }, (_, at) => ({ at, drivers, words: new Set(words) }));

describe('akin', () => {
  const recall = say(30, ['safety'], 'steak', 'rappel'),
    safety = new Set(['safety']),
    usual = say(40, ['staff'], 'accueil');

  it('is what is said in key words of the cause more often than at other times', () => {
    expect(akin(recall, safety, say(12, ['staff'], 'accueil', 'rappel'), usual)).toBe(true);
    expect(akin(recall, safety, say(12, ['staff'], 'accueil', 'vigile'), usual)).toBe(false);
    const always = say(40, ['staff'], 'accueil', 'rappel');
    expect(akin(recall, safety, say(12, ['staff'], 'accueil', 'rappel'), always)).toBe(false);
  });

  it('is what is read as of the subjects of the cause too, more often than at other times', () => {
    const both = say(12, ['staff', 'safety'], 'accueil', 'vigile');
    expect(akin(recall, safety, both, usual)).toBe(true);
    expect(akin(recall, safety, both, say(40, ['staff', 'safety'], 'accueil'))).toBe(false);
  });

  it('is told where nothing is known of other times', () => {
    expect(akin(recall, safety, say(12, ['staff'], 'vigile'), [])).toBe(false);
  });
});
