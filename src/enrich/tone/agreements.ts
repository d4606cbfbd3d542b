import type { FeatureExtractor } from '../heads/features.js';
import { POLARITY } from '../terms/lexicon.js';
import { kindTrie } from '../terms/kind-trie.js';
import type { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import { TOKEN } from '../words/token-kinds.js';

const FILE = 'lexicons/agreements.tsv';
/** Words a text may have to agree by a term of each kind: the longer it is, the more it says by itself. */
const MOST_WORDS = { agree: 16, echo: 8, nod: 4, outcry: 6 } as const;
const CLAUSE_ENDS = ',.;:!…';
const KINDS = ['agree', 'echo', 'nod', 'outcry', 'denial', 'joke'] as const;

/**
 * Tells a short text that says what it says by the message it answers: agrees with it, tells the same of oneself, repeats it. Not one
 * that denies it, jokes, asks alone or speaks well. Whether it complains depends on that message.
 */
export class AgreementFinder {
  private readonly trie: TermTrie;
  private words = 0;
  /** The first word. */
  private first = 0;
  /** Whether the text asks something, and the token from which on it does: one that asks agrees in so many words before it. */
  private asks = false;
  private until = 0;
  private agrees = false;
  private against = false;
  /** Tokens that stand in an agreement: good words among them praise nothing. */
  private inside = new Uint8Array(64);
  private negated: Uint8Array = new Uint8Array(0);

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, KINDS, words);
  }

  /** Whether the text that `features` read last agrees. */
  find(features: FeatureExtractor): boolean {
    const { tokens } = features;
    this.words = 0;
    for (let i = tokens.count - 1; i >= 0; i--)
      if (tokens.kinds[i] === TOKEN.word) {
        if (++this.words > MOST_WORDS.agree) return false;
        this.first = i;
      }
    if (tokens.kinds.subarray(0, tokens.count).includes(TOKEN.url)) return false;
    const asked = tokens.text.indexOf('?');
    this.asks = asked >= 0;
    this.until = this.asks ? tokens.count - 1 : tokens.count;
    if (this.asks)
      while (
        this.until > 0 &&
        ((tokens.starts[this.until] as number) >= asked ||
          !CLAUSE_ENDS.includes(tokens.text[tokens.starts[this.until] as number] as string))
      )
        this.until--;
    if (this.inside.length < tokens.count) this.inside = new Uint8Array(tokens.kinds.length);
    this.inside.fill(0, 0, tokens.count);
    this.agrees = this.against = false;
    this.negated = features.negated;
    this.trie.scan(tokens, this.found);
    return this.agrees && !this.against && !this.praises(features);
  }

  private readonly found = (payloads: readonly number[], start: number, end: number): void => {
    for (const payload of payloads) {
      const kind = KINDS[payload];
      if (kind === 'denial' || kind === 'joke') this.against = true;
      else if (
        kind !== undefined &&
        (!this.asks ||
          (end <= this.until && (kind === 'agree' || (kind === 'echo' && start === this.first)))) &&
        this.words <= MOST_WORDS[kind === 'echo' && start === this.first ? 'agree' : kind] &&
        !(kind === 'outcry' && this.negated[start])
      ) {
        this.agrees = true;
        this.inside.fill(1, start, end);
      }
    }
  };

  private praises({ hits, negated, tokens }: FeatureExtractor): boolean {
    let sum = 0;
    for (let i = 0; i < hits.count; i++) {
      const start = hits.starts[i] as number;
      if (hits.kinds[i] !== POLARITY || this.inside[start] || negated[start]) continue;
      // « belle-mère » praises nobody
      if (tokens.text[tokens.ends[(hits.ends[i] as number) - 1] as number] !== '-')
        sum += hits.weights[i] as number;
    }
    return sum > 0;
  }
}
