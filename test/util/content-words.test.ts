import { describe, expect, it } from 'vitest';
import { contentWords, sayingTheSame, saysTheSame } from '../../src/util/content-words.js';

describe('saysTheSame', () => {
  it('holds half of the words of the shorter text, three at least', () => {
    // recu, rappel, semaine, apres stand in both: 4 of 7.
    const late = 'Reçu le rappel une semaine après, personne au téléphone';
    expect(contentWords(late).size).toBe(6);
    expect(saysTheSame(late, 'le RAPPEL est reçu la semaine d’après !! 😡')).toBe(true);
    // pain alone is shared, then two of three.
    expect(saysTheSame('Le pain est rassis', 'Le pain est trop cher')).toBe(false);
    expect(saysTheSame('pain rassis hier', 'pain rassis demain, trop cher')).toBe(false);
    expect(saysTheSame('pain rassis', 'du pain rassis encore')).toBe(true);
  });

  it('is not said of texts without a word, and does not look at the order of its texts', () => {
    expect(saysTheSame('😡😡', '')).toBe(false);
    for (const [a, b] of [
      ['un panier perdu en caisse', 'en caisse, panier encore perdu'],
      ['rien à voir', 'avec cela'],
    ] as const)
      expect(saysTheSame(a, b)).toBe(saysTheSame(b, a));
  });
});

describe('sayingTheSame', () => {
  it('counts for each text those that say the same, itself among them where it has a word', () => {
    const texts = [
      'un panier perdu en caisse',
      'en caisse, panier encore perdu',
      'rien à voir',
      '😡😡',
      'un panier perdu en caisse',
    ];
    expect(sayingTheSame(texts.map(contentWords))).toEqual([3, 3, 1, 0, 3]);
    expect(texts.map((one) => texts.filter((other) => saysTheSame(one, other)).length)).toEqual([
      3, 3, 1, 0, 3,
    ]);
  });
});
