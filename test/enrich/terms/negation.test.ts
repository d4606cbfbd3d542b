import { describe, expect, it } from 'vitest';
import { CueHits, createCueFinder, parseLexicon } from '../../../src/enrich/terms/lexicon.js';
import { markDenied } from '../../../src/enrich/terms/negation.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

/** Words that are denied, as written. */
function denied(text: string, part?: readonly [from: number, to: number], terms?: string): string[] {
  const tokens = new TokenBuffer(),
    cues = new CueHits();
  tokens.tokenize(text);
  if (terms !== undefined) createCueFinder({ fr: parseLexicon(terms) }).find(tokens, cues);
  const out = new Uint8Array(tokens.count).fill(9);
  markDenied(tokens, out, part?.[0], part?.[1], cues);
  return Array.from({ length: tokens.count }, (_, i) => i)
    .filter((i) => out[i] === 1)
    .map((i) => tokens.written(i));
}

describe('markDenied', () => {
  it('denies four words after a negator, elisions not counted', () => {
    expect(denied('jamais vu un si bon produit frais')).toEqual(['vu', 'un', 'si', 'bon']);
    expect(denied("sans l'aide de ce bon vendeur")).toEqual(["l'", 'aide', 'de', 'ce', 'bon']);
  });
  it('denies the French verb before "pas", but no negator', () => {
    expect(denied('je recommande pas')).toEqual(['recommande']);
    expect(denied('ne recommande pas')).toEqual(['recommande']);
    expect(denied('ne pas acheter')).toEqual(['acheter']);
    expect(denied('recommande, pas cher')).toEqual(['cher']);
    expect(denied('I recommend not')).toEqual([]);
  });
  it('ends at a stop, a number and at words of contrast; an emoji leaves it', () => {
    expect(denied('pas bon. cher')).toEqual(['bon']);
    expect(denied('pas bon mais frais')).toEqual(['bon']);
    expect(denied('pas 3 bons')).toEqual([]);
    expect(denied('pas 😀 bon')).toEqual(['bon']);
  });
  it('ends where a clause with a subject of its own, or a reason, begins', () => {
    expect(denied("pas cher et c'est bon")).toEqual(['cher']);
    expect(denied('pas bon et frais')).toEqual(['bon', 'et', 'frais']);
    expect(denied('not cheap and it broke')).toEqual(['cheap']);
    expect(denied('pas bon car froid')).toEqual(['bon']);
  });
  it('ends with the term of praise that holds the negator, not with one of blame', () => {
    expect(denied('pas cher et très bon', undefined, 'polarity\t2\tpas cher')).toEqual(['cher']);
    expect(denied('pas cher et très bon', undefined, 'polarity\t-2\tpas cher')).toEqual([
      'cher',
      'et',
      'très',
      'bon',
    ]);
  });
  it('starts again at a second negator, and reads a part as if it were the whole', () => {
    expect(denied('never a bad one, never late again')).toEqual(['a', 'bad', 'one', 'late', 'again']);
    expect(denied('never seen a bad one', [1, 5])).toEqual([]);
  });
});
