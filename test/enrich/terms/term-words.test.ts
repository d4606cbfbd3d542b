import { describe, expect, it } from 'vitest';
import { TermTrie } from '../../../src/enrich/terms/term-trie.js';
import { TermWords } from '../../../src/enrich/terms/term-words.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const hits = (trie: TermTrie, tokens: TokenBuffer): string[] => {
  const found: string[] = [];
  trie.scan(tokens, (payloads, start, end) => found.push(`${payloads.join()} ${start}-${end}`));
  return found;
};

describe('words that begin terms', () => {
  it('are told for each list', () => {
    const words = new TermWords(),
      tokens = new TokenBuffer();
    const cheese = new TermTrie([], words),
      delay = new TermTrie([], words);
    cheese.add('fromage', 1);
    delay.add('en retard', 2);
    tokens.tokenize('fromage en retard');
    expect([hits(cheese, tokens), hits(delay, tokens)]).toEqual([['1 0-1'], ['2 1-3']]);
    expect([...words.begins.subarray(0, 3), words.all]).toEqual([1, 2, 0, 3]);
  });

  it('are read anew for another text, another buffer and a list that grew', () => {
    const words = new TermWords(),
      [one, other] = [new TokenBuffer(), new TokenBuffer()];
    const trie = new TermTrie([], words);
    trie.add('lait', 1);
    one.tokenize('du lait');
    other.tokenize('lait et beurre');
    expect([hits(trie, one), hits(trie, other), hits(trie, one)]).toEqual([['1 1-2'], ['1 0-1'], ['1 1-2']]);
    one.tokenize('beurre');
    expect(hits(trie, one)).toEqual([]);
    trie.add('beurre', 2);
    expect(hits(trie, one)).toEqual(['2 0-1']);
  });

  it('are the same when more words came than are kept, in many texts or in one', () => {
    const trie = new TermTrie(),
      tokens = new TokenBuffer();
    trie.add('lait', 1);
    trie.add('lait cru', 2);
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, n) => `mot${(from + n).toString(36)}x`).join(' ');
    for (let from = 0; from < 40_000; from += 1000) {
      tokens.tokenize(`lait cru ${words(from, from + 1000)} lait`);
      expect(hits(trie, tokens)).toEqual(['1 0-1', '2 0-2', '1 1002-1003']);
    }
    tokens.tokenize(`lait ${words(0, 70_000)} lait cru`);
    expect(hits(trie, tokens)).toEqual(['1 0-1', '1 70001-70002', '2 70001-70003']);
    tokens.tokenize('lait');
    expect(hits(trie, tokens)).toEqual(['1 0-1']);
  });

  it('are as many lists as a whole number has bits', () => {
    const words = new TermWords();
    for (let list = 0; list < 31; list++) words.enter({ learn: () => false });
    expect(() => words.enter({ learn: () => false })).toThrow('31 lists');
  });
});
