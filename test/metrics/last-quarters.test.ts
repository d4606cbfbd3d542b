import { describe, expect, it } from 'vitest';
import { lastQuarters, quarterName } from '../../src/metrics/last-quarters.js';
import { fakeCorpus } from './fake-corpus.js';

/** So many messages on the tenth of a month of 2026, months from 1. */
const messages = (counts: Readonly<Record<number, number>>): { sentAt: number }[] =>
  Object.entries(counts).flatMap(([month, n]) =>
    Array.from({ length: n }, (_, k) => ({ sentAt: Date.UTC(2026, Number(month) - 1, 10, 12, k) })),
  );

describe('the last two quarters', () => {
  it.each([
    ['one quarter alone', { 2: 9 }, null],
    ['two in a row', { 2: 8, 5: 8 }, ['2026-01-01', '2026-04-01']],
    ['the last two of three', { 2: 8, 5: 8, 8: 8 }, ['2026-04-01', '2026-07-01']],
    [
      'a last one with a quarter of the one before: 2 of 8',
      { 2: 8, 5: 8, 8: 2 },
      ['2026-04-01', '2026-07-01'],
    ],
    ['a last one that has barely begun: 1 of 8', { 2: 8, 5: 8, 8: 1 }, ['2026-01-01', '2026-04-01']],
    ['a quarter without a message between', { 2: 8, 8: 8 }, null],
    ['one that has barely begun after one alone', { 2: 8, 5: 1 }, null],
  ] as const)('%s', async (_, counts, expected) => {
    const corpus = await fakeCorpus({ messages: messages(counts) });
    expect(await lastQuarters(corpus, 'Europe/Paris')).toEqual(expected);
  });

  it('are those of the zone: New Year begins an hour earlier in Paris', async () => {
    const corpus = await fakeCorpus({
      messages: [{ sentAt: Date.UTC(2026, 11, 31, 12) }, { sentAt: Date.UTC(2026, 11, 31, 23, 30) }],
    });
    expect(await lastQuarters(corpus, 'Europe/Paris')).toEqual(['2026-10-01', '2027-01-01']);
    expect(await lastQuarters(corpus, 'UTC')).toBeNull();
  });

  it('have names', () => {
    expect(['2026-01-01', '2026-04-01', '2026-10-01'].map(quarterName)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });
});
