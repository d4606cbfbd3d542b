import { createHmac } from 'node:crypto';
import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';

it('is HMAC-SHA-256, whatever key and value', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 150 }), string({ unit: 'binary' }), (key, value) => {
      const reference = createHmac('sha256', key).update(`author\u0000${value}`).digest('hex').slice(0, 16);
      const pseudonym = createPseudonymiser(key);
      expect(pseudonym('author', value)).toBe(reference);
      expect(pseudonym('author', value)).toBe(reference);
    }),
  );
});

it('is the same for long keys, and for long and broken values after one another', () => {
  for (const key of ['k'.repeat(64), 'k'.repeat(65), 'é'.repeat(90)]) {
    const hash = createPseudonymiser(key);
    for (const value of ['', 'é'.repeat(700), 'a'.repeat(5000), '\ud800', 'b'])
      expect(hash('author', value)).toBe(
        createHmac('sha256', key).update(`author\u0000${value}`).digest('hex').slice(0, 16),
      );
  }
});
