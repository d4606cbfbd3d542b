import { expect, it } from 'vitest';
import { saysNothing } from '../../../src/enrich/tone/says-nothing.js';

it.each([
  '',
  ' \n',
  '1',
  '2.',
  '45 €',
  '£12.50',
  'n°3',
  '#4711',
  '06 12 34 56 78',
  '12/05/2026',
  '30 %',
  '3/7',
])('a blank or a figure alone says nothing: “%s”', (text) => expect(saysNothing(text)).toBe(true));

it.each(['+1', '8/10', '0/5', '4,5 / 5', '👍', '???', 'ok', '3 semaines', '1 seul', 'h24', '½'])(
  'a mark, a sign or a word says something: “%s”',
  (text) => expect(saysNothing(text)).toBe(false),
);
