import { expect, it } from 'vitest';
import { fakeCorpus } from '../metrics/fake-corpus.js';

it('lists each combination of values that is there once, in order, what is not said last', async () => {
  const corpus = await fakeCorpus({
    messages: [
      { messageId: 'a', platform: 'x', drivers: ['price', 'taste'], sentAt: Date.UTC(2026, 1, 1) },
      { messageId: 'b', platform: 'web', drivers: ['price'], sentAt: Date.UTC(2026, 1, 2) },
      { messageId: 'c', platform: 'x', drivers: [], sentAt: Date.UTC(2026, 3, 1) },
      { messageId: 'd', platform: 'x', drivers: ['price'], sentAt: Date.UTC(2026, 1, 3) },
    ],
  });
  expect(await corpus.groups(['driver', 'platform'], 'messages')).toEqual([
    { driver: 'price', platform: 'web' },
    { driver: 'price', platform: 'x' },
    { driver: 'taste', platform: 'x' },
    { driver: null, platform: 'x' },
  ]);
  expect(await corpus.groups(['quarter'], 'messages')).toEqual([
    { quarter: '2026-Q1' },
    { quarter: '2026-Q2' },
  ]);
});
