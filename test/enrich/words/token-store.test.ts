import { describe, expect, it } from 'vitest';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const read = (text: string): TokenBuffer => {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  return tokens;
};

describe('the store of tokens', () => {
  it('gives a token as written and folded', () => {
    const tokens = read('Très DÉÇU');
    expect([tokens.written(1), tokens.folded(1)]).toEqual(['DÉÇU', 'decu']);
    expect([tokens.isFolded(1, 'decu'), tokens.isFolded(1, 'dec'), tokens.isFolded(1, 'decx')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it('counts letters and capitals of any part', () => {
    const tokens = read('OUI non OK');
    expect([tokens.letters, tokens.capitals]).toEqual([8, 5]);
    expect([tokens.lettersIn(1, 3), tokens.capitalsIn(1, 3)]).toEqual([5, 2]);
    expect([tokens.lettersIn(0, 1), tokens.lettersIn(2, 2)]).toEqual([3, 0]);
  });
  it('grows with its text, and keeps what it had', () => {
    const words = Array.from({ length: 1500 }, (_, at) => `mot${'a'.repeat(at % 9)}b`);
    const tokens = read(words.join(' '));
    expect(tokens.count).toBe(1500);
    expect(tokens.written(0)).toBe('motb');
    expect(tokens.folded(1499)).toBe(words[1499]?.replace(/a{3,}/, 'a'));
    expect(tokens.ends[1499]).toBe(words.join(' ').length);
  });
});
