import { expect, it } from 'vitest';
import { innerDiv, ownerOf, wordsIn } from '../../../src/ingest/chat/html-chat.js';

it('reads a div up to the tag that closes it, or to the end where none does', () => {
  expect(innerDiv('<div>a<div>b</div>c</div>d', 5)).toBe('a<div>b</div>c');
  expect(innerDiv('<div>a<div>b</div>c', 5)).toBe('a<div>b</div>c');
  expect(wordsIn('un <b>pot</b><br>vide')).toBe('un pot\nvide');
  expect(wordsIn('<img src="x">')).toBeUndefined();
});

it('knows the owner of a chat of two by the name it is not called after, and of no other', () => {
  expect(ownerOf('Ana', ['Ana', 'Brel', undefined, 'Ana'])).toBe('Brel');
  expect(ownerOf('Lot 12', ['Ana', 'Brel'])).toBeUndefined();
  expect(ownerOf('Ana', ['Ana', 'Brel', 'Bob'])).toBeUndefined();
  expect(ownerOf('Ana', ['Brel'])).toBeUndefined();
});
