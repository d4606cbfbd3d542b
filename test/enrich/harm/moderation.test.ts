import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { CueHits } from '../../../src/enrich/terms/lexicon.js';
import { type HarmScores, tellHarms } from '../../../src/enrich/harm/moderation.js';

const NO_CUE = new CueHits();
const calm: HarmScores = {
  harm: 0,
  hostility: 'none',
  polarity: 0,
  spam: 0,
  scam: 0,
  lures: true,
  reviewed: false,
  rumour: false,
  disclosed: false,
  language: 'fr',
  register: 'chatter',
  registerProbability: 0.9,
};
const features = createFeatures();
const cues = (text: string): CueHits => {
  features.read(text);
  return features.hits;
};

describe('tellHarms', () => {
  it('tells a harm from .65 on with a cue, from .75 on without where the text does not praise; in English with a cue from .5 on', () => {
    const insult = (harm: number, language = 'fr'): string[] =>
      tellHarms({ ...calm, harm, language }, cues(language === 'fr' ? 'quel abruti' : 'what a moron'));
    expect([insult(0.64), insult(0.65)]).toEqual([[], ['insult']]);
    expect([insult(0.49, 'en'), insult(0.5, 'en')]).toEqual([[], ['insult']]);
    expect([0.74, 0.75].map((harm) => tellHarms({ ...calm, harm }, NO_CUE))).toEqual([[], ['insult']]);
    expect([0.19, 0.2].map((polarity) => tellHarms({ ...calm, harm: 0.99, polarity }, NO_CUE))).toEqual([
      ['insult'],
      [],
    ]);
  });

  it('takes a word for an insult in its own language alone', () => {
    const told = (language: string): string[] =>
      tellHarms({ ...calm, harm: 0.7, language }, cues('un gros retard'));
    expect([told('fr'), told('en')]).toEqual([[], ['insult', 'hate']]);
  });

  it('is hate where a person writes, and nothing in what is surely news', () => {
    const told = { ...calm, harm: 0.9, hostility: 'hostile', polarity: -0.5 } as const;
    expect(tellHarms(told, NO_CUE)).toEqual(['hate']);
    expect(tellHarms({ ...told, register: 'news' }, NO_CUE)).toEqual([]);
    expect(tellHarms({ ...told, register: 'news', registerProbability: 0.4 }, NO_CUE)).toEqual(['hate']);
    const named = (polarity: number): string[] =>
      tellHarms({ ...told, harm: 0.7, hostility: 'named', polarity }, NO_CUE);
    expect([named(0), named(-0.39), named(-0.41)]).toEqual([[], [], ['hate']]);
  });

  it('tells scam before spam, spam of promotion and of no other announcement', () => {
    expect(tellHarms({ ...calm, scam: 0.6, spam: 0.9 }, NO_CUE)).toEqual(['scam']);
    expect(tellHarms({ ...calm, spam: 0.9, register: 'promotion' }, NO_CUE)).toEqual(['spam']);
    expect(tellHarms({ ...calm, spam: 0.9, register: 'news' }, NO_CUE)).toEqual([]);
  });

  it('tells neither spam nor scam of what leads nowhere, nor spam of what a customer reviews', () => {
    const lure = { ...calm, scam: 0.6, spam: 0.9 };
    expect(tellHarms({ ...lure, lures: false }, NO_CUE)).toEqual([]);
    expect(tellHarms({ ...lure, reviewed: true }, NO_CUE)).toEqual(['scam']);
    expect(tellHarms({ ...lure, scam: 0, reviewed: true }, NO_CUE)).toEqual([]);
  });

  it('tells data given away and rumours whatever the harm', () => {
    expect(tellHarms({ ...calm, disclosed: true, rumour: true }, NO_CUE)).toEqual([
      'personal-data',
      'rumour',
    ]);
  });
});
