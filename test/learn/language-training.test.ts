import { expect, it } from 'vitest';
import { LanguageGrams } from '../../src/enrich/language/language-grams.js';
import { trainLanguageHead } from '../../src/learn/language-training.js';

const BITS = 12;
const samples = [
  { text: 'le chat dort sur le canapé', language: 'fr' },
  { text: 'la livraison est encore en retard', language: 'fr' },
  { text: 'the cat sleeps on the sofa', language: 'en' },
  { text: 'the delivery is late again', language: 'en' },
];

it('learns to tell languages apart, the same from the same texts', () => {
  const head = trainLanguageHead(samples, BITS);
  expect(head.labels).toEqual(['en', 'fr']);
  expect(trainLanguageHead(samples, BITS)).toEqual(head);
  const grams = new LanguageGrams(BITS);
  const weightOf = (bucket: number, k: number): number =>
    (head.weights[bucket * 2 + k] as number) * (head.scales[k] as number);
  const leansToFrench = (text: string): number =>
    grams.bucketsOf(text).reduce((sum, bucket) => sum + weightOf(bucket, 1) - weightOf(bucket, 0), 0);
  expect(leansToFrench('le retard de la livraison')).toBeGreaterThan(0);
  expect(leansToFrench('the late delivery')).toBeLessThan(0);
});
