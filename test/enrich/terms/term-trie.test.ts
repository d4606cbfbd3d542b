import { describe, expect, it } from 'vitest';
import { isOneTypo, lightStem, spellingKey } from '../../../src/enrich/words/light-stem.js';
import { SCRIPTS, countScripts } from '../../../src/enrich/language/script.js';
import { TermTrie } from '../../../src/enrich/terms/term-trie.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const found = (terms: readonly string[], text: string, notTypos: readonly string[] = []): string[] => {
  const trie = new TermTrie(notTypos);
  terms.forEach((term, i) => trie.add(term, i));
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  const hits: string[] = [];
  trie.scan(tokens, (payloads, start, end) => {
    for (const payload of payloads) hits.push(`${terms[payload]} ${start}-${end}`);
  });
  return hits;
};

describe('term trie', () => {
  it('finds terms of several words, nested ones too', () => {
    expect(found(['service', 'service client', 'client'], 'Le service client')).toEqual([
      'service 1-2',
      'service client 1-3',
      'client 2-3',
    ]);
  });

  it('reads over elisions and hyphens, not over a stop', () => {
    expect(found(['sous vide'], 'emballé sous-vide')).toEqual(['sous vide 1-4']);
    expect(found(["file d'attente"], 'les files d’attente')).toEqual(["file d'attente 1-4"]);
    expect(found(['sous vide'], 'en dessous. Vide ! sous, vide')).toEqual([]);
  });

  it('matches any ending after *', () => {
    expect(found(['conserv*'], 'conservateurs et conserves')).toEqual(['conserv* 0-1', 'conserv* 2-3']);
    expect(found(['conserv*'], 'conser')).toEqual([]);
  });

  it('forgives one typo in a long word only, unless it is a word of its own', () => {
    expect(found(['livraison'], 'livriason')).toEqual(['livraison 0-1']);
    expect(found(['malade'], 'salade')).toEqual([]);
    expect(found(['réduction'], 'rédaction')).toEqual(['réduction 0-1']);
    expect(found(['réduction'], 'rédaction', ['rédaction'])).toEqual([]);
  });

  it('takes numbers as they are written', () => {
    expect(found(['nova 4'], 'nova 4 et nova 3')).toEqual(['nova 4 0-2']);
  });

  it('takes terms added after a scan', () => {
    const trie = new TermTrie();
    const tokens = new TokenBuffer();
    tokens.tokenize('fromage');
    let n = 0;
    trie.scan(tokens, () => {
      n++;
    });
    trie.add('fromage', 0);
    trie.scan(tokens, () => {
      n++;
    });
    expect(n).toBe(1);
  });

  it('ignores a term without a word', () => {
    expect(found(['', '-', "l'"], "l'ami - oui")).toEqual([]);
  });
});

describe('light stem', () => {
  it('joins plurals and feminines, and keeps short words', () => {
    expect(
      ['frais', 'chevaux', 'prix', 'pris', 'chère', 'emballages'].map((word) => lightStem(word)),
    ).toEqual(['frai', 'chevau', 'prix', 'pris', 'chèr', 'emballag']);
    expect(spellingKey('pharmacy')).toBe('farmaci');
  });

  it('knows one typo from two', () => {
    const right = 'livraison';
    expect(['livrason', 'livrraison', 'livroison', 'lirvaison'].every((word) => isOneTypo(right, word))).toBe(
      true,
    );
    expect(
      ['livraison', 'livrasn', 'xivraison', 'livraisox', 'lviriason', ''].some((word) =>
        isOneTypo(right, word),
      ),
    ).toBe(false);
  });
});

describe('scripts', () => {
  it('counts letters by script', () => {
    const counts = new Int32Array(SCRIPTS.length);
    countScripts('Été 12 да あい 한 €', 100, counts);
    expect(
      Object.fromEntries(SCRIPTS.map((script, i) => [script, counts[i]]).filter(([, n]) => n !== 0)),
    ).toEqual({ Latin: 3, Cyrillic: 2, Kana: 2, Hangul: 1 });
  });
});
