import { expect, it } from 'vitest';
import { netScoreInterval } from '../../../src/metrics/basic/score-interval.js';
import { satisfactionProxies } from '../../../src/metrics/basic/satisfaction-proxies.js';
import { wilsonInterval } from '../../../src/stats/shares/interval.js';
import { fakeCorpus } from '../fake-corpus.js';

const rated = (platform: string, ratings: readonly (readonly [number, number])[]) =>
  ratings.map(([rating, ratingMax], at) => ({ platform, rating, ratingMax, authorKey: `${platform}${at}` }));

it('counts 4 and 5 as satisfied, 5 less 1 to 3 as promoters', async () => {
  const corpus = await fakeCorpus({
    messages: [
      // out of 5: 5, 5, 4, 3, 1; out of 10: 10, 8, 7 are 5, 4, 3.5
      ...rated('trustpilot', [
        [5, 5],
        [5, 5],
        [4, 5],
        [3, 5],
        [1, 5],
      ]),
      ...rated('google', [
        [10, 10],
        [8, 10],
        [7, 10],
      ]),
      // no rating: counts nowhere; over its own scale: wrong, counts nowhere
      ...rated('google', [[11, 10]]),
      { platform: 'x' },
    ],
  });
  const metric = await satisfactionProxies(corpus);
  expect([metric.value, metric.n]).toEqual([5 / 8, 8]);
  expect(metric.interval).toMatchObject({
    low: wilsonInterval(5, 8, 0.95).low,
    high: wilsonInterval(5, 8, 0.95).high,
  });
  const nps = netScoreInterval({ positive: 2, negative: 2, n: 5 }, 0.95);
  expect(metric.rows()).toMatchObject([
    { platform: 'trustpilot', n: 5, csatProxy: 3 / 5, npsProxy: 0, npsLow: nps?.low, npsHigh: nps?.high },
    { platform: 'google', n: 3, csatProxy: 2 / 3, npsProxy: 0 },
  ]);
  for (const text of [metric.label.fr, metric.label.en]) expect(text).toMatch(/prox/i);
});

it('says why without a rating', async () => {
  const corpus = await fakeCorpus({ messages: [{ platform: 'x' }] });
  expect((await satisfactionProxies(corpus)).notMeasured?.fr).toBe('aucun avis noté');
});
