import { ESCALATIONS, type Escalation } from '../../model/enrichment.js';
import { kindTrie } from '../terms/kind-trie.js';
import { hashWord } from '../words/token-hashes.js';
import type { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import type { TokenBuffer } from '../words/tokens.js';

/** A cue of escalation in a text, by its tokens. */
export interface EscalationHit {
  readonly kind: Escalation;
  /** First token. */
  readonly start: number;
  /** Token after the last. */
  readonly end: number;
}

const FILE = 'lexicons/escalations.tsv';
/** A word of its own, one letter from "pregnant". */
const NOT_TYPOS = ['prenant'];
const NONE: readonly EscalationHit[] = [];
const SUBJECTS: ReadonlySet<number> = new Set(['je', "j'", 'nous', 'on', 'i', 'we'].map(hashWord));
const CHILD = ESCALATIONS.indexOf('child'),
  LEAVE = ESCALATIONS.indexOf('leave'),
  THREATS = [ESCALATIONS.indexOf('law'), ESCALATIONS.indexOf('go-public'), LEAVE];

/**
 * Finds what announces that a case may leave the private channel: a threat of law, of going public, of leaving, harm to health, a
 * child. The first cue of each kind, in the order of `ESCALATIONS`.
 */
export class EscalationFinder {
  private readonly trie: TermTrie;
  private readonly starts = new Int32Array(ESCALATIONS.length);
  private readonly ends = new Int32Array(ESCALATIONS.length);
  private negated: Uint8Array = new Uint8Array(0);
  private hashes: ArrayLike<number> = [];

  constructor(words?: TermWords) {
    this.trie = kindTrie(FILE, ESCALATIONS, words, NOT_TYPOS);
  }

  /**
   * Cues of a tokenized text. `negated`: 1 for denied tokens, "je ne porterai pas plainte" threatens nobody. `worried`: the text
   * complains; a child counts only beside that or beside harm to health. `pleased`: it praises, and threatens nobody.
   */
  find(
    tokens: TokenBuffer,
    negated: Uint8Array,
    worried: boolean,
    pleased: boolean,
  ): readonly EscalationHit[] {
    const { starts, ends } = this;
    this.negated = negated;
    this.hashes = tokens.hashes;
    starts.fill(-1);
    this.trie.scan(tokens, this.found);
    if (pleased) for (const threat of THREATS) starts[threat] = -1;
    if (!worried && (starts[ESCALATIONS.indexOf('health')] as number) < 0) starts[CHILD] = -1;
    if (starts.every((start) => start < 0)) return NONE;
    return ESCALATIONS.flatMap((kind, k) =>
      (starts[k] as number) < 0 ? [] : [{ kind, start: starts[k] as number, end: ends[k] as number }],
    );
  }

  /** Right behind its subject begins a clause of its own: "si je ne suis pas remboursé je dépose plainte". */
  private readonly opens = (start: number): boolean =>
    start > 0 && SUBJECTS.has(this.hashes[start - 1] as number);

  private readonly found = (payloads: readonly number[], start: number, end: number): void => {
    for (const kind of payloads) {
      // Of leaving, the denial is the threat: "vous ne me reverrez plus".
      if (kind !== LEAVE && this.negated[start] === 1 && !this.opens(start)) continue;
      if (
        (this.starts[kind] as number) < 0 ||
        (this.starts[kind] === start && end > (this.ends[kind] as number))
      ) {
        this.starts[kind] = start;
        this.ends[kind] = end;
      }
    }
  };
}
