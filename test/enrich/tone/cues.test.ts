import { describe, expect, it } from 'vitest';
import { cuesOf } from '../../../src/enrich/tone/cues.js';

describe('cuesOf', () => {
  it('tells at most five words an answer, strongest first, signed', () => {
    const { sentiment = [] } = cuesOf({
      text: 'Accueil odieux, attente interminable, plat froid, table sale, addition salée, jamais plus !',
      genre: 'review',
      sentiment: 'negative',
    });
    expect(sentiment).toHaveLength(5);
    const weights = sentiment.map((cue) => Number(cue.split(' ').at(-1)?.replace('−', '-')));
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(weights.map(Math.abs)).toEqual(weights.map(Math.abs).toSorted((a, b) => b - a));
    expect(sentiment[0]).toMatch(/\+\d\.\d\d$/);
  });

  it('tells nothing of a sentiment that was not told, or of a text without words', () => {
    expect(cuesOf({ text: 'Jamais livré', genre: null, sentiment: null })).not.toHaveProperty('sentiment');
    expect(cuesOf({ text: '', genre: null, sentiment: 'neutral' })).toEqual({});
  });
});
