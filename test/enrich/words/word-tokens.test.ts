import { describe, expect, it } from 'vitest';
import { FLAG, TOKEN } from '../../../src/enrich/words/token-kinds.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

function read(text: string): readonly { kind: number; folded: string; flags: number; hash: number }[] {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  return Array.from({ length: tokens.count }, (_, i) => ({
    kind: tokens.kinds[i] as number,
    folded: tokens.folded(i),
    flags: (tokens.flags[i] as number) & ~FLAG.glued & ~FLAG.lineStart,
    hash: tokens.hashes[i] as number,
  }));
}
const folded = (text: string): string[] => read(text).map((token) => token.folded);

describe('words', () => {
  it('fold letters, ligatures and runs of three', () => {
    expect(folded('Cœur TROOOP cool Æquo')).toEqual(['coeur', 'trop', 'cool', 'aequo']);
    expect(read('trooop')[0]?.flags).toBe(FLAG.elongated);
  });
  it('say how they are written', () => {
    expect(read('Bon BON bOn B').map(({ flags }) => flags)).toEqual([
      FLAG.capital,
      FLAG.capital | FLAG.upper,
      0,
      FLAG.capital,
    ]);
  });
  it('end at the apostrophe of an elision, not at that of a contraction', () => {
    expect(folded("j'ai qu'il aujourd'hui don't")).toEqual(["j'", 'ai', "qu'", 'il', "aujourd'hui", "don't"]);
    expect(read("l'eau")[0]?.kind).toBe(TOKEN.elision);
  });
  it('keep 48 letters of a run that is no word', () => {
    expect(folded('ab'.repeat(60))[0]).toHaveLength(48);
  });
  it('come out of mathematical letters', () => {
    expect(folded('𝐭𝐫𝐨𝐩 𝟏𝟐')).toEqual(['trop', '12']);
  });
});

describe('numbers', () => {
  it('are hashed by their shape', () => {
    const [a, b, c, d] = read('12,50 99,99 1250 7').map(({ hash }) => hash);
    expect(a).toBe(b);
    expect(new Set([a, c, d]).size).toBe(3);
  });
  it('glued to letters are words; two parts are a number and a word', () => {
    expect(read('20h30').map(({ kind, folded: word }) => [kind, word])).toEqual([[TOKEN.word, '20h30']]);
    expect(read('2.5kg').map(({ kind }) => kind)).toEqual([TOKEN.number, TOKEN.word]);
  });
});

describe('hashtags', () => {
  it('are a token, then the words they are made of', () => {
    expect(folded('#PouletRoti_maison')).toEqual(['#pouletroti_maison', 'poulet', 'roti', 'maison']);
    const [, word] = read('#Poulet');
    expect([word?.kind, (word?.flags ?? 0) & FLAG.inHashtag]).toEqual([TOKEN.word, FLAG.inHashtag]);
  });
  it('of one case are one word', () => {
    expect(folded('#BALANCETONSTAGE')).toEqual(['#balancetonstage', 'balancetonstage']);
  });
});
