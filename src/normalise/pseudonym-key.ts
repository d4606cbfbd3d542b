import { createHash, scryptSync } from 'node:crypto';
import { createPseudonymiser } from './pseudonym.js';

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

/** Words by which guesses begin, and the program's own: a phrase of them is no phrase (NIST SP 800-63B-4, 3.1.1.2). */
const COMMON =
  /mot ?de ?passe|pass ?w[o0]rd|pass ?phrase|secr[eè]te?|d[eé]versoir|pseudonym(?:e?s)?|bonjour|welcome|bienvenue|admin(?:istrat(?:eu|o)r)?|let ?me ?in|change ?me|i ?love ?you|je ?t.?aime|soleil|doudou|princesse|football|dragon|monkey|marseille/giu;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
];
const WAYS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]);
/** So many characters that follow one another on a keyboard or in the alphabet are guessed as one. */
const RUN = 4;

/** A phrase with what guesses try first, each counted as one character: common words, names of the brand, keys in a row, one key again and again. */
function unguessed(phrase: string, named: readonly string[]): string {
  let left = phrase
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(COMMON, '*')
    .replaceAll(/(.)\1{2,}/gu, '$1');
  for (const name of named) if (name.length >= RUN) left = left.replaceAll(name.toLowerCase(), '*');
  let kept = '';
  for (let at = 0; at < left.length;) {
    let run = RUN;
    const isRun = (): boolean =>
      at + run <= left.length && WAYS.some((row) => row.includes(left.slice(at, at + run)));
    while (isRun()) run++;
    kept += left[at];
    at += run > RUN ? run - 1 : 1;
  }
  return kept;
}

/**
 * Why a secret is refused; `undefined` where it is neither short nor among what guesses try first. Names of the brand are no secret.
 */
export function weaknessOf(secret: string, named: readonly string[] = []): string | undefined {
  if (secret === DEMO_KEY) return undefined;
  const bare = secret.replaceAll(/\s+/g, '').toLowerCase();
  const unit = unitOf(bare);
  if (unit !== bare && unit.length < (isWholeKey(secret) ? KEY_DIGITS : SHORT_PHRASE))
    return `repeats ${unit.length} characters`;
  const characters = secret.trim().length;
  if (new Set(unit).size < DIFFERENT_DIGITS) return `has ${characters} characters, few of them different`;
  if (isWholeKey(secret)) return undefined;
  if (characters < SHORT_PHRASE) return `has ${characters} characters`;
  return unguessed(secret.trim(), named).length < SHORT_PHRASE
    ? `has ${characters} characters, most of them words or rows of keys that are tried first`
    : undefined;
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
  createPseudonymiser(key)('fingerprint', '') + createPseudonymiser(key)('fingerprint', '2');
