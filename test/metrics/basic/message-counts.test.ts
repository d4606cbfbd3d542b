import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import {
  caseCounts,
  meanRating,
  messageCounts,
  netSentimentScore,
  reshareShare,
  responseRate,
  spillRate,
} from '../../../src/metrics/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { richRows } from '../rich-rows.js';

describe('counts behind a reader’s choice', () => {
  let corpus: CorpusTables;
  beforeAll(async () => {
    corpus = await fakeCorpus(richRows());
  });

  it('sum to the figures of the summary when nothing is chosen', async () => {
    const all = (await messageCounts(corpus)).rows().filter(({ driver }) => driver === 'all');
    const sum = (column: 'n' | 'negative' | 'positive' | 'rated' | 'stars'): number =>
      all.reduce((total, row) => total + row[column], 0);
    const tone = await netSentimentScore(corpus);
    expect(sum('n')).toBe(tone.n);
    expect((sum('positive') - sum('negative')) / sum('n')).toBeCloseTo(tone.value ?? Number.NaN, 12);
    const rating = await meanRating(corpus);
    if (rating.value !== null) expect(sum('stars') / sum('rated')).toBeCloseTo(rating.value, 6);
  });

  it('counts a case once: a stage as response rate does, all as overflows seen do', async () => {
    const rows = (await caseCounts(corpus)).rows();
    const sum = (column: 'asked' | 'answered' | 'followed' | 'spilled', stage?: string): number =>
      rows
        .filter((row) => stage === undefined || row.stage === stage)
        .reduce((total, row) => total + row[column], 0);
    const rate = await responseRate(corpus);
    expect(sum('asked', 'private')).toBe(rate.n);
    expect(sum('answered', 'private') / sum('asked', 'private')).toBeCloseTo(rate.value ?? Number.NaN, 12);
    const measured = rate.rows().filter(({ share }) => share !== null);
    expect(sum('asked')).toBe(measured.reduce((total, { n }) => total + n, 0));
    const total = (await spillRate(corpus)).rows().find((row) => row['by'] === 'total');
    expect(sum('followed')).toBe(total?.['n']);
    expect(sum('spilled') / sum('followed')).toBeCloseTo(Number(total?.['seen']), 12);
  });

  it('counts a message for each of its drivers with the tone of that driver, and once in all', async () => {
    const two = await fakeCorpus({
      messages: [
        {
          messageId: 'a',
          text: 'Le goût est bon, le prix non',
          sentiment: 'neutral',
          drivers: ['taste', 'price'],
          driverSentiments: ['positive', 'negative'],
        },
        { messageId: 'b', text: 'Rien à dire', sentiment: 'negative' },
      ],
    });
    const rows = (await messageCounts(two)).rows();
    const of = (driver: string | null): readonly number[] =>
      rows
        .filter((row) => row.driver === driver)
        .flatMap(({ n, negative, positive }) => [n, negative, positive]);
    expect([of('taste'), of('price'), of(null), of('all')]).toEqual([
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 0],
      [2, 1, 0],
    ]);
  });
});

describe('reshareShare', () => {
  it('tells reshares from messages that their author wrote, and counts complaints among these', async () => {
    const corpus = await fakeCorpus({
      messages: [
        {
          messageId: 'a',
          authorKey: '1',
          text: 'Une loi aberrante',
          speech: 'own',
          sentiment: 'negative',
          register: 'news',
        },
        { messageId: 'b', authorKey: '2', text: 'RT: Une loi aberrante', speech: 'reshare' },
        { messageId: 'c', authorKey: '3', text: 'RT: Une loi aberrante', speech: 'reshare' },
        { messageId: 'd', authorKey: '4', text: 'Rayon vide', speech: 'own', intents: ['complaint'] },
        { messageId: 'g', authorKey: '6', text: 'Muito caro', speech: 'own', sentiment: null },
        { messageId: 'e', authorKey: 'm', text: 'Notre réponse', direction: 'outbound', authorIsBrand: true },
        { messageId: 'f', authorKey: '5', text: 'En privé', stage: 'private', intents: ['complaint'] },
      ],
    });
    const { value, n, rows } = await reshareShare(corpus);
    expect([value, n]).toEqual([0.4, 5]);
    expect(rows()[0]).toMatchObject({
      reshares: 2,
      own: 3,
      ownRead: 2,
      titles: 1,
      authors: 3,
      complaints: 1,
      complaintShare: 0.5,
    });
  });
});
