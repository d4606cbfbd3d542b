import { isNegator, markDenied } from '../enrich/terms/negation.js';
import { TOKEN } from '../enrich/words/token-kinds.js';
import { TokenBuffer } from '../enrich/words/tokens.js';
import { cosine, loadWordVectors, type WordVectors } from '../enrich/words/word-vectors.js';
import { loadStopWords } from '../util/stop-words.js';

/** Cosine from which two words name the same: « reçu » and « arrivé » .37, « bon » and « mauvais » .33; of .3 to .6 the best on the pairs of the test's first half. */
const SAME_WORD = 0.35;

/** A word of a text that has a vector. */
interface KnownWord {
  readonly row: number;
  /** Of length 1. */
  readonly direction: Float32Array;
  /** Within the reach of a negation. */
  readonly denied: boolean;
  /** What a negation denies first: « reçu » in « jamais reçu mon colis ». */
  readonly target: boolean;
}

/** A text as the words that have a vector, with what it denies. */
export type Stance = readonly KnownWord[];

/** Reads what texts deny. One a thread: it keeps buffers from text to text. */
export class DenialReader {
  private readonly tokens = new TokenBuffer();
  private denied = new Uint8Array(256);
  private readonly stops = loadStopWords();

  constructor(private readonly vectors: WordVectors = loadWordVectors()) {}

  /** The known words of a text, each once, in their order. */
  read(text: string): Stance {
    const { tokens, vectors } = this,
      count = tokens.tokenize(text);
    if (this.denied.length < count) this.denied = new Uint8Array(2 * count);
    markDenied(tokens, this.denied);
    const targets = this.targets(count),
      words = new Map<number, KnownWord>();
    for (let i = 0; i < count; i++) {
      if (tokens.kinds[i] !== TOKEN.word && tokens.kinds[i] !== TOKEN.hashtag) continue;
      const row = vectors.rowOfToken(tokens, i),
        known = words.get(row);
      if (row < 0) continue;
      words.set(row, {
        row,
        direction: known?.direction ?? vectors.direction(row),
        denied: this.denied[i] === 1 || known?.denied === true,
        target: targets.has(i) || known?.target === true,
      });
    }
    return [...words.values()];
  }

  /** Of each negation the first word that tells something; the word before it only where none follows. */
  private targets(count: number): Set<number> {
    const found = new Set<number>();
    for (let i = 0; i < count; i++) {
      if (this.denied[i] !== 1) continue;
      const opened = i > 0 && isNegator(this.tokens.hashes[i - 1] as number);
      let before = -1,
        after = -1,
        passed = opened;
      for (; i < count && (this.denied[i] === 1 || isNegator(this.tokens.hashes[i] as number)); i++) {
        if (this.denied[i] !== 1) passed = true;
        else if (!this.tells(i)) continue;
        else if (!passed) before = i;
        else if (after < 0) after = i;
      }
      if (after >= 0 || before >= 0) found.add(after >= 0 ? after : before);
    }
    return found;
  }

  private tells(i: number): boolean {
    return this.tokens.kinds[i] === TOKEN.word && !this.stops.has(this.tokens.folded(i));
  }
}

const same = (a: KnownWord, b: KnownWord): boolean =>
  a.row === b.row || cosine(a.direction, b.direction) >= SAME_WORD;

/**
 * Rows of the words of `said` that it affirms and `asked` denies, or the reverse; none where both deny the same thing.
 *
 * @example
 * const reader = new DenialReader();
 * contradicted(reader.read('colis jamais reçu'), reader.read('merci, colis bien reçu')).size
 * // → 1
 */
export function contradicted(asked: Stance, said: Stance): ReadonlySet<number> {
  const rows = new Set<number>();
  if (!asked.some(({ target }) => target) && !said.some(({ target }) => target)) return rows;
  if (asked.some((a) => a.denied && said.some((b) => b.denied && (a.target || b.target) && same(a, b))))
    return rows;
  for (const a of asked)
    for (const b of said)
      if (((a.target && !b.denied) || (b.target && !a.denied)) && same(a, b)) rows.add(b.row);
  return rows;
}
