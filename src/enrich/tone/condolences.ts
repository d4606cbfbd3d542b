import type { Genre } from '../../model/enrichment.js';
import { kindTrie } from '../terms/kind-trie.js';
import type { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import type { TokenBuffer } from '../words/tokens.js';

const FILE = 'lexicons/condolences.tsv';
const KINDS = ['formula', 'death', 'sad', 'blame'] as const;
/** Expressions that make a condolence without a formula, one of death at least: the end of a product is mourned too, and judged. */
const TOGETHER = 2;
/** Probabilities from which a text is neutral anyway, and from which it complains. */
const SURELY_NEUTRAL = 0.9,
  COMPLAINS = 0.5;

/**
 * Tells a text that mourns with others: a sad thing is said of a death or an accident, and nobody is judged, whatever the tone of its
 * words. Not one that blames beside.
 *
 * @example
 * const condoles = (text) => {
 *   const tokens = new TokenBuffer();
 *   tokens.tokenize(text);
 *   return new CondolenceFinder().find(tokens);
 * };
 * ['Mes sincères condoléances à la famille', 'Quelle tristesse, si jeune…', 'Triste service client'].map(condoles)
 * // → [true, true, false]
 */
export class CondolenceFinder {
  private readonly trie: TermTrie;
  private readonly counts = new Uint16Array(KINDS.length);

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, KINDS, words);
  }

  /** Whether a text mourns that others read in public; one whose words are surely neutral or that complains is not looked through. */
  read(tokens: TokenBuffer, genre: Genre, neutral: number, complaint: number): boolean {
    return (
      (genre === 'comment' || genre === 'tweet') &&
      neutral < SURELY_NEUTRAL &&
      complaint < COMPLAINS &&
      this.find(tokens)
    );
  }

  /** Whether a tokenized text is a condolence. */
  find(tokens: TokenBuffer): boolean {
    this.counts.fill(0);
    this.trie.scan(tokens, this.found);
    const [formula = 0, death = 0, sad = 0, blame = 0] = this.counts;
    return blame === 0 && (formula > 0 || (death > 0 && death + sad >= TOGETHER));
  }

  private readonly found = (payloads: readonly number[]): void => {
    for (const payload of payloads) this.counts[payload]!++;
  };
}
