import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  DEMO_KEY,
  isWholeKey,
  keyFingerprint,
  pseudonymKey,
  weaknessOf,
} from '../../src/normalise/pseudonym-key.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe('the secret of the pseudonyms', () => {
  it('is a key from 32 hexadecimal digits, six of them different', () => {
    expect(isWholeKey(KEY)).toBe(true);
    expect(isWholeKey(KEY.toUpperCase())).toBe(true);
    expect(isWholeKey(KEY.slice(1))).toBe(false);
    expect(isWholeKey('01234'.repeat(8).slice(0, 32))).toBe(false);
    expect(isWholeKey(`${KEY.slice(1)}g`)).toBe(false);
  });
  it('is hashed where it is a key, whatever its case, and the demo’s', () => {
    const hashed = (secret: string): string =>
      createHash('sha256').update(`deversoir pseudonyms 1\u0000${secret}`).digest('hex');
    expect(pseudonymKey(KEY)).toBe(hashed(KEY));
    expect(pseudonymKey(KEY.toUpperCase())).toBe(hashed(KEY));
    expect(pseudonymKey(DEMO_KEY)).toBe(hashed(DEMO_KEY));
  });
  it('is weak as a phrase under sixteen characters, spaces around left out', () => {
    expect(weaknessOf('court')).toMatch(/^has 5 characters/);
    expect(weaknessOf('   court   ')).toMatch(/^has 5 characters/);
    expect([weaknessOf('une phrase assez longue'), weaknessOf(KEY), weaknessOf(DEMO_KEY)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it.each([
    ['a'.repeat(40), /repeats 1 characters/],
    ['0'.repeat(64), /repeats 1 characters/],
    ['0123456789abcdef'.repeat(2), /repeats 16 characters/],
    ['bonjour bonjour bonjour', /repeats 7 characters/],
    ['Abcabcabcabcabcabc', /repeats 3 characters/],
    [`${'ab'.repeat(12)}c`, /has 25 characters, few of them different/],
    ['', /has 0 characters/],
    ['motdepasse123456789', /tried first/],
    ['azertyuiopqsdfghjklm', /tried first/],
    ['Password 2026!!!!!!!!', /tried first/],
    ['9876543210abcdefghij', /tried first/],
    ['bonjour-deversoir-2026', /tried first/],
    ['Laiterie Brel 20260101', /tried first/],
  ])('is weak where it repeats, holds few characters or what is tried first: %s', (secret, why) => {
    expect(weaknessOf(secret, ['Laiterie Brel'])).toMatch(why);
  });
  it.each([
    'un phare sous la neige de juin',
    'correct horse battery staple',
    'Wn8#kq2LpT7vXz4d',
    'k1p4Yz1dSb0mYV0Kc9jvQ3P5tXk2ReLw1AFhQ7dJ0fQ=',
    'le mot de passe de ma tante Zoé à Vannes',
  ])('is no weaker for its form: %s', (secret) => {
    expect(weaknessOf(secret, ['Laiterie Brel'])).toBeUndefined();
  });
  it('has a fingerprint of 128 bits that tells it from others', () => {
    expect(keyFingerprint('a')).toMatch(/^[\da-f]{32}$/);
    expect(keyFingerprint('a')).toBe(keyFingerprint('a'));
    expect(keyFingerprint('a')).not.toBe(keyFingerprint('b'));
  });
});
