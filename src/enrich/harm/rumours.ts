import { kindTrie } from '../terms/kind-trie.js';
import type { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import type { TokenBuffer } from '../words/tokens.js';

const FILE = 'lexicons/rumours.tsv';
const KINDS = ['spread', 'hearsay', 'hidden', 'grave', 'doubt', 'cause'] as const;
const bit = (kind: (typeof KINDS)[number]): number => 1 << KINDS.indexOf(kind);
const SPREAD = bit('spread'),
  HEARSAY = bit('hearsay'),
  HIDDEN = bit('hidden'),
  GRAVE = bit('grave'),
  DOUBT = bit('doubt'),
  CAUSE = bit('cause');

/**
 * Tells a rumour: a claim that nobody can check, and its spread. A grave claim that is passed on, hidden from the public or known by hearsay,
 * or what is hidden or hearsay passed on. Not what is asked or denied; nor what is passed on for another cause, such as a petition.
 */
export class RumourFinder {
  private readonly trie: TermTrie;
  private kinds = 0;

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, KINDS, words);
  }

  /** Whether a tokenized text is a rumour. */
  find(tokens: TokenBuffer): boolean {
    this.kinds = 0;
    this.trie.scan(tokens, this.found);
    const { kinds } = this;
    const source = (kinds & (HEARSAY | HIDDEN)) !== 0,
      grave = (kinds & GRAVE) !== 0,
      spread = (kinds & SPREAD) !== 0;
    if ((kinds & DOUBT) !== 0 || tokens.text.includes('?')) return false;
    return (source && grave) || (spread && (source || grave) && (kinds & CAUSE) === 0);
  }

  private readonly found = (payloads: readonly number[]): void => {
    for (const payload of payloads) this.kinds |= 1 << payload;
  };
}
