import { describe, expect, it } from 'vitest';
import { openMessageEnricher, textBatch, type MessageEnricher } from '../../src/enrich/message-enricher.js';
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

const texts3 = <T>(value: T): T[] => [value, value, value];

describe('textBatch', () => {
  it('brings ratings to five stars; none without a scale, or off it', () => {
    const texts = ['a', 'b', 'c', 'd', 'e'];
    const batch = { ...messages(...texts), rating: [1, 10, 6, 3, null], ratingMax: [5, 20, 5, null, 5] };
    expect(textBatch(batch).stars).toEqual([1, 2.5, null, null, null]);
  });

  it('lets few stars tell a review that complains in words of praise', async () => {
    const text = 'Le colis mystère, un concept original';
    const batch = {
      ...messages(text, text, text),
      direction: texts3('inbound' as const),
      kind: texts3('review' as const),
      rating: [1, 5, null],
      ratingMax: [5, 5, null],
    };
    const { complaintProbability } = await (await openMessageEnricher({})).enrich(batch);
    const [few, many, none] = complaintProbability as number[];
    expect(few).toBeGreaterThan(0.5);
    expect(many).toBeLessThan(none as number);
    expect(none).toBeLessThan(0.5);
  });
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
