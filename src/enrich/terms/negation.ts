import { CONTRASTS } from './clauses.js';
import { type CueHits, POLARITY } from './lexicon.js';
import { hashWord } from '../words/token-hashes.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

/** Words after which what follows is denied, until the clause ends or `SCOPE` words later. */
const NEGATORS: ReadonlySet<number> = new Set(
  [
    'ne',
    "n'",
    'pas',
    'jamais',
    'aucun',
    'aucune',
    'rien',
    'sans',
    'ni',
    'guere',
    'nullement',
    'point',
    'not',
    'no',
    'never',
    'nothing',
    'without',
    'none',
    'nor',
    'neither',
    'hardly',
    'cannot',
    'dont',
    'doesnt',
    'didnt',
    'isnt',
    'wasnt',
    'cant',
    'wont',
    'aint',
    'couldnt',
    'shouldnt',
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "wasn't",
    "can't",
    "won't",
    "ain't",
    "couldn't",
    "wouldn't",
    "shouldn't",
    "aren't",
    "haven't",
    "hasn't",
    "hadn't",
    "weren't",
  ].map(hashWord),
);
/** Whether a word denies what follows it. */
export const isNegator = (hash: number): boolean => NEGATORS.has(hash);
/** French negators that follow the verb they deny. */
const AFTER_VERB: ReadonlySet<number> = new Set(
  ['pas', 'jamais', 'rien', 'guere', 'aucun', 'aucune'].map(hashWord),
);
/** Words that end the scope of a negation and open a clause. */
const BREAKS: ReadonlySet<number> = new Set(
  [...CONTRASTS, 'car', 'parce', 'because', 'puisque'].map(hashWord),
);
/** Words that open a clause of its own before a subject: "pas cher et c'est bon". */
const AND: ReadonlySet<number> = new Set(['et', 'and'].map(hashWord));
const SUBJECTS: ReadonlySet<number> = new Set(
  "c' ca cela j' je tu il elle on nous vous ils elles i it he she we they you it's that's"
    .split(' ')
    .map(hashWord),
);
const SCOPE = 4;

/**
 * Marks the words that a negation denies: what follows it, for four words or to the end of the clause, and in French the verb
 * before "pas". `out[i]` is 1 for a denied token, else 0. The tokens `from .. to` are read as if they were the whole text. A negator
 * within a term of praise of `cues` ("pas mal", "jamais déçu") denies nothing after that term.
 *
 * @example
 * const tokens = new TokenBuffer(), denied = new Uint8Array(8);
 * tokens.tokenize('je recommande pas');
 * markDenied(tokens, denied);
 * Array.from(denied.slice(0, 3))
 * // → [0, 1, 0]
 */
export function markDenied(
  { count, kinds, hashes }: TokenBuffer,
  out: Uint8Array,
  from = 0,
  to = count,
  cues?: CueHits,
): void {
  let left = 0,
    end = -1;
  for (let i = from; i < to; i++) {
    const kind = kinds[i],
      hash = hashes[i] as number;
    const word = kind === TOKEN.word || kind === TOKEN.elision;
    if (i === end) left = 0;
    if (
      !word ||
      BREAKS.has(hash) ||
      (left > 0 && AND.has(hash) && i + 1 < to && SUBJECTS.has(hashes[i + 1] as number))
    ) {
      if (kind !== TOKEN.emoji) left = 0;
      out[i] = 0;
      continue;
    }
    out[i] = left > 0 ? 1 : 0;
    if (kind === TOKEN.word && left > 0) left--;
    if (!NEGATORS.has(hash)) continue;
    left = SCOPE;
    end = endOfPraise(i, cues);
    out[i] = 0;
    // "je recommande pas": the verb stands before.
    if (
      i > from &&
      kinds[i - 1] === TOKEN.word &&
      AFTER_VERB.has(hash) &&
      !NEGATORS.has(hashes[i - 1] as number)
    )
      out[i - 1] = 1;
  }
}

/** Token after the term of praise in which token `at` is not the last, -1 without one. */
function endOfPraise(at: number, cues: CueHits | undefined): number {
  if (cues !== undefined)
    for (let j = 0; j < cues.count && (cues.starts[j] as number) <= at; j++)
      if (cues.kinds[j] === POLARITY && (cues.weights[j] as number) > 0 && (cues.ends[j] as number) > at + 1)
        return cues.ends[j] as number;
  return -1;
}
