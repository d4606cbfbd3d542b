import { describe, expect, it } from 'vitest';
import { openMessageEnricher, type MessageEnricher } from '../../src/enrich/message-enricher.js';
import { emptyBatch, messageColumns } from '../../src/model/index.js';
import { sentimentFolder } from './transformer/tiny-onnx.js';

type Batch = Parameters<MessageEnricher['enrich']>[0];

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

describe('openMessageEnricher with a sentiment model', () => {
  it('tells the sentiment of the model, the rest of the shipped heads, batch by batch', async () => {
    const enricher = await openMessageEnricher({}, sentimentFolder());
    const shipped = await openMessageEnricher({});
    // The tiny model knows two words: to it, a text with `bon` is positive whatever stands around it.
    const texts = ['Un service affreux, la honte, pas bon', null, 'mauvais'];
    const first = enricher.enrich(messages(...texts));
    const second = enricher.enrich(messages('bon'));
    expect((await second).sentiment).toEqual(['positive']);
    expect((await first).sentiment).toEqual(['positive', null, 'negative']);
    const alone = await shipped.enrich(messages(...texts));
    expect(alone.sentiment[0]).toBe('negative');
    expect({ ...(await first), sentiment: null, polarity: null }).toEqual({
      ...alone,
      sentiment: null,
      polarity: null,
    });
    await enricher.close();
  });

  it('refuses a model that is none before a row is read', async () => {
    await expect(
      openMessageEnricher({}, sentimentFolder({ id2label: { 0: 'ham', 1: 'spam', 2: 'other' } })),
    ).rejects.toMatchObject({ code: 'model-invalid' });
    await expect(openMessageEnricher({}, '/no/such/folder')).rejects.toMatchObject({
      code: 'input-not-found',
    });
  });
});
