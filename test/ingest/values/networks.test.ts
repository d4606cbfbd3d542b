import { expect, it } from 'vitest';
import { hostOf, isPress, platformOf } from '../../../src/ingest/values/networks.js';

it('finds platforms and the press', () => {
  expect([
    platformOf('https://m.facebook.com/a'),
    platformOf('https://notfacebook.com/'),
    platformOf(undefined, 'Twitter'),
    platformOf('https://fr.trustpilot.com/review/x'),
    platformOf('https://www.google.com/maps/contrib/101/place/a'),
    platformOf('https://www.google.fr/search?q=maps'),
    platformOf('https://www.yelp.fr/biz/a'),
    hostOf('https://www.Example.org:8080/a'),
  ]).toEqual(['facebook', undefined, 'x', 'trustpilot', 'google', undefined, 'yelp', 'example.org']);
  expect(
    ['News', 'ONLINENEWS_NEWSPAPER', 'print', 'Presse', 'Actualité', 'blog', 'Social News', undefined].map(
      isPress,
    ),
  ).toEqual([true, true, true, true, true, false, false, false]);
});
