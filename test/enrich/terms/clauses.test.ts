import { describe, expect, it } from 'vitest';
import { findClauses } from '../../../src/enrich/terms/clauses.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

/** The clauses of a text, each as its tokens. */
function clauses(text: string): { count: number; parts: string[] } {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  const of = new Int32Array(tokens.count);
  const count = findClauses(tokens, of);
  const parts: string[] = [];
  for (let i = 0; i < tokens.count; i++)
    parts[of[i] as number] = `${parts[of[i] as number] ?? ''} ${tokens.written(i)}`.trim();
  return { count, parts };
}

describe('findClauses', () => {
  it('cuts after punctuation and before words of contrast', () => {
    expect(clauses('Bon produit mais livraison en retard. Merci')).toEqual({
      count: 3,
      parts: ['Bon produit', 'mais livraison en retard .', 'Merci'],
    });
  });
  it('cuts at line ends and marks, and counts an emoji as something said', () => {
    expect(clauses('Bon\nFrais')).toEqual({ count: 2, parts: ['Bon', 'Frais'] });
    expect(clauses('Super !! Merci')).toEqual({ count: 2, parts: ['Super !!', 'Merci'] });
    expect(clauses('😀. Merci').count).toBe(2);
  });
  it('has no clause without a word: what opens or closes the text belongs to its neighbour', () => {
    expect(clauses('mais bon')).toEqual({ count: 1, parts: ['mais bon'] });
    expect(clauses('... , bon').count).toBe(1);
    expect(clauses('bon.').count).toBe(1);
    expect(clauses('').count).toBe(1);
  });
});
