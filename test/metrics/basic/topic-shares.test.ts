import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { topicShares } from '../../../src/metrics/basic/topic-shares.js';
import type { TopicFacts } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const fact = (topic: string, more: Partial<TopicFacts> = {}): TopicFacts => ({
  topic,
  name: `nom ${topic}`,
  parent: null,
  phrases: [`phrase ${topic}`],
  terms: [],
  stability: 0.8,
  nameShare: 0.7,
  taxonomy: null,
  ...more,
});
/** Messages `[text's subject or none, sentiment, stage]`, one a person. */
async function corpusOf(
  said: readonly (readonly [string | null, 'negative' | 'positive', 'public' | 'private'])[],
  facts: readonly TopicFacts[],
): Promise<CorpusTables> {
  const corpus = await fakeCorpus(
    {
      messages: said.map(([, sentiment, stage], at) => ({
        messageId: `m${at}`,
        text: 'Texte',
        authorKey: `a${at}`,
        sentiment,
        stage,
      })),
    },
    {
      discoverTopics: async (database) => {
        await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
        await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
        for (const [at, [topic]] of said.entries())
          await database.run(
            `UPDATE main.messages SET topics = ${topic === null ? '[]' : `['nom ${topic}']`} WHERE messageId = 'm${at}'`,
          );
        return facts;
      },
    },
  );
  return corpus;
}

describe('shares of subjects', () => {
  it('are of all messages with a text, largest first, with their aspects, tone and stage', async () => {
    const corpus = await corpusOf(
      [
        ['a', 'negative', 'private'],
        ['b', 'negative', 'public'],
        ['b', 'negative', 'private'],
        ['b', 'positive', 'public'],
        ['b', 'positive', 'public'],
        [null, 'positive', 'public'],
        [null, 'negative', 'public'],
        [null, 'negative', 'public'],
      ],
      [fact('a'), fact('b'), fact('b1', { parent: 'b' }), fact('c')],
    );
    const metric = await topicShares(corpus);
    expect([metric.value, metric.n]).toEqual([5, 8]);
    const rows = metric.rows();
    expect(
      rows.map(({ topic, n, share, negativeShare, privateShare, aspects }) => [
        topic,
        n,
        share,
        negativeShare,
        privateShare,
        aspects,
      ]),
    ).toEqual([
      ['b', 4, 0.5, 0.5, 0.25, ['nom b1']],
      ['a', 1, 0.125, 1, 1, []],
    ]);
    // Wilson, 4 of 8
    expect(rows[0]?.shareLow).toBeCloseTo(0.2152, 3);
    expect(rows[0]?.shareHigh).toBeCloseTo(0.7848, 3);
  });
  it('are not measured where no subject was found', async () => {
    const metric = await topicShares(await corpusOf([[null, 'negative', 'public']], []));
    expect([metric.value, metric.n]).toEqual([null, 1]);
    expect(metric.notMeasured?.fr).toMatch(/trop peu nombreux/);
  });
});
