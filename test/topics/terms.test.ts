import { describe, expect, it } from 'vitest';
import { indexTerms, rowReader, termsOf } from '../../src/topics/terms.js';
import { loadStopWords } from '../../src/util/stop-words.js';

const stems = (text: string): string[] => termsOf(text, loadStopWords()).map(({ stem }) => stem);

describe('termsOf', () => {
  it('keeps words that carry meaning, folded and without endings', () => {
    expect(stems("Bonjour, l'emballage des fraises n'est jamais recyclé !")).toEqual([
      'emballag',
      'frais',
      'recycl',
    ]);
  });
  it('reads neither links, handles, masks nor numbers', () => {
    expect(stems('@marque voir https://site.example/rappel [email] n° 123456 #promo compotes')).toEqual([
      'compot',
    ]);
  });
});

describe('indexTerms', () => {
  it('keeps terms of enough texts, at most twice a text', () => {
    const texts = [
      'colis colis colis',
      'colis perdu',
      'yaourt',
      'yaourt vanille',
      'rien',
      'autre chose',
      'pain',
    ].map((text) => termsOf(text, loadStopWords()));
    const rows = indexTerms(texts, 2);
    expect(rows.stems).toEqual(['coli', 'yaourt']);
    expect([...rows.ids]).toEqual([0, 0, 0, 1, 1]);
    expect([...rows.starts]).toEqual([0, 2, 3, 4, 5, 5, 5, 5]);
  });
});

describe('rowReader', () => {
  it('reads known terms in the order of their ids, each twice at most, the same at the second reading', () => {
    const read = rowReader(['yaourt', 'coli'], loadStopWords());
    const text = 'Colis perdu, colis cassé ! Et un yaourt dans le Colis 3 : https://colis.example';
    expect([read(text), read(text), read('Bonjour'), read('')]).toEqual([[0, 1, 1], [0, 1, 1], [], []]);
  });
});
