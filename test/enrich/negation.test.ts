import { describe, expect, it } from 'vitest';
import { markDenied } from '../../src/enrich/negation.js';
import { TokenBuffer } from '../../src/enrich/tokens.js';

/** Words that are denied, as written. */
function denied(text: string, part?: readonly [from: number, to: number]): string[] {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  const out = new Uint8Array(tokens.count).fill(9);
  markDenied(tokens, out, ...(part ?? []));
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
  it('starts again at a second negator, and reads a part as if it were the whole', () => {
    expect(denied('never a bad one, never late again')).toEqual(['a', 'bad', 'one', 'late', 'again']);
    expect(denied('never seen a bad one', [1, 5])).toEqual([]);
  });
});
