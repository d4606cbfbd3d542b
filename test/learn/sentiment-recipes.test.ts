import { expect, it } from 'vitest';
import { SENTIMENT_RECIPES } from '../../src/learn/sentiment-recipes.js';
import { fakeReader } from './fake-reader.js';

const [pooled, review, tweet] = SENTIMENT_RECIPES;
const reader = fakeReader({
  umsabFr: ['negative'],
  restaurants: ['positive', 'mixed'],
  emotion: ['joy', 'anger'],
});
const told = (recipe = pooled) =>
  recipe?.examples(reader).map(({ labels, weight, calibrate }) => [labels, weight, calibrate]);

it('weighs tweets and reviews by the genre of the head; mixed ones teach nothing', () => {
  expect(told(review)).toEqual([
    [[0], 0.3, false],
    [[2], 1, true],
  ]);
  expect(told(pooled)).toEqual([
    [[0], 1, true],
    [[2], 0.3, true],
  ]);
});

it('of tweets reads no review, and takes joy for good and anger for bad with little weight', () => {
  expect(told(tweet)).toEqual([
    [[0], 1, true],
    [[2], 0.1, false],
    [[0], 0.1, false],
  ]);
});
