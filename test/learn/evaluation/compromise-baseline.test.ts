import { describe, expect, it } from 'vitest';
import { tagByCompromise } from '../../../src/learn/evaluation/compromise-baseline.js';

const sentences = (...texts: string[]): { words: string[]; tags: string[] }[] =>
  texts.map((text) => ({ words: text.split(' '), tags: text.split(' ').map(() => 'O') }));

describe('tagByCompromise', () => {
  it('tags English with compromise', async () => {
    const told = await tagByCompromise(
      sentences(
        'I have sent two emails to Claire Dunn about this .',
        'We moved from Manchester and they still send the parcels there .',
      ),
    );
    expect(told?.name).toBe('compromise');
    expect(told?.tags[0]).toEqual(['O', 'O', 'O', 'O', 'O', 'O', 'B-PER', 'I-PER', 'O', 'O', 'O']);
    expect(told?.tags[1]).toEqual(['O', 'O', 'O', 'B-LOC', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'O']);
  });

  it('tags French with fr-compromise', async () => {
    const told = await tagByCompromise(
      sentences(
        'Je suis allé hier avec Nicolas dans un magasin à Nantes .',
        'La livraison a pris trois semaines et personne ne répond .',
      ),
    );
    expect(told?.name).toBe('fr-compromise');
    expect(told?.tags[0]).toEqual(['O', 'O', 'O', 'O', 'O', 'B-PER', 'O', 'O', 'O', 'O', 'B-LOC', 'O']);
    expect(told?.tags[1]?.every((tag) => tag === 'O')).toBe(true);
  });

  it('has no answer for another language', async () => {
    expect(
      await tagByCompromise(sentences('Das Brot war alt und niemand hat auf meine Nachricht geantwortet .')),
    ).toBeUndefined();
  });
});
