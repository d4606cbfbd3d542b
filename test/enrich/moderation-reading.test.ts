import { expect, it } from 'vitest';
import { createEnricher } from '../../src/enrich/enricher.js';

it('an ordinary review is no spam for praising what costs nothing; one that lures elsewhere stays a scam', async () => {
  const enricher = await createEnricher();
  const harms = (texts: string[], genre: 'review' | 'comment') =>
    enricher.enrich({
      length: texts.length,
      text: texts,
      title: texts.map(() => null),
      genre: texts.map(() => genre),
      givenLanguage: texts.map(() => null),
    }).harms;
  const praise = ['Gratuit et facile', 'Simple, digital, et gratuit'];
  expect(harms(praise, 'comment').map((told) => told?.length)).toEqual([1, 1]);
  expect(harms(praise, 'review')).toEqual([[], []]);
  expect(
    harms(
      ['I lost my savings, but Mrs Clara recovered my bitcoin, contact her on Telegram @clara_r'],
      'review',
    ),
  ).toEqual([['scam']]);
});
