import { expect, it } from 'vitest';
import { remembered } from '../../../src/enrich/words/remembered.js';

it('asks once for a word, and tells the same', () => {
  const asked: string[] = [];
  const length = remembered((word) => {
    asked.push(word);
    return word.length;
  });
  expect(['a', 'bc', 'a', ''].map(length)).toEqual([1, 2, 1, 0]);
  expect(['', 'bc'].map(length)).toEqual([0, 2]);
  expect(asked).toEqual(['a', 'bc', '']);
});

it('forgets what is more than it keeps, and asks again', () => {
  let asked = 0;
  const told = remembered(() => ++asked);
  told('first');
  for (let i = 0; i < 20_000; i++) told(String(i));
  expect(told('first')).toBeGreaterThan(1);
});
