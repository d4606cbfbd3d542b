import { describe, expect, it } from 'vitest';
import { emptyBatch, enrichmentColumns } from '../../../src/model/index.js';
import { sentimentOfLabels, withTransformerSentiment } from '../../../src/enrich/transformer/sentiment.js';
import { loadTransformer } from '../../../src/enrich/transformer/transformer.js';
import { sentimentFolder } from './tiny-onnx.js';

describe('sentimentOfLabels', () => {
  it('knows names in French and English, stars, and three unnamed classes', () => {
    expect(sentimentOfLabels(['POSITIVE', 'NEGATIVE'])).toEqual([2, 0]);
    expect(sentimentOfLabels(['négatif', 'neutre', 'positif'])).toEqual([0, 1, 2]);
    expect(sentimentOfLabels(['LABEL_0', 'LABEL_1', 'LABEL_2'])).toEqual([0, 1, 2]);
    expect(sentimentOfLabels(['1 star', '3 stars', '5 étoiles'])).toEqual([0, 1, 2]);
  });

  it.each([[[]], [['LABEL_0', 'LABEL_1']], [['toxic', 'ok']], [['neutral', 'positive']]])(
    'refuses %j',
    (labels) => {
      expect(() => sentimentOfLabels(labels)).toThrow(expect.objectContaining({ code: 'model-invalid' }));
    },
  );
});

describe('withTransformerSentiment', () => {
  it('replaces sentiment and polarity, leaves the rest and the rows without text', async () => {
    const transformer = await loadTransformer(sentimentFolder());
    const enriched = {
      ...emptyBatch(enrichmentColumns),
      sentiment: ['negative' as const, null, 'positive' as const],
      polarity: [-0.5, null, 0.5],
      emotion: ['joy' as const, null, 'none' as const],
    };
    const batch = {
      length: 3,
      text: ['fromage', '', 'fromage'],
      title: ['bon', null, null],
      genre: ['review', 'comment', 'tweet'] as const,
      givenLanguage: [null, null, null],
    };
    const told = await withTransformerSentiment(batch, enriched, transformer);
    // Row 0, title and text: logits −3, 0.25, 3. Row 2: [CLS] fromage [SEP] = (0, 1/3): logits 0, 1/3, 0.
    expect(told.sentiment).toEqual(['positive', null, 'neutral']);
    const sum = Math.exp(-3) + Math.exp(0.25) + Math.exp(3);
    expect(told.polarity[0]).toBeCloseTo((Math.exp(3) - Math.exp(-3)) / sum, 5);
    expect(told.polarity[1]).toBeNull();
    expect(told.polarity[2]).toBeCloseTo(0, 6);
    expect(told.emotion).toBe(enriched.emotion);
    expect(enriched.sentiment[0]).toBe('negative');
  });
});
