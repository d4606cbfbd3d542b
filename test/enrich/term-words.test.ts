import { describe, expect, it } from 'vitest';
import { TermTrie } from '../../src/enrich/term-trie.js';
import { TermWords } from '../../src/enrich/term-words.js';
import { TokenBuffer } from '../../src/enrich/tokens.js';

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

  it('are as many lists as a whole number has bits', () => {
    const words = new TermWords();
    for (let list = 0; list < 31; list++) words.enter({ beginsWith: () => false });
    expect(() => words.enter({ beginsWith: () => false })).toThrow('31 lists');
  });
});
