import { expect, it } from 'vitest';
import { driverShares, netSentimentScore, responseRate } from '../../src/metrics/index.js';
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
  expect([part.denominator.fr, whole.denominator.fr]).toEqual([
    'messages de clients dont le texte est lu, choisis par motif',
    'messages de clients dont le texte est lu',
  ]);
  expect(part.limits?.fr).toContain('100 % d’un seul');
  expect(whole.limits?.fr).not.toContain('choisie');
});

it('says of groups that nothing tells which they are', async () => {
  const corpus = await fakeCorpus({
    messages: [{ text: 'Trop cher', sentiment: 'negative', languageCode: 'fr', sentAt: null }],
  });
  const counted = 'messages de clients dont la tonalité est classée';
  expect((await netSentimentScore(corpus, { by: ['store', 'language'] })).denominator.fr).toBe(
    `${counted} ; rien n’y dit le magasin`,
  );
  expect((await netSentimentScore(corpus, { by: 'language' })).denominator.fr).toBe(counted);
  expect((await netSentimentScore(corpus, { by: ['store', 'month', 'week'] })).denominator.fr).toBe(
    `${counted} ; rien n’y dit le magasin ni la date`,
  );
});

it('says of cases whose customers are not read that nothing tells their platform', async () => {
  const corpus = await fakeCorpus({
    cases: [{ caseId: 'a', firstStage: 'private', firstChannel: 'email', complaint: true }],
  });
  expect((await responseRate(corpus, { by: 'platform' })).denominator.fr).toContain(
    'rien n’y dit la plateforme',
  );
});
