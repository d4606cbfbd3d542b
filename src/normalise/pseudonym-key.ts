import { createHash, scryptSync } from 'node:crypto';
import { createKeyedHash } from './pseudonym.js';

/** Key of the demo: public, so its pseudonyms protect nobody. */
export const DEMO_KEY = 'deversoir-demo-key';

/** At least so many hexadecimal digits, so many of them different, are a key of 128 bits or more; anything else is a phrase. */
const KEY_DIGITS = 32;
const DIFFERENT_DIGITS = 6;
/** A shorter phrase is in the lists of those who guess. */
const SHORT_PHRASE = 16;
/** Cost of a guess: 128 MB and about half a second (OWASP's first choice for scrypt). */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const;
const SALT = 'deversoir pseudonyms 1';

/** Whether a secret is a key of at least 128 bits, in hexadecimal, and no phrase. */
export const isWholeKey = (secret: string): boolean =>
  secret.length >= KEY_DIGITS && /^[\da-f]+$/i.test(secret) && new Set(secret).size >= DIFFERENT_DIGITS;

/** What a text repeats from its beginning to its end; itself where it repeats nothing. */
const unitOf = (text: string): string => text.slice(0, `${text}${text}`.indexOf(text, 1));

/** Why a secret is weak; `undefined` where it is not. */
export function weaknessOf(secret: string): string | undefined {
  if (secret === DEMO_KEY) return undefined;
  const bare = secret.replaceAll(/\s+/g, '').toLowerCase();
  const unit = unitOf(bare);
  const isVaried = new Set(unit).size >= DIFFERENT_DIGITS;
  const isEnough = isWholeKey(secret)
    ? unit.length >= KEY_DIGITS
    : secret.trim().length >= SHORT_PHRASE && (unit === bare || unit.length >= SHORT_PHRASE);
  if (isVaried && isEnough) return undefined;
  const what =
    unit === bare
      ? `has ${secret.trim().length} characters${isVaried ? '' : ', few of them different'}`
      : `repeats ${unit.length} characters`;
  return `the key ${what}: whoever guesses it undoes the pseudonyms; "deversoir key FILE" makes one that nobody guesses`;
}

const drawn = new Map<string, string>();

/**
 * The 256 bits that key the pseudonyms. A secret of at least 32 hexadecimal digits is a key and is hashed; any other is a phrase, drawn out by
 * scrypt, so that each guess costs half a second and 128 MB. The demo's is public and hashed. Remembered: a process pays once.
 *
 * @example
 * pseudonymKey('6f1d2c3b4a5968778695a4b3c2d1e0f9').length
 * // → 64
 */
export function pseudonymKey(secret: string): string {
  const known = drawn.get(secret);
  if (known !== undefined) return known;
  const key =
    isWholeKey(secret) || secret === DEMO_KEY
      ? createHash('sha256').update(`${SALT}\u0000${secret.toLowerCase()}`).digest('hex')
      : scryptSync(secret.normalize('NFC'), SALT, 32, COST).toString('hex');
  drawn.set(secret, key);
  return key;
}

/** 128 bits that tell one key from another; who wants to guess a phrase by it pays scrypt for each guess. */
export const keyFingerprint = (key: string): string =>
  createKeyedHash(key)('fingerprint', '') + createKeyedHash(key)('fingerprint', '2');
