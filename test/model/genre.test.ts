import { expect, it } from 'vitest';
import { genreOf } from '../../src/model/genre.js';

it('is the stage outside the public, then reviews, then short posts', () => {
  expect(genreOf('private', 'review', 'x')).toBe('private');
  expect(genreOf('press', 'article', 'press')).toBe('press');
  expect(genreOf('public', 'review', 'x')).toBe('review');
  expect(
    ['x', 'twitter', 'mastodon', 'bluesky', 'facebook'].map((one) => genreOf('public', 'post', one)),
  ).toEqual(['tweet', 'tweet', 'tweet', 'tweet', 'comment']);
});
