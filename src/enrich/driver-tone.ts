import { type Tone, TONES } from '../model/enrichment.js';
import { findClauses } from './clauses.js';
import type { DriverHit } from './drivers.js';
import type { ToldDrivers } from './driver-choice.js';
import type { FeatureExtractor } from './features.js';
import { chooseLabel, type LinearHead, toProbabilities } from './head.js';
import { Scorer } from './scorer.js';

/** Drivers and the sentiment of each. */
interface Tones {
  readonly drivers: readonly string[];
  readonly sentiments: readonly Tone[];
}

const NONE: Tones = { drivers: Object.freeze([]), sentiments: Object.freeze([]) };

/** Sentiment of each driver: of the clauses that speak of it, weighed with the whole text; of the whole text where no term says so. */
export class DriverTone {
  private readonly features: FeatureExtractor;
  private readonly scorer: Scorer;
  private clauses = new Int32Array(256);
  /** Probabilities of the clauses asked for in the text read last, three a clause; NaN where not asked yet. */
  private tones = new Float32Array(768);
  private readonly sums = new Float32Array(3);

  /** `features` is the extractor that reads the texts. */
  constructor(
    private readonly head: LinearHead,
    features: FeatureExtractor,
  ) {
    this.features = features.forParts();
    this.scorer = new Scorer(this.features, [head]);
  }

  /** Sentiment of the drivers told of the text read last. The sentiment of the whole text stands at `whole[at ..]`. */
  read({ drivers, hits }: ToldDrivers, whole: Float32Array, at: number): Tones {
    const { tokens } = this.features;
    if (drivers.length === 0) return NONE;
    if (this.clauses.length < tokens.count) {
      this.clauses = new Int32Array(tokens.kinds.length);
      this.tones = new Float32Array(3 * tokens.kinds.length);
    }
    const count = findClauses(tokens, this.clauses);
    this.tones.fill(Number.NaN, 0, 3 * count);
    const sentiments: Tone[] = [];
    for (const driver of drivers) {
      for (let k = 0; k < 3; k++) this.sums[k] = whole[at + k] as number;
      if (count > 1) this.addClauses(driver, hits);
      sentiments.push(TONES[chooseLabel(this.head, this.sums, 0)] as Tone);
    }
    return { drivers, sentiments };
  }

  /** Adds the tone of each clause that speaks of a driver, twice the weight of the whole text. */
  private addClauses(driver: string, hits: readonly DriverHit[]): void {
    const { clauses, tones, sums } = this;
    let last = -1;
    for (const hit of hits) {
      const clause = clauses[hit.start] as number;
      if (hit.driver !== driver || hit.role === 'bar' || clause === last) continue;
      last = clause;
      if (Number.isNaN(tones[3 * clause])) this.scoreClause(clause, hit);
      for (let k = 0; k < 3; k++) sums[k]! += 2 * (tones[3 * clause + k] as number);
    }
  }

  private scoreClause(clause: number, hit: DriverHit): void {
    const { clauses, features } = this;
    let from = hit.start,
      to = hit.end;
    while (from > 0 && clauses[from - 1] === clause) from--;
    while (to < features.tokens.count && clauses[to] === clause) to++;
    features.readPart(from, to);
    toProbabilities(this.head, this.scorer.score(), 0, this.tones, 3 * clause);
  }
}
