import { DeversoirError } from '../../util/errors.js';
import type { FeatureExtractor } from './features.js';
import { type LinearHead, toProbabilities } from './head.js';
import { Scorer } from './scorer.js';

/** Heads that every text is scored with. */
export const ENRICH_HEADS = [
  'register',
  'sentiment',
  'sentiment-tweet',
  'sentiment-review',
  'mixed',
  'complaint',
  'intents',
  'emotion',
  'harm',
  'harm-english',
  'spam',
  'scam',
  'urgency',
  'contributions',
] as const;

/** A head by its name. Errors: `model-invalid` when there is none. */
export function headNamed(heads: ReadonlyMap<string, LinearHead>, name: string): LinearHead {
  const head = heads.get(name);
  if (head === undefined)
    throw new DeversoirError('model-invalid', `no head "${name}"`, {
      hint: `found: ${[...heads.keys()].join(', ')}`,
    });
  return head;
}

/** Probabilities of all heads for the text that the features read last. */
export class HeadScores {
  /** Probabilities of the labels of all heads, one after the other: those of a head begin at `at(head)`. */
  readonly values: Float32Array;
  private readonly scorer: Scorer;
  private readonly offsets: ReadonlyMap<string, number>;

  constructor(
    features: FeatureExtractor,
    private readonly heads: readonly LinearHead[],
  ) {
    this.scorer = new Scorer(features, heads);
    this.values = new Float32Array(this.scorer.width);
    this.offsets = new Map(heads.map((head, h) => [head.name, this.scorer.offsets[h] as number]));
  }

  /** Reads the probabilities of the text anew. */
  score(): void {
    const margins = this.scorer.score();
    for (let h = 0; h < this.heads.length; h++)
      toProbabilities(this.heads[h] as LinearHead, margins, this.scorer.offsets[h] as number, this.values);
  }

  /** Place of the first label of a head in `values`. */
  at(head: string): number {
    return this.offsets.get(head) ?? 0;
  }

  /** Probability of a label of a head, the first when none is given. */
  of(head: string, label = 0): number {
    return this.values[this.at(head) + label] as number;
  }
}
