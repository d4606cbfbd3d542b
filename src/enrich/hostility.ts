import { kindTrie } from './kind-trie.js';
import type { TermTrie } from './term-trie.js';
import type { TermWords } from './term-words.js';
import { hashWord } from './token-hashes.js';
import type { TokenBuffer } from './tokens.js';

const FILE = 'lexicons/hostility.tsv';
const KINDS = ['group', 'named', 'hostile', 'denial', 'denounced'] as const;
/** Tokens between a group and what is wished to it, at most. */
const REACH = 14;
/** What makes "noirs" people and not a colour. */
const BEFORE_PEOPLE: ReadonlySet<number> = new Set(
  "les des ces aux un une cet cette ce le la l' du de d' sale sales vos tes leurs nos mes ses tous toutes"
    .split(' ')
    .map(hashWord),
);

/** Whether people of a group are named in a text, and with which intent. */
export type Hostility = 'none' | 'named' | 'hostile' | 'denounced';

/**
 * Tells a group of people attacked for what it is, in French: a group named near a hostile word that is not denied, in a text that does
 * not reject the hostility. Cases after Röttger et al. 2021, "HateCheck: functional tests for hate speech detection models".
 */
export class HostilityFinder {
  private readonly trie: TermTrie;
  private groups: number[] = [];
  private hostile: number[] = [];
  private denounced = false;
  private denial = false;
  private tokens: TokenBuffer | null = null;
  private negated: Uint8Array = new Uint8Array(0);

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, KINDS, words);
  }

  /** Reads a tokenized text; `negated`: 1 for denied tokens. */
  find(tokens: TokenBuffer, negated: Uint8Array): Hostility {
    this.groups.length = this.hostile.length = 0;
    this.denounced = this.denial = false;
    this.tokens = tokens;
    this.negated = negated;
    this.trie.scan(tokens, this.found);
    const { groups, hostile } = this;
    if (groups.length === 0) return 'none';
    if (this.denounced && !this.denial) return 'denounced';
    return hostile.some((at) => groups.some((group) => Math.abs(at - group) <= REACH)) ? 'hostile' : 'named';
  }

  private readonly found = (payloads: readonly number[], start: number): void => {
    for (const payload of payloads) {
      const kind = KINDS[payload];
      if (kind === 'denounced') this.denounced = true;
      else if (kind === 'denial') {
        this.denial = true;
        this.hostile.push(start);
      } else if (kind === 'hostile') {
        if (this.negated[start] !== 1) this.hostile.push(start);
      } else if (kind === 'group' || this.isPeople(start)) this.groups.push(start);
    }
  };

  private isPeople(at: number): boolean {
    return at > 0 && BEFORE_PEOPLE.has(this.tokens?.hashes[at - 1] as number);
  }
}
