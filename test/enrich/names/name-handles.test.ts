import { expect, it } from 'vitest';
import { maskHandles } from '../../../src/enrich/names/name-handles.js';

it.each([
  ['@… I bought it', '@… I bought it'],
  ["@… I've no answer", "@… I've no answer"],
  ['@… So angry', '@… So angry'],
  ['@… Hi, a question', '@… Hi, a question'],
  ['@… À quand la suite', '@… À quand la suite'],
  ["@… J'ai tout rendu", "@… J'ai tout rendu"],
  ['@… F. et @… Vuillot', '@… et @…'],
  ["@… O'Neil a raison", '@… a raison'],
])('keeps the sentence behind an account and cuts a surname: %s', (text, wanted) => {
  expect(
    maskHandles(
      text,
      () => false,
      (word) => word === 'So',
    ),
  ).toBe(wanted);
});

it.each([
  ['@carrefour_help toujours rien', '@carrefour_help toujours rien'],
  ['@BurberryService hello', '@BurberryService hello'],
  ['@juju_lapuce59 moi aussi', '@… moi aussi'],
  ['@lea_services merci', '@… merci'],
])('keeps accounts that answer for a firm: %s', (text, wanted) => {
  expect(
    maskHandles(
      text,
      () => false,
      () => true,
    ),
  ).toBe(wanted);
});
