import { createHash, hash as digest } from 'node:crypto';

/** Gives a keyed pseudonym: same key and value, same 16 hexadecimal digits; without the key nobody finds the value back. */
export type Pseudonymiser = (kind: string, value: string) => string;

/** Bytes of a block of SHA-256. */
const BLOCK = 64;

/**
 * HMAC-SHA-256 (RFC 2104) over kind and value, cut to 64 bits (16 hexadecimal digits). At ten million values the probability of any collision
 * is about 3 in a million. Two calls of `digest` take half the time of `createHmac`, which makes an object for each text, and of what
 * remembering the values would take where most are new.
 *
 * @example
 * createPseudonymiser('key')('author', 'facebook:42') === createPseudonymiser('key')('author', 'facebook:42')
 * // → true
 */
export function createPseudonymiser(key: string): Pseudonymiser {
  const secret = Buffer.from(key);
  const short = secret.length > BLOCK ? createHash('sha256').update(secret).digest() : secret;
  const padded = (pad: number, room: number): Buffer => {
    const block = Buffer.alloc(BLOCK + room, pad);
    for (const [at, byte] of short.entries()) block[at] = pad ^ byte;
    return block;
  };
  let inner = padded(0x36, 1024);
  const outer = padded(0x5c, 32);
  return (kind, value) => {
    const text = `${kind}\u0000${value}`;
    if (inner.length < BLOCK + 3 * text.length) inner = padded(0x36, 6 * text.length);
    const end = BLOCK + inner.write(text, BLOCK);
    outer.write(digest('sha256', inner.subarray(0, end), 'binary'), BLOCK, 'binary');
    return digest('sha256', outer, 'hex').slice(0, 16);
  };
}
