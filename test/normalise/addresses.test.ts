import { describe, expect, it } from 'vitest';
import { createAddressWriter, siteName, withoutAccounts } from '../../src/normalise/addresses.js';

/** Shows what is hashed, so that pages which are one are seen to be one. */
const write = createAddressWriter((kind, value) => `${kind}(${value})`, false);

describe('the address of an item', () => {
  it.each([
    ['https://www.x.com/zoe/status/12/?utm_source=a&s=20', 'https://x.com/~address(x.com/zoe/status/12?)'],
    ['http://mobile.twitter.com/zoe/status/12', 'https://x.com/~address(twitter.com/zoe/status/12?)'],
    [
      'zoe.blog.example.co.uk/p?b=2&a=1#fin',
      'https://example.co.uk/~address(zoe.blog.example.co.uk/p?a=1&b=2)',
    ],
    ['http://192.168.0.1/a', 'https://site/~address(192.168.0.1/a?)'],
    ['mailto:zoe@exemple.example', '~address(mailto:zoe@exemple.example)'],
    ['pas une adresse', '~address(pas une adresse)'],
  ])('%s', (address, expected) => {
    expect(write(address, 'public')).toBe(expected);
  });

  it('of the press goes without its query, of private messages there is none', () => {
    expect(write('https://journal.example/a?p=2', 'press')).toBe(
      'https://journal.example/~address(journal.example/a)',
    );
    expect([write('https://x.com/a', 'private'), write(undefined, 'public'), write('  ', 'public')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(write(`https://x.com/${'a'.repeat(10_000)}`, 'public')).toMatch(/^~address\(/);
  });

  it('stays when the user decides so, but for private messages', () => {
    const keep = createAddressWriter(() => 'h', true);
    expect(
      [
        'https://zoe:secret@avis.example/4',
        'https://facebook.com/zoe/posts/3?id=7&token=abc&email=zoe@exemple.fr',
        'https://avis.example/?who=zoe%40exemple.fr',
        'https://x.com/@zoe?v=@zoe',
        'javascript:alert(1)',
        'mailto:zoe@exemple.fr',
      ].map((address) => keep(address, 'public')),
    ).toEqual([
      'https://avis.example/4',
      'https://facebook.com/zoe/posts/3?id=7',
      'https://avis.example/',
      'https://x.com/@zoe?v=@zoe',
      '~h',
      '~h',
    ]);
    expect([keep('https://x.com/zoe/status/12', 'public'), keep('https://x.com/zoe', 'private')]).toEqual([
      'https://x.com/zoe/status/12',
      null,
    ]);
  });
});

it.each([
  ['www.zoe.blog.example.org', 'example.org'],
  ['https://zoe.gouv.fr/', 'zoe.gouv.fr'],
  ['Le Journal', 'Le Journal'],
  ['m.facebook.com', 'facebook.com'],
])('a site is named by its registered domain: %s', (name, expected) => {
  expect(siteName(name)).toBe(expected);
});

it.each([
  ['voir https://www.facebook.com/zoe.exemple/posts/1 merci', 'voir https://facebook.com/… merci'],
  ['https://zoe:secret@www.instagram.com/zoe/', 'https://instagram.com/…'],
  ['mon profil t.me/zoe_x ici', 'mon profil t.me/… ici'],
  ['https://mastodon.example/@zoe/123', 'https://mastodon.example/…'],
  ['https://site.example/commande?email=zoe@exemple.example', 'https://site.example/…'],
  ['https://site.example/produits/yaourt', 'https://site.example/produits/yaourt'],
  ['1/2 baguette et facebook.com', '1/2 baguette et facebook.com'],
  ['sans rien', 'sans rien'],
])('addresses of accounts in a text are cut to their site: %s', (text, expected) => {
  expect(withoutAccounts(text)).toBe(expected);
});
