import { findClauses } from '../terms/clauses.js';
import type { FeatureExtractor } from '../heads/features.js';
import { type LinearHead, toProbabilities } from '../heads/head.js';
import { Scorer } from '../heads/scorer.js';
import { TOKEN } from '../words/token-kinds.js';

/** Words from which a clause can blame on its own. */
const LEAST_WORDS = 3;
/** Values a clause: probabilities of `TONES`, then of a complaint. */
const WIDTH = 4;

/** The clauses of a text, each read alone when it is asked for. */
export class ClauseReading {
  /** Number of clauses of the text read last. */
  count = 0;
  /** Probabilities of `TONES` of clause c begin at `values[4 · c]`; NaN where not asked yet. */
  values = new Float32Array(4 * 256);
  private clauses = new Int32Array(256);
  private ends = new Int32Array(256);
  private readonly parts: FeatureExtractor;
  private readonly rest = new Float32Array(WIDTH);
  private readonly scorer: Scorer;

  /** `features` is the extractor that reads the texts. */
  constructor(
    private readonly features: FeatureExtractor,
    private readonly tone: LinearHead,
    private readonly complaint: LinearHead,
  ) {
    this.parts = features.forParts();
    this.scorer = new Scorer(this.parts, [tone, complaint]);
  }

  /** Finds the clauses of the text that the features read last. */
  read(): void {
    const { tokens } = this.features;
    if (this.clauses.length < tokens.count) {
      this.clauses = new Int32Array(tokens.kinds.length);
      this.ends = new Int32Array(tokens.kinds.length);
      this.values = new Float32Array(WIDTH * tokens.kinds.length);
    }
    this.count = findClauses(tokens, this.clauses);
    this.values.fill(Number.NaN, 0, WIDTH * this.count);
    for (let i = 0; i < tokens.count; i++) this.ends[this.clauses[i] as number] = i + 1;
  }

  /** Whether the text asks something. */
  get asks(): boolean {
    return this.features.tokens.text.includes('?');
  }

  /** Clause of a token. */
  of(token: number): number {
    return this.clauses[token] as number;
  }

  /** Place in `values` of the probabilities of a clause. */
  at(clause: number): number {
    const at = WIDTH * clause;
    if (Number.isNaN(this.values[at])) {
      this.parts.readPart(this.start(clause), this.ends[clause] as number);
      const margins = this.scorer.score();
      toProbabilities(this.tone, margins, 0, this.values, at);
      toProbabilities(this.complaint, margins, 3, this.values, at + 3);
    }
    return at;
  }

  /** Probabilities of what stands from a token on, read as if it were a text of its own. */
  from(token: number): { readonly negative: number; readonly positive: number; readonly complaint: number } {
    this.parts.readPart(token, this.features.tokens.count);
    const margins = this.scorer.score();
    toProbabilities(this.tone, margins, 0, this.rest);
    toProbabilities(this.complaint, margins, 3, this.rest, 3);
    const [negative, , positive, complaint] = this.rest as unknown as [number, number, number, number];
    return { negative, positive, complaint };
  }

  /** How surely one clause blames: the highest mean of its complaint and its negative tone; 0 without a clause of three words. */
  blame(): number {
    let top = 0;
    for (let clause = 0; clause < this.count; clause++) {
      if (!this.speaks(clause)) continue;
      const at = this.at(clause);
      top = Math.max(top, ((this.values[at] as number) + (this.values[at + 3] as number)) / 2);
    }
    return top;
  }

  private start(clause: number): number {
    return clause === 0 ? 0 : (this.ends[clause - 1] as number);
  }

  private speaks(clause: number): boolean {
    const { kinds } = this.features.tokens;
    let words = 0;
    for (let i = this.start(clause); i < (this.ends[clause] as number) && words < LEAST_WORDS; i++)
      if (kinds[i] === TOKEN.word) words++;
    return words >= LEAST_WORDS;
  }
}
