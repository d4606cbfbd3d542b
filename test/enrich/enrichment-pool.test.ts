import { describe, expect, it } from 'vitest';
import { openEnrichment, type EnrichmentPool } from '../../src/enrich/enrichment-pool.js';
import { emptyBatch, messageColumns } from '../../src/model/index.js';
import { sentimentFolder } from './transformer/tiny-onnx.js';

type Batch = Parameters<EnrichmentPool['enrich']>[0];

const messages = (...texts: (string | null)[]): Batch => ({
  ...emptyBatch(messageColumns),
  messageId: texts.map((_, i) => `m${i}`),
  text: texts,
  title: texts.map(() => null),
  stage: texts.map(() => 'public' as const),
  kind: texts.map(() => 'comment' as const),
  platform: texts.map(() => 'facebook'),
  givenLanguage: texts.map(() => null),
});

describe('openEnrichment with a sentiment model', () => {
  it('tells the sentiment of the model, the rest of the shipped heads, batch by batch', async () => {
    const pool = await openEnrichment({}, 0, sentimentFolder());
    const shipped = await openEnrichment({}, 0);
    // The tiny model knows two words: to it, a text with `bon` is positive whatever stands around it.
    const texts = ['Un service affreux, la honte, pas bon', null, 'mauvais'];
    await pool.ready();
    const first = pool.enrich(messages(...texts));
    await pool.ready();
    const second = pool.enrich(messages('bon'));
    expect((await second).sentiment).toEqual(['positive']);
    expect((await first).sentiment).toEqual(['positive', null, 'negative']);
    const alone = await shipped.enrich(messages(...texts));
    expect(alone.sentiment[0]).toBe('negative');
    expect({ ...(await first), sentiment: null, polarity: null }).toEqual({
      ...alone,
      sentiment: null,
      polarity: null,
    });
    await pool.close();
  });

  it('refuses a model that is none before a row is read', async () => {
    await expect(
      openEnrichment({}, 0, sentimentFolder({ id2label: { 0: 'ham', 1: 'spam', 2: 'other' } })),
    ).rejects.toMatchObject({ code: 'model-invalid' });
    await expect(openEnrichment({}, 0, '/no/such/folder')).rejects.toMatchObject({ code: 'input-not-found' });
  });
});
