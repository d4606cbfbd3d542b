import { expect, it } from 'vitest';
import { clausesOf } from '../../src/topics/phrase-words.js';
import { isOfSetPhrase } from '../../src/topics/set-phrases.js';

const [clause = []] = clausesOf('merci pour les coups de cœur du comptoir au bout de la rue');
const from = (word: string): number => clause.findIndex(({ written }) => written === word);

it('is a part of a set phrase, or holds one, in whatever number', () => {
  expect(isOfSetPhrase(clause, from('coups'), from('cœur'))).toBe(true);
  expect(isOfSetPhrase(clause, from('cœur'), from('comptoir'))).toBe(true);
  expect(isOfSetPhrase(clause, from('coups'), from('coups'))).toBe(true);
});

it('is the end of the longest one, and begins anywhere in a clause', () => {
  const [cake = []] = clausesOf('avec un accueil froid et la cerise sur le gâteau');
  expect(isOfSetPhrase(cake, cake.length - 1, cake.length - 1)).toBe(true);
  expect(isOfSetPhrase(cake, 2, 3)).toBe(false);
});

it('is none beside one', () => {
  expect(isOfSetPhrase(clause, from('comptoir'), from('comptoir'))).toBe(false);
  expect(isOfSetPhrase(clause, from('merci'), from('merci'))).toBe(false);
  expect(isOfSetPhrase(clausesOf('un coup de marteau')[0] ?? [], 1, 3)).toBe(false);
});
