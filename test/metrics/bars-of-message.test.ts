import { expect, it } from 'vitest';
import { barsOfMessage } from '../../src/metrics/bars-of-message.js';
import { fakeCorpus } from './fake-corpus.js';

it('finds the bars one message is counted in, with their counts', async () => {
  const sentAt = Date.UTC(2026, 2, 4, 12);
  const told = {
    sentAt,
    text: 'x',
    sentiment: 'negative',
    drivers: ['price'],
    driverSentiments: ['negative'],
  } as const;
  const corpus = await fakeCorpus({
    messages: [
      { ...told, messageId: 'm', harms: ['insult'], brands: ['A', 'B'] },
      told,
      { ...told, sentiment: 'positive', stage: 'private', channel: 'whatsapp' },
      { messageId: 'brand', sentAt, text: 'y', direction: 'outbound', sentiment: 'positive' },
    ],
  });
  expect(await barsOfMessage(corpus, 'm')).toEqual([
    {
      metric: 'messageVolume',
      bar: { period: '2026-03-02', stage: 'public', direction: 'inbound' },
      count: 2,
    },
    { metric: 'netSentimentScore', bar: { stage: 'public' }, count: 2 },
    { metric: 'driverShares', bar: { driver: 'price' }, count: 3 },
    { metric: 'harmShares', bar: { harm: 'insult' }, count: 1 },
    { metric: 'shareOfVoice', bar: { brand: 'A' }, count: 1 },
    { metric: 'shareOfVoice', bar: { brand: 'B' }, count: 1 },
  ]);
  expect((await barsOfMessage(corpus, 'brand')).map(({ metric }) => metric)).toEqual(['messageVolume']);
  expect(await barsOfMessage(corpus, 'unknown')).toEqual([]);
});

it('cuts periods in the zone of the corpus, as the bars are', async () => {
  // Monday 2 March in Paris, still Sunday 1 March in Montréal
  const corpus = await fakeCorpus({
    messages: [{ messageId: 'm', sentAt: Date.UTC(2026, 2, 2, 2), text: 'x' }],
  });
  const there = corpus.where({ zone: 'America/Montreal' });
  const [paris] = await barsOfMessage(corpus, 'm'),
    [montreal] = await barsOfMessage(there, 'm');
  expect(paris).toMatchObject({ bar: { period: '2026-03-02' }, count: 1 });
  expect(montreal).toMatchObject({ bar: { period: '2026-02-23' }, count: 1 });
  there.close();
});
