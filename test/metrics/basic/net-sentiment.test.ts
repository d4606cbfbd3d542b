import { expect, it } from 'vitest';
import { driverShares } from '../../../src/metrics/basic/driver-shares.js';
import { netSentimentByPeriod, netSentimentScore } from '../../../src/metrics/basic/net-sentiment.js';
import { SENTIMENTS } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

it('counts each tone, mixed ones too, so that they add up to n', async () => {
  const corpus = await fakeCorpus({
    messages: SENTIMENTS.flatMap((sentiment, at) =>
      Array.from({ length: at + 2 }, () => ({
        text: 'Un texte',
        sentiment,
        sentAt: 0,
        drivers: ['price'],
        driverSentiments: [sentiment],
      })),
    ),
  });
  for (const metric of [netSentimentScore, netSentimentByPeriod, driverShares])
    expect((await metric(corpus)).table.objects()).toMatchObject([
      { n: 14, negative: 2, neutral: 3, positive: 4, mixed: 5 },
    ]);
});
