import { expect, it } from 'vitest';
import { netScoreInterval } from '../../../src/metrics/basic/score-interval.js';
import { meanRating } from '../../../src/metrics/basic/mean-rating.js';
import { satisfactionProxies } from '../../../src/metrics/basic/satisfaction-proxies.js';
import { wilsonInterval } from '../../../src/stats/shares/interval.js';
import { fakeCorpus } from '../fake-corpus.js';

const rated = (platform: string, ratings: readonly (readonly [number, number])[]) =>
  ratings.map(([rating, ratingMax], at) => ({ platform, rating, ratingMax, authorKey: `${platform}${at}` }));

it('counts 4 and 5 as satisfied, 5 less 1 to 3 as promoters', async () => {
  const corpus = await fakeCorpus({
    messages: [
      // out of 5: 5, 5, 4, 3, 1; of the scale of surveys, 7 and 8 neither promote nor detract
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
    { platform: 'google', n: 3, csatProxy: 2 / 3, npsProxy: 1 / 3 },
  ]);
  for (const text of [metric.label.fr, metric.label.en]) expect(text).toMatch(/prox/i);
});

it('reads scores out of ten as surveys do: 9 and 10 promote, 0 to 6 detract', async () => {
  const scores = [10, 9, 9, 8, 7, 6, 2, 0].map((score) => [score, 10] as const);
  const messages = rated('web', scores).map((row) => ({ ...row, stage: 'private' as const }));
  const corpus = await fakeCorpus({ messages });
  const metric = await satisfactionProxies(corpus);
  for (const { denominator } of [metric, await meanRating(corpus)])
    expect(denominator.fr).toBe('notes données en privé');
  expect(metric.limits?.fr).not.toContain('mesuré par une enquête');
  expect(metric.rows()).toMatchObject([{ n: 8, csatProxy: 4 / 8, npsProxy: 0 }]);
});

it('says why without a rating', async () => {
  const corpus = await fakeCorpus({ messages: [{ platform: 'x' }] });
  expect((await satisfactionProxies(corpus)).notMeasured?.fr).toBe('aucun avis noté');
});
