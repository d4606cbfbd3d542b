import { describe, expect, it } from 'vitest';
import { tellEmotion } from '../../src/enrich/emotions.js';
import type { HeadScores } from '../../src/enrich/head-scores.js';
import type { CueHits } from '../../src/enrich/lexicon.js';

const cues = (counts: Readonly<Record<string, number>>): CueHits =>
  ({ countOf: (kind: string) => counts[kind] ?? 0 }) as unknown as CueHits;
/** Probabilities of anger, joy, optimism and sadness. */
const head = (...p: readonly number[]): HeadScores =>
  ({ of: (_: string, k: number) => p[k] ?? 0 }) as unknown as HeadScores;
const SILENT = head();

describe('tellEmotion', () => {
  it('tells the emotion with most cues, two at most counted; the first of two equals', () => {
    expect(tellEmotion(SILENT, cues({ fear: 1, sadness: 2 }), 'fr', 'negative')).toBe('sadness');
    expect(tellEmotion(SILENT, cues({ anger: 2, sadness: 9 }), 'fr', 'negative')).toBe('anger');
    expect(tellEmotion(SILENT, cues({}), 'fr', 'negative')).toBe('none');
  });
  it('counts the head for English alone, twice its probability, or nine tenths of it for a neutral text', () => {
    expect(tellEmotion(head(0.6), cues({}), 'en', 'negative')).toBe('anger'); // 1.2
    expect(tellEmotion(head(0.4), cues({}), 'en', 'negative')).toBe('none'); // 0.8
    expect(tellEmotion(head(0.99), cues({}), 'fr', 'negative')).toBe('none');
    expect(tellEmotion(head(0.99), cues({}), 'en', 'neutral')).toBe('none'); // 0.89
    expect(tellEmotion(head(0.3), cues({ anger: 1 }), 'en', 'neutral')).toBe('anger'); // 1.27
  });
  it('never contradicts the tone', () => {
    expect(tellEmotion(SILENT, cues({ joy: 2 }), 'fr', 'negative')).toBe('none');
    expect(tellEmotion(SILENT, cues({ anger: 2 }), 'fr', 'positive')).toBe('none');
    expect(tellEmotion(SILENT, cues({ fear: 2 }), 'fr', 'positive')).toBe('fear');
  });
});
