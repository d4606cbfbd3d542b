import { TOKEN } from './token-kinds.js';
import type { TokenBuffer } from './tokens.js';

const CACHE_BITS = 15;

/** Lists of terms that are looked for in the same texts, at most. */
const MOST_LISTS = 31;

/** A list of terms, as far as their first words go. */
export interface TermList {
  /** Whether a term begins with the word that is token i. */
  beginsWith(tokens: TokenBuffer, i: number): boolean;
}

/**
 * Which lists of terms have one that begins with a word: most words begin none, so that each is looked up once for all lists. Words are kept by
 * their hash in a table of fixed size, which never changes a result.
 */
export class TermWords {
  /** Lists, a bit each, that the words of the text read last begin. */
  all = 0;
  /** The same for each token; 0 where it is no word. */
  begins = new Int32Array(256);
  private readonly lists: TermList[] = [];
  /** Of words: hash, lists. */
  private readonly cache = new Int32Array(2 << CACHE_BITS);
  private isEmpty = true;
  private tokens: TokenBuffer | undefined;
  private reading = 0;

  /** Takes a list in; gives its bit. */
  enter(list: TermList): number {
    if (this.lists.length === MOST_LISTS) throw new RangeError(`more than ${MOST_LISTS} lists of terms`);
    this.forget();
    return 1 << (this.lists.push(list) - 1);
  }

  /** A list has changed. */
  forget(): void {
    if (!this.isEmpty) this.cache.fill(0);
    this.isEmpty = true;
    this.tokens = undefined;
  }

  /** Reads the words of a tokenized text, once for all lists. */
  read(tokens: TokenBuffer): void {
    if (this.tokens === tokens && this.reading === tokens.reading) return;
    this.tokens = tokens;
    this.reading = tokens.reading;
    this.isEmpty = false;
    const { count, kinds, hashes } = tokens;
    if (this.begins.length < count) this.begins = new Int32Array(kinds.length);
    const { begins, cache } = this;
    let all = 0;
    for (let i = 0; i < count; i++) {
      if (kinds[i] !== TOKEN.word) {
        begins[i] = 0;
        continue;
      }
      const hash = hashes[i] as number,
        slot = (hash & ((1 << CACHE_BITS) - 1)) << 1;
      if (cache[slot] !== hash || hash === 0) {
        cache[slot] = hash;
        cache[slot + 1] = this.listsOf(tokens, i);
      }
      all |= begins[i] = cache[slot + 1] as number;
    }
    this.all = all;
  }

  private listsOf(tokens: TokenBuffer, i: number): number {
    let found = 0;
    for (let at = 0; at < this.lists.length; at++)
      if (this.lists[at]?.beginsWith(tokens, i)) found |= 1 << at;
    return found;
  }
}
