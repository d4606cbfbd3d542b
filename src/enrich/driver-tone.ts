import { SENTIMENTS, type Sentiment } from '../model/enrichment.js';
import { findClauses } from './clauses.js';
import type { DriverMatcher } from './drivers.js';
import type { FeatureExtractor } from './features.js';
import { chooseLabel, type LinearHead, toProbabilities } from './head.js';
import { Scorer } from './scorer.js';
import type { TokenBuffer } from './tokens.js';

const NONE: { drivers: string[]; sentiments: Sentiment[] } = { drivers: [], sentiments: [] };

/** Sentiment of each driver: of the clauses that speak of it, weighed with the whole text. */
export class DriverTone {
  private readonly features: FeatureExtractor;
  private readonly scorer: Scorer;
  private clauses = new Int32Array(256);
  private readonly probabilities = new Float32Array(3);

  /** `features` is the extractor that reads the texts. */
  constructor(private readonly matcher: DriverMatcher, private readonly head: LinearHead, features: FeatureExtractor) {
    this.features = features.forParts();
    this.scorer = new Scorer(this.features, [head]);
  }

  /** Drivers of the text read last, distinct, in its order, and the sentiment of each. `whole`: sentiment of the whole text. */
  read(language: string | null, whole: ArrayLike<number>): { drivers: string[]; sentiments: Sentiment[] } {
    const { tokens } = this.features;
    const hits = this.matcher.match(tokens, language ?? undefined);
    if (hits.length === 0) return { ...NONE };
    if (this.clauses.length < tokens.count) this.clauses = new Int32Array(tokens.kinds.length);
    const count = findClauses(tokens, this.clauses);
    const drivers: string[] = [], sentiments: Sentiment[] = [];
    for (const { driver } of hits) {
      if (drivers.includes(driver)) continue;
      drivers.push(driver);
      sentiments.push(this.toneOf(driver, hits, tokens, count, whole));
    }
    return { drivers, sentiments };
  }

  private toneOf(
    driver: string, hits: readonly { driver: string; start: number; end: number }[], tokens: TokenBuffer, count: number, whole: ArrayLike<number>,
  ): Sentiment {
    const { probabilities, head } = this;
    const sums = [whole[0] as number, whole[1] as number, whole[2] as number];
    let last = -1;
    if (count > 1) {
      for (const hit of hits) {
        const clause = this.clauses[hit.start] as number;
        if (hit.driver !== driver || clause === last) continue;
        last = clause;
        let from = hit.start, to = hit.end;
        while (from > 0 && this.clauses[from - 1] === clause) from--;
        while (to < tokens.count && this.clauses[to] === clause) to++;
        this.features.readPart(from, to);
        toProbabilities(head, this.scorer.score(), 0, probabilities);
        for (let k = 0; k < 3; k++) sums[k]! += 2 * (probabilities[k] as number);
      }
    }
    for (let k = 0; k < 3; k++) probabilities[k] = sums[k] as number;
    return SENTIMENTS[chooseLabel(head, probabilities, 0)] as Sentiment;
  }
}
