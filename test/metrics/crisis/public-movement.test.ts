import { expect, it } from 'vitest';
import { readPublicMovement } from '../../../src/metrics/crisis/public-movement.js';
import { resolveOptions } from '../../../src/metrics/options.js';
import { fakeCorpus } from '../fake-corpus.js';

it('of an article it keeps the products that the title names, those of its first sentence apart: a body names some in passing', async () => {
  const article = (title: string, text: string | null, products: string[]) => ({
    stage: 'press' as const,
    kind: 'article' as const,
    sentAt: Date.UTC(2026, 2, 1),
    title,
    text,
    products,
  });
  const corpus = await fakeCorpus({
    messages: [
      article('Le pate en croute fait parler', 'Le pâté en croûte, et le flan.', ['Pâté en croûte', 'flan']),
      article(
        'Une enquête est ouverte',
        'Le parquet s’intéresse à un flan. Ni tarte ni autre.\nDes tartes.',
        ['flan', 'tarte'],
      ),
      article('Une directrice est nommée', 'Elle lance le flan.', ['flan']),
      article('Des flans sans œufs', null, ['flan']),
      article('Des tartes et autres', null, []),
    ],
  });
  const { articles } = await readPublicMovement(corpus, resolveOptions({}));
  expect(Object.fromEntries(articles.map(({ title, products }) => [title, products]))).toEqual({
    'Le pate en croute fait parler': ['Pâté en croûte'],
    'Une directrice est nommée': [],
    'Des flans sans œufs': ['flan'],
    'Des tartes et autres': [],
    'Une enquête est ouverte': [],
  });
  expect(articles.flatMap(({ title, leadProducts }) => leadProducts.map((one) => [title, one]))).toEqual([
    ['Le pate en croute fait parler', 'Pâté en croûte'],
    ['Le pate en croute fait parler', 'flan'],
    ['Une enquête est ouverte', 'flan'],
    ['Une directrice est nommée', 'flan'],
  ]);
});

it('what agrees with another text is on the product of that; what stands under a post is on none', async () => {
  const complaint = (text: string, more: object) => ({
    stage: 'public' as const,
    kind: 'comment' as const,
    sentAt: Date.UTC(2026, 2, 1, 8),
    text,
    intents: ['complaint'],
    contextProducts: ['flan'],
    ...more,
  });
  const corpus = await fakeCorpus({
    messages: [complaint('Moi aussi', { refersTo: 'a' }), complaint('Et mon colis ?', {})],
  });
  const { messages } = await readPublicMovement(corpus, resolveOptions({}));
  expect(messages.map(({ products }) => products)).toEqual([['flan'], []]);
});
