import { expect, it } from 'vitest';
import { shareOf, softmaxTop } from '../../../src/enrich/language/language-shares.js';

it('gives the largest and its share, and what the languages asked for have together', () => {
  const scores = Float64Array.from([Math.log(2), Math.log(5), -Infinity, Math.log(3)]);
  const top = softmaxTop(scores);
  expect(top.at).toBe(1);
  expect(top.share).toBeCloseTo(0.5, 12);
  expect(shareOf(new Set(['fr', 'de']), ['fr', 'nl', 'en', 'de'], scores).among).toBeCloseTo(0.5, 12);
  expect(shareOf(undefined, ['fr'], scores)).toEqual({});
  expect(softmaxTop(Float64Array.of(-Infinity))).toEqual({ at: -1, share: 0 });
});
