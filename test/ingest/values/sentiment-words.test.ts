import { expect, it } from 'vitest';
import { sentimentOf } from '../../../src/ingest/values/sentiment-words.js';

it('reads what tools write of a sentiment', () => {
  expect(['NEGATIVE', 'positif', 'Neutral', '5', '0.0', 'n/a'].map(sentimentOf)).toEqual([
    'negative',
    'positive',
    'neutral',
    'positive',
    'neutral',
    undefined,
  ]);
});
