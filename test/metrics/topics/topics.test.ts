import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { topicProfiles } from '../../../src/metrics/topics/topic-profiles.js';
import { topicTrends } from '../../../src/metrics/topics/topic-trends.js';
import type { EnrichedMessage, TopicFacts } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

const fact = (topic: string, name: string): TopicFacts => ({
  topic,
  parent: null,
  name,
  phrases: [],
  terms: [],
  stability: 0.9,
  nameShare: 1,
  taxonomy: null,
});

/** A corpus whose messages have the subject and aspect that their `campaign` column says: `recette/goût`. */
async function corpusOf(rows: FakeRows): Promise<CorpusTables> {
  const corpus = await fakeCorpus(rows, {
    discoverTopics: async (database) => {
      await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
      await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
      await database.run(`UPDATE main.messages SET topics = CASE WHEN campaign IS NULL THEN [] ELSE [split_part(campaign, '/', 1)] END,
        aspect = nullif(split_part(coalesce(campaign, ''), '/', 2), '')`);
      return [fact('s1', 'recette'), fact('s2', 'livraison')];
    },
  });
  return corpus;
}
const Q1 = Date.UTC(2026, 1, 10),
  Q2 = Date.UTC(2026, 4, 10);
let author = 0;
const many = (
  count: number,
  sentAt: number,
  campaign: string | null,
  rest: Partial<EnrichedMessage> = {},
): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, () => ({
    text: 'Texte',
    sentAt,
    campaign,
    authorKey: `a${author++}`,
    ...rest,
  }));

describe('topicTrends', () => {
  it('compares shares, and tells drift from one aspect to another', async () => {
    const corpus = await corpusOf({
      messages: [
        ...many(20, Q1, 'recette/goût'),
        ...many(20, Q1, 'livraison/retard'),
        ...many(60, Q1, null),
        ...many(30, Q2, 'recette/goût'),
        ...many(30, Q2, 'recette/emballage'),
        ...many(20, Q2, 'livraison/retard'),
        ...many(120, Q2, null),
      ],
    });
    const metric = await topicTrends(corpus);
    const [recipe, delivery] = metric.rows();
    // 20 of 100 then 60 of 200: ratio 1.5; half of its messages went from taste to packaging.
    expect(recipe).toMatchObject({
      name: 'recette',
      previousN: 20,
      n: 60,
      previousShare: 0.2,
      share: 0.3,
      drift: 0.5,
      drifts: true,
    });
    expect(recipe?.ratio).toBeCloseTo(1.5, 10);
    const { previousLow, previousHigh, shareLow, shareHigh } = recipe ?? {};
    expect([previousLow, previousHigh, shareLow, shareHigh].map((one) => Number(one).toFixed(4))).toEqual([
      '0.1334',
      '0.2888',
      '0.2407',
      '0.3668',
    ]);
    // 20 of 100 then 20 of 200.
    expect(delivery).toMatchObject({
      name: 'livraison',
      ratio: 0.5,
      movement: 'falling',
      drift: null,
      drifts: false,
    });
    expect(metric.n).toBe(300);
  });

  it('calls a subject new that had no message', async () => {
    const corpus = await corpusOf({
      messages: [...many(40, Q1, null), ...many(15, Q2, 'recette/goût'), ...many(40, Q2, null)],
    });
    expect((await topicTrends(corpus)).rows()).toMatchObject([
      { name: 'recette', previousN: 0, n: 15, ratio: null, movement: 'new' },
    ]);
  });

  it('calls no subject new where so few were read before that it may have been missed', async () => {
    const corpus = await corpusOf({
      messages: [...many(20, Q1, null), ...many(12, Q2, 'recette/goût'), ...many(300, Q2, null)],
    });
    const [row] = (await topicTrends(corpus)).rows();
    // 12 of 312 against 0 of 20: the difference, 3.8 points, may be 12 points the other way
    expect(row).toMatchObject({ previousN: 0, n: 12, ratio: null, movement: 'steady' });
    expect(row?.difference).toBeCloseTo(12 / 312, 10);
    expect(row?.differenceLow).toBeLessThan(-0.1);
    expect(row?.differenceHigh).toBeGreaterThan(0.05);
  });

  it('holds its drift back where aspects move by chance alone', async () => {
    const corpus = await corpusOf({
      messages: [
        ...many(12, Q1, 'recette/goût'),
        ...many(11, Q1, 'recette/emballage'),
        ...many(11, Q2, 'recette/goût'),
        ...many(13, Q2, 'recette/emballage'),
      ],
    });
    expect((await topicTrends(corpus)).rows()[0]?.drifts).toBe(false);
  });
});

describe('topicProfiles', () => {
  it('counts stages, tone, cases and stores of a subject', async () => {
    const corpus = await corpusOf({
      messages: [
        ...many(3, Q1, 'recette/goût', { sentiment: 'negative', store: 'Lyon' }),
        ...many(1, Q1, 'recette/goût', { sentiment: 'positive', store: 'Lille' }),
        ...many(1, Q1, 'recette/goût', { stage: 'press', kind: 'article' }),
        ...many(1, Q1, 'recette/goût', {
          stage: 'private',
          channel: 'whatsapp',
          messageId: 'p1',
          sentiment: 'negative',
        }),
        ...many(1, Q1, 'recette/goût', { stage: 'private', channel: 'whatsapp', messageId: 'p2' }),
        // The public is watched before and after.
        ...Array.from({ length: 40 }, (_, day) => ({
          messageId: `w${day}`,
          sentAt: Q1 + (day - 1) * 86_400_000,
        })),
      ],
      cases: [
        { caseId: 'k1', openedAt: Q1, spilledAt: Q1 + 86_400_000, observedUntil: Q1 + 30 * 86_400_000 },
        { caseId: 'k2', openedAt: Q1, observedUntil: Q1 + 30 * 86_400_000 },
      ],
      caseMessages: [
        { caseId: 'k1', messageId: 'p1' },
        { caseId: 'k2', messageId: 'p2' },
      ],
    });
    const metric = await topicProfiles(corpus);
    expect(metric.rows()).toMatchObject([
      {
        name: 'recette',
        n: 7,
        private: 2,
        public: 4,
        press: 1,
        negativeShare: 0.8,
        cases: 2,
        spills: 1,
        rate: 0.5,
        seen: 0.5,
        stores: ['Lyon', 'Lille'],
      },
    ]);
    expect(metric.value).toBe(7);
  });
});
