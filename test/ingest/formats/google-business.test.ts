import { expect, it } from 'vitest';
import { googleBusiness, originalComment } from '../../../src/ingest/formats/google-business.js';
import { describeGolden } from '../read-source.js';

describeGolden(googleBusiness, ['reviews.json', 'Reviews.json']);

it('keeps what the person wrote, wherever Google puts its translation', () => {
  expect(originalComment('Très bon\n\n(Translated by Google)\nVery good')).toBe('Très bon');
  expect(originalComment('Sans traduction')).toBe('Sans traduction');
});
