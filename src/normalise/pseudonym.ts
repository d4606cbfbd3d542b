import { createHmac, createSecretKey } from 'node:crypto';

/** Gives a keyed pseudonym: same key and value, same 16 hexadecimal digits; without the key nobody finds the value back. */
export type Pseudonymiser = (kind: string, value: string) => string;

/** At most so many pseudonyms are remembered; authors repeat within a file. */
const REMEMBERED = 50_000;

/**
 * HMAC-SHA-256 over kind and value, cut to 64 bits (16 hexadecimal digits). At ten million values the probability of any collision
 * is about 3 in a million.
 */
export function createKeyedHash(key: string): Pseudonymiser {
  const secret = createSecretKey(key, 'utf8');
  return (kind, value) =>
    createHmac('sha256', secret).update(`${kind}\u0000${value}`).digest('hex').slice(0, 16);
}

/**
 * The same for values that repeat, such as authors: the last ones are remembered.
 *
 * @example
 * createPseudonymiser('key')('author', 'facebook:42') === createPseudonymiser('key')('author', 'facebook:42')
 * // → true
 */
export function createPseudonymiser(key: string): Pseudonymiser {
  const hash = createKeyedHash(key);
  const seen = new Map<string, string>();
  return (kind, value) => {
    const input = `${kind}\u0000${value}`;
    let pseudonym = seen.get(input);
    if (pseudonym === undefined) {
      pseudonym = hash(kind, value);
      if (seen.size >= REMEMBERED) seen.clear();
      seen.set(input, pseudonym);
    }
    return pseudonym;
  };
}
