import { describe, expect, it } from 'vitest';
import { LanguageGrams } from '../../../src/enrich/language/language-grams.js';
import { LanguageSums } from '../../../src/enrich/language/language-sums.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';

/** A head of 2^8 buckets whose weights depend on the bucket alone. */
const head = {
  labels: ['fr', 'en', 'other'],
  bits: 8,
  weights: Int8Array.from({ length: 3 << 8 }, (_, at) => ((at * 37) % 11) - 5),
  scales: [0.5, 1, 2],
} as unknown as LinearHead;

describe('LanguageSums', () => {
  it('law: sums the weights of all grams, whatever was read before', () => {
    const sums = new LanguageSums(head, 2);
    const grams = new LanguageGrams(8);
    for (const text of ['Le pain est bon', 'The bread', '', 'Le pain est bon', 'été 12 @nom https://a.fr']) {
      sums.read(text);
      const buckets = grams.bucketsOf(text);
      const expected = head.labels.map((_, k) =>
        buckets.reduce(
          (sum, bucket) => sum + (head.weights[bucket * 3 + k] as number) * (head.scales[k] as number),
          0,
        ),
      );
      expect([...sums.sums].map((sum) => sum.toFixed(6))).toEqual(expected.map((sum) => sum.toFixed(6)));
      expect(sums.grams).toBe(buckets.length);
    }
  });
  it('gains by a cut in two languages, never under six words nor into no language', () => {
    const sums = new LanguageSums(head, 2);
    sums.read('un deux trois quatre cinq');
    expect(sums.gainOfTwo()).toBe(-Infinity);
    const onlyOther = new LanguageSums(
      { ...head, weights: head.weights.map((w, at) => (at % 3 === 2 ? 9 : w)) } as unknown as LinearHead,
      2,
    );
    onlyOther.read('un deux trois quatre cinq six sept huit');
    expect(onlyOther.gainOfTwo()).toBe(-Infinity);
  });

  it('is not cut where no cut could gain enough, and gains the same where one could', () => {
    const mixed = {
      ...head,
      weights: Int8Array.from(
        { length: 3 << 8 },
        (_, at) => ((Math.imul(at + 1, 0x9e3779b1) >>> 24) % 11) - 5,
      ),
      scales: [1, 1, 0.1],
    } as unknown as LinearHead;
    const sums = new LanguageSums(mixed, 2);
    const all: number[] = [],
      pruned: number[] = [];
    for (let n = 0; n < 200; n++) {
      const word = (w: number): string =>
        `mot${'abcdefghij'[(n * 7 + w * 3) % 10]}${'klmnopqrst'[(n + w) % 10]}`;
      sums.read(Array.from({ length: 8 }, (_, w) => word(w)).join(' '));
      const gain = sums.gainOfTwo();
      for (const least of [1, 20, 60]) {
        const found = sums.gainOfTwo(least);
        if (found === gain) all.push(gain);
        else {
          expect(found).toBe(-Infinity);
          expect(gain).toBeLessThan(least);
          pruned.push(gain);
        }
      }
    }
    expect(all.filter((gain) => gain > 1).length).toBeGreaterThan(50);
    expect(pruned.filter((gain) => gain > -Infinity).length).toBeGreaterThan(50);
  });
});

describe('LanguageGrams', () => {
  const words = (text: string): number => {
    const grams = new LanguageGrams(8);
    grams.read(text);
    return grams.words;
  };
  it('leaves out links, handles, hashtags and words with digits', () => {
    expect(words('Le pain @zoe #bio https://a.fr/x www.b.fr 4x4 covid19 est bon')).toBe(4);
  });
  it('keeps accents, and folds long runs of a letter', () => {
    const grams = new LanguageGrams(12);
    const of = (text: string): string => grams.bucketsOf(text).join();
    expect(of('été')).not.toBe(of('ete'));
    expect(of('ouiiiiii')).toBe(of('ouii'));
    expect(of('OUI')).toBe(of('oui'));
  });
  it('gives all grams of one to four letters of a word between spaces, and the word', () => {
    // " oui " has 5 places: from the space 3 (no space alone), from o 4, from u 3, from i 2; and the word.
    expect(new LanguageGrams(12).bucketsOf('oui')).toHaveLength(3 + 4 + 3 + 2 + 1);
  });
});
