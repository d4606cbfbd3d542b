import { expect, it } from 'vitest';
import { withoutMarkup } from '../../../src/ingest/markup/html.js';

it('takes tags away whose attributes stand without a value', () => {
  for (const tag of [
    '<video autoplay loop muted src="x.mp4">',
    '<table border>',
    '<option selected>',
    '<input type="text" required>',
    '<details open>',
  ])
    expect(withoutMarkup(`<p>Pot cassé</p>${tag}bon`).replaceAll(/\s+/g, ' '), tag).toBe('Pot cassé bon');
});

it('leaves what only looks like a tag', () => {
  for (const text of ['a<b et c>d', 'écrire à <jo@exemple.fr> vite', 'I <3 it', '<Nom du magasin>'])
    expect(withoutMarkup(`<p>${text}</p>`)).toBe(text);
});
