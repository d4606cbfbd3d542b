import { kindTrie } from '../terms/kind-trie.js';
import type { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import { hashWord } from '../words/token-hashes.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

const FILE = 'lexicons/hostility.tsv';
const KINDS = ['group', 'named', 'described', 'hostile', 'denial', 'denounced', 'alone'] as const;
/** Tokens between a group and what is wished to it, at most. */
const REACH = 14;
/** What makes "noirs" people and not a colour. */
const BEFORE_PEOPLE: ReadonlySet<number> = new Set(
  "les des ces aux un une cet cette ce le la l' du de d' sale sales vos tes leurs nos mes ses tous toutes"
    .split(' ')
    .map(hashWord),
);

/** What may follow an adjective that stands for people: no noun that it describes. */
const NO_NOUN: ReadonlySet<number> = new Set(
  "qui que ne n' et ou sont étaient seront ont avaient vont doivent devraient peuvent font de du des d' à en se s' y me m' nous vous on il ils elles dehors comme aussi toujours encore jamais là"
    .split(' ')
    .map(hashWord),
);

/** Whether people of a group are named in a text, and with which intent. */
export type Hostility = 'none' | 'named' | 'hostile' | 'denounced';

/**
 * Tells a group of people attacked for what it is, in French: a group named near a hostile word that is not denied, or somebody told to leave
 * the country, in a text that does not reject the hostility. Cases after Röttger et al. 2021, "HateCheck: functional tests for hate speech detection models".
 */
export class HostilityFinder {
  private readonly trie: TermTrie;
  private groups: number[] = [];
  private hostile: number[] = [];
  private denounced = false;
  private denial = false;
  private alone = false;
  private tokens: TokenBuffer | null = null;
  private negated: Uint8Array = new Uint8Array(0);

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, KINDS, words);
  }

  /** Reads a tokenized text; `negated`: 1 for denied tokens. */
  find(tokens: TokenBuffer, negated: Uint8Array): Hostility {
    this.groups.length = this.hostile.length = 0;
    this.denounced = this.denial = this.alone = false;
    this.tokens = tokens;
    this.negated = negated;
    this.trie.scan(tokens, this.found);
    const { groups, hostile } = this;
    if (this.alone && !this.denounced) return 'hostile';
    if (groups.length === 0) return 'none';
    if (this.denounced && !this.denial) return 'denounced';
    return hostile.some((at) => groups.some((group) => Math.abs(at - group) <= REACH)) ? 'hostile' : 'named';
  }

  private readonly found = (payloads: readonly number[], start: number): void => {
    for (const payload of payloads) {
      const kind = KINDS[payload];
      if (kind === 'denounced') this.denounced = true;
      else if (kind === 'alone') this.alone ||= this.negated[start] !== 1;
      else if (kind === 'denial') {
        this.denial = true;
        this.hostile.push(start);
      } else if (kind === 'hostile') {
        if (this.negated[start] !== 1) this.hostile.push(start);
      } else if (kind === 'group' || (this.isPeople(start) && (kind === 'named' || this.standsAlone(start))))
        this.groups.push(start);
    }
  };

  /** Not "les vieux yaourts": nothing follows that the word could describe. */
  private standsAlone(at: number): boolean {
    const tokens = this.tokens as TokenBuffer,
      next = at + 1;
    return (
      next >= tokens.count || tokens.kinds[next] !== TOKEN.word || NO_NOUN.has(tokens.hashes[next] as number)
    );
  }

  private isPeople(at: number): boolean {
    return at > 0 && BEFORE_PEOPLE.has(this.tokens?.hashes[at - 1] as number);
  }
}
