import { FLAG, TOKEN } from '../words/token-kinds.js';
import { hashWord } from '../words/token-hashes.js';
import type { TokenBuffer } from '../words/tokens.js';

/** Words that set a clause against the one before. */
export const CONTRASTS: readonly string[] =
  'mais but cependant pourtant however although sauf except malgre'.split(' ');
/** Words that open a new clause, often of the other polarity. */
const OPENERS: ReadonlySet<number> = new Set(
  [...CONTRASTS, 'contre', 'tandis', 'whereas', 'though', 'dommage', 'heureusement', 'unfortunately'].map(
    hashWord,
  ),
);
const ENDS = new Set([...'.;:,()[]"«»\n/–—•'].map((char) => char.charCodeAt(0)));

/**
 * Numbers the clauses of a tokenized text: `out[i]` is the clause of token i. A clause ends at punctuation, at a line's end and
 * before words such as "mais". Returns the number of clauses.
 *
 * @example
 * const tokens = new TokenBuffer();
 * tokens.tokenize('Bon produit mais livraison en retard. Merci');
 * findClauses(tokens, new Int32Array(tokens.count))
 * // → 3
 */
export function findClauses(tokens: TokenBuffer, out: Int32Array): number {
  let clause = 0,
    words = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kinds[i];
    const lineStart = ((tokens.flags[i] as number) & FLAG.lineStart) !== 0;
    const opens = kind === TOKEN.word && OPENERS.has(tokens.hashes[i] as number);
    if (words > 0 && (opens || lineStart)) {
      clause++;
      words = 0;
    }
    out[i] = clause;
    if (kind === TOKEN.word || kind === TOKEN.emoji) words++;
    const ends =
      kind === TOKEN.mark ||
      (kind === TOKEN.punctuation && ENDS.has(tokens.text.charCodeAt(tokens.starts[i] as number)));
    if (ends && words > 0) {
      clause++;
      words = 0;
    }
  }
  return words > 0 || clause === 0 ? clause + 1 : clause;
}
