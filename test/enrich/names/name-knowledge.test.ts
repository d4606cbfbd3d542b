import { expect, it } from 'vitest';
import { loadNameKnowledge } from '../../../src/enrich/names/name-knowledge.js';

it.each(['Tamsin', 'Gurdeep', 'Lamya', 'Kayleigh-Ann', 'Ghislaine'])(
  'knows %s as a first name by lists or registers',
  (word) => {
    expect(loadNameKnowledge().isGiven(word)).toBe(true);
    expect(loadNameKnowledge().mayBeGiven(word)).toBe(true);
  },
);

it.each(['Merci', 'Sunday', 'Kindle', 'félicitée', 'bijou', 'Livraison', 'Al', 'TISA'])(
  'knows %s as none',
  (word) => {
    expect(loadNameKnowledge().isGiven(word)).toBe(false);
  },
);
