import { expect, it } from 'vitest';
import { networkOfColumns } from '../../../src/ingest/table/named-network.js';

it('is shown by columns that one network alone has', () => {
  expect(networkOfColumns(['Date', 'User', 'Tweet'])).toBe('x');
  expect(networkOfColumns(['body', 'created_utc', 'author'])).toBe('reddit');
  expect(networkOfColumns(['product asin', 'Commentaire'])).toBe('amazon');
  expect(networkOfColumns(['Date', 'Texte', 'Retours'])).toBeUndefined();
});
