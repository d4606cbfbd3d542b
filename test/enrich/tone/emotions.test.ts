import { describe, expect, it } from 'vitest';
import { tellEmotion } from '../../../src/enrich/tone/emotions.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import type { HeadScores } from '../../../src/enrich/heads/head-scores.js';
import type { CueHits } from '../../../src/enrich/terms/lexicon.js';

const cues = (
  counts: Readonly<Record<string, number>>,
): { hits: CueHits; negated: Uint8Array<ArrayBuffer> } => ({
  hits: { countOf: (kind: string) => counts[kind] ?? 0 } as unknown as CueHits,
  negated: new Uint8Array(1),
});
/** Probabilities of anger, joy, optimism and sadness. */
const head = (...p: readonly number[]): HeadScores =>
  ({ of: (_: string, k: number) => p[k] ?? 0 }) as unknown as HeadScores;
const SILENT = head();

describe('tellEmotion', () => {
  it('tells the emotion with most cues, two at most counted; the first of two equals', () => {
    expect(tellEmotion(SILENT, cues({ fear: 1, sadness: 2 }), 'fr', 'negative', 0)).toBe('sadness');
    expect(tellEmotion(SILENT, cues({ anger: 2, sadness: 9 }), 'fr', 'negative', 0)).toBe('anger');
    expect(tellEmotion(SILENT, cues({}), 'fr', 'negative', 0)).toBe('none');
  });
  it('counts the head for English alone, twice its probability, or nine tenths of it for a neutral text', () => {
    expect(tellEmotion(head(0.6), cues({}), 'en', 'negative', 0)).toBe('anger'); // 1.2
    expect(tellEmotion(head(0.4), cues({}), 'en', 'negative', 0)).toBe('none'); // 0.8
    expect(tellEmotion(head(0.99), cues({}), 'fr', 'negative', 0)).toBe('none');
    expect(tellEmotion(head(0.99), cues({}), 'en', 'neutral', 0)).toBe('none'); // 0.89
    expect(tellEmotion(head(0.3), cues({ anger: 1 }), 'en', 'neutral', 0)).toBe('anger'); // 1.27
  });
  it('never contradicts the tone', () => {
    expect(tellEmotion(SILENT, cues({ joy: 2 }), 'fr', 'negative', 0)).toBe('none');
    expect(tellEmotion(SILENT, cues({ anger: 2 }), 'fr', 'positive', 0)).toBe('none');
    expect(tellEmotion(SILENT, cues({ fear: 2 }), 'fr', 'positive', 0)).toBe('fear');
  });
  it('tells none where a firm or nobody speaks, and no joy beside irony', () => {
    expect(tellEmotion(SILENT, cues({ sadness: 1 }), 'fr', 'neutral', 0.5)).toBe('none');
    expect(tellEmotion(SILENT, cues({ sadness: 1 }), 'fr', 'neutral', 0.49)).toBe('sadness');
    expect(tellEmotion(SILENT, cues({ joy: 2, irony: 1 }), 'fr', 'positive', 0)).toBe('none');
  });
  it('leaves out a word that is denied, and cues of another language', () => {
    const features = createFeatures();
    const told = (text: string, language: string): string => {
      features.read(text);
      return tellEmotion(SILENT, features, language, 'neutral', 0);
    };
    expect(told('Nous étions tristes de partir', 'fr')).toBe('sadness');
    expect(told('Nous n’étions pas tristes de partir', 'fr')).toBe('none');
    expect(told('Nous étions tristes de partir', 'en')).toBe('none');
  });
});
