import { describe, expect, it } from 'vitest';
import {
  CUE_KINDS,
  CueHits,
  LEXICONS,
  createCueFinder,
  loadLexicon,
  parseLexicon,
} from '../../../src/enrich/terms/lexicon.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';
import { foldWord } from '../../../src/enrich/words/token-hashes.js';

const finder = createCueFinder();
const tokens = new TokenBuffer(),
  hits = new CueHits();
const cuesOf = (text: string, language = 'fr'): string[] => {
  tokens.tokenize(text);
  finder.find(tokens, hits, language);
  return Array.from({ length: hits.count }, (_, i) => {
    const words = Array.from(
      { length: (hits.ends[i] as number) - (hits.starts[i] as number) },
      (_unused, k) => tokens.written((hits.starts[i] as number) + k),
    );
    return `${CUE_KINDS[hits.kinds[i] as number]} ${hits.weights[i]} ${words.join(' ')}`;
  });
};

describe('lexicon', () => {
  it('gives a term one weight a kind', () => {
    for (const id of LEXICONS) {
      const weights = new Map<string, number>();
      const twice: string[] = [];
      for (const { kind, weight, term } of loadLexicon(id)) {
        const key = `${kind} ${foldWord(term)}`;
        if ((weights.get(key) ?? weight) !== weight) twice.push(`${id} ${key}`);
        weights.set(key, weight);
      }
      expect(twice).toEqual([]);
    }
  });

  it('has several hundred words of polarity a language', () => {
    for (const id of ['fr', 'en'] as const) {
      const words = loadLexicon(id).filter((entry) => entry.kind === 'polarity');
      expect(words.length).toBeGreaterThan(600);
      expect(words.some((entry) => entry.weight > 0) && words.some((entry) => entry.weight < 0)).toBe(true);
    }
  });

  it('takes the longest term, and no negation inside it', () => {
    expect(
      cuesOf('pas mal').filter((cue) => cue.startsWith('polarity') || cue.startsWith('negation')),
    ).toEqual(['polarity 2 pas mal']);
    expect(cuesOf('pas envie').filter((cue) => cue.startsWith('negation'))).toEqual(['negation 1 pas']);
  });

  it('reads accents, plurals, elongation, emoji', () => {
    expect(cuesOf('DECUUUUE 😡')).toEqual(
      expect.arrayContaining(['polarity -2 DECUUUUE', 'polarity -3 😡', 'anger 2 😡']),
    );
    expect(cuesOf('excellentes')).toContain('polarity 3 excellentes');
    expect(cuesOf('nul :(')).toContain('polarity -2 :(');
  });

  it('knows the lures of scams', () => {
    const cues = cuesOf('Contactez-moi au WhatsApp pour un prêt entre particuliers').filter((cue) =>
      cue.startsWith('scam'),
    );
    expect(cues.length).toBe(3);
  });

  it('tells rude words aimed at nobody from insults, masked letters too', () => {
    expect(cuesOf('putain de livraison')).toContain('swear 2 putain');
    expect(cuesOf('bande de crevards')).toContain('insult 2 crevards');
    expect(cuesOf('f*ck this', 'en')).toContain('swear 2 f * ck');
    expect(cuesOf('un fromage et un melon').filter((cue) => !cue.startsWith('polarity'))).toEqual([]);
  });

  it('keeps to the language', () => {
    expect(cuesOf('bad', 'fr')).toEqual([]);
    expect(cuesOf('bad', 'en')).toContain('polarity -2 bad');
  });

  it('never throws and stays bounded', () => {
    for (const text of ['', '\ud800', 'nul '.repeat(20_000), '😡'.repeat(20_000)]) {
      cuesOf(text);
      expect(hits.count).toBeLessThanOrEqual(128);
    }
  });

  it('says what is wrong with a file', () => {
    expect(() => parseLexicon('joyy\t2\tx', 'mine.tsv')).toThrow('mine.tsv: unknown kind "joyy"');
    expect(() => parseLexicon('joy\t9\tx', 'mine.tsv')).toThrow('mine.tsv: weight "9"');
    expect(() => parseLexicon('joy', 'mine.tsv')).toThrow('mine.tsv, row 1: 1 cells');
  });
});
