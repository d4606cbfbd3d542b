import { expect, it } from 'vitest';
import { driverShares } from '../../src/metrics/index.js';
import { fakeCorpus } from './fake-corpus.js';

it('says that what was asked is all of a part that it chooses', async () => {
  const corpus = await fakeCorpus({
    messages: [
      { text: 'Trop cher et fade', sentiment: 'negative', drivers: ['price', 'taste'] },
      { text: 'Le prix monte', sentiment: 'negative', drivers: ['price'] },
      { text: 'Bonjour', sentiment: 'neutral' },
    ],
  });
  const [whole, part] = [await driverShares(corpus), await driverShares(corpus.where({ driver: 'price' }))];
  expect(part.rows().map(({ driver, share }) => [driver, share])).toEqual([
    ['price', 1],
    ['taste', 0.5],
  ]);
  expect(part.limits?.fr).toContain('100 % d’un seul');
  expect(whole.limits?.fr).not.toContain('choisie');
});
