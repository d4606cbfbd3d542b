import { retweetLength } from '../util/retweet.js';
import { foldCode } from '../util/fold.js';

/** The bytes of a key while it is made. */
const KEY = Buffer.alloc(8);
/** Texts with fewer letters and digits have no key: "merci beaucoup" by two people is no near duplicate. */
const LEAST_LETTERS = 24;

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2028;

const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0x250 && code < 0x2000) ||
  (code >= 0x3040 && code < 0xd800);
const LATIN = 0x250;
/** What a Latin letter or digit counts as; 0 for any other sign. */
const WORD_CODE = Uint16Array.from({ length: LATIN }, (_, code) => {
  const folded = foldCode(code);
  return isWord(folded) ? folded : 0;
});
/** Signs with which a link, a mention or `RT` begins. */
const NOISY = new Uint8Array(LATIN);
for (const sign of '@hHR') NOISY[sign.charCodeAt(0)] = 1;

/** End of the link, mention or `RT` that starts at `at`, or `at`. */
function skipNoise(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isLink = (code === 104 || code === 72) && /^https?:\/\//i.test(text.slice(at, at + 8));
  const isMention = code === 64;
  const isRetweet = at === 0 && text.startsWith('RT ');
  if (!isLink && !isMention && !isRetweet) return at;
  let end = at + Math.max(1, isRetweet ? retweetLength(text) - 1 : 0);
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Key of a text that near duplicates share: a 64-bit hash (16 hexadecimal digits) of its letters and digits, without case,
 * accents, punctuation, emoji, spaces, links, mentions and a leading `RT`, with the name before its colon. Texts under 24 letters or digits have none.
 * One pass, no allocation but the result.
 *
 * @example
 * textKey('RT @toto : Les yaourts Brise sont encore périmés !!! https://t.co/x') === textKey('les yaourts brise sont encore perimes')
 * // → true
 */
export function textKey(text: string | null): string | null {
  if (text === null) return null;
  let a = 0x811c9dc5,
    b = 0x9e3779b9,
    letters = 0;
  for (let i = 0; i < text.length; i++) {
    const written = text.charCodeAt(i);
    if (NOISY[written] === 1) {
      const end = skipNoise(text, i);
      if (end !== i) {
        i = end;
        continue;
      }
    }
    const code = written < LATIN ? (WORD_CODE[written] as number) : isWord(written) ? written : 0;
    if (code === 0) continue;
    letters++;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + letters), 0x85ebca6b);
    b ^= b >>> 13;
  }
  if (letters < LEAST_LETTERS) return null;
  KEY.writeInt32BE(a);
  KEY.writeInt32BE(b, 4);
  return KEY.toString('hex');
}
