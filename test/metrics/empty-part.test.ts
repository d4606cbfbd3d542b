import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { driverShares, netSentimentScore, reservoir } from '../../src/metrics/index.js';
import { fakeCorpus } from './fake-corpus.js';

const MARCH = Date.UTC(2026, 2, 5, 12);

async function corpusOf(sentiment: 'negative' | null): Promise<CorpusTables> {
  const messages = [{ messageId: 'a', sentAt: MARCH, sentiment, text: 'Le colis est ouvert' }];
  const dates = { firstAt: '2026-03-05T12:00:00Z', lastAt: '2026-06-30T23:00:00Z' };
  return fakeCorpus({ messages, manifest: dates });
}
const part = (corpus: CorpusTables, period: string): CorpusTables => {
  const found = corpus.where({ period });
  return found;
};

describe('a part without a message', () => {
  it('says so, with the days that the exports hold, whatever is measured', async () => {
    const empty = part(await corpusOf('negative'), '2027-Q1');
    for (const metric of [
      await netSentimentScore(empty),
      await driverShares(empty),
      await reservoir(empty),
      await netSentimentScore(empty, { by: 'stage' }),
    ])
      expect(metric.notMeasured).toEqual({
        fr: 'aucun message dans cette partie du corpus, dont les messages datés vont du 5\u00a0mars\u00a02026 au 1er\u00a0juillet\u00a02026',
        en: 'there is no message in this part of the corpus, whose dated messages go from 2026-03-05 to 2026-07-01',
      });
  });

  it('leaves the reasons of parts that hold messages as they are', async () => {
    const metric = await netSentimentScore(part(await corpusOf(null), '2026-Q1'));
    expect(metric.notMeasured?.fr).toMatch(/tonalité/);
    expect((await netSentimentScore(part(await corpusOf('negative'), '2026-Q1'))).value).toBe(-1);
  });
});
