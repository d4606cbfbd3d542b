import { describe, expect, it } from 'vitest';
import { grainOf, perGrain } from '../../src/metrics/grain.js';
import { fakeCorpus } from './fake-corpus.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

describe('the periods of a corpus', () => {
  it.each([
    ['nothing dated', [], 'week'],
    ['60 weeks, no more: 420 days', [0, 420], 'week'],
    ['a day above', [0, 421], 'month'],
  ] as const)('%s', async (_, days, grain) => {
    const corpus = await fakeCorpus({ messages: days.map((day) => ({ sentAt: START + day * DAY })) });
    expect(await grainOf(corpus)).toBe(grain);
  });

  it('are not stretched by an internal note', async () => {
    const corpus = await fakeCorpus({
      messages: [{ sentAt: START }, { sentAt: START + 500 * DAY, direction: 'internal', stage: 'private' }],
    });
    expect(await grainOf(corpus)).toBe('week');
  });

  it('have words', () => {
    expect([perGrain('week').fr, perGrain('month').en]).toEqual(['par semaine', 'by month']);
  });
});
