import { expect, it } from 'vitest';
import { endsSentence, isMark, spansOf, tokensOf } from '../../../src/metrics/sector/name-places.js';

it('finds a name by its whole words, wherever it stands, marks being tokens of their own', () => {
  const tokens = tokensOf('riz au lait, riz au laitage. le riz au lait');
  expect(tokens.filter(isMark)).toEqual([',', '.']);
  expect(tokens.filter(endsSentence)).toHaveLength(1);
  expect(spansOf(tokens, 'riz au lait')).toEqual([
    { first: 0, last: 2 },
    { first: 9, last: 11 },
  ]);
  expect(spansOf(tokens, '')).toEqual([]);
});
