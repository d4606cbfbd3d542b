import { FeatureExtractor } from './features.js';
import { chooseLabel, type LinearHead, toProbabilities } from './head.js';
import { createCueFinder } from '../terms/lexicon.js';
import { Scorer } from './scorer.js';
import type { TermWords } from '../terms/term-words.js';
import { TokenBuffer } from '../words/tokens.js';
import { loadVocabularies } from '../terms/vocabularies.js';
import { loadWordVectors } from '../words/word-vectors.js';

/** Features with the vocabularies, lexicons and word vectors that all shipped heads use. */
export const createFeatures = (): FeatureExtractor => featuresWith(undefined);

/** The same, which looks words up with other lists of terms. */
export const featuresWith = (words: TermWords | undefined): FeatureExtractor =>
  new FeatureExtractor(
    loadVocabularies(),
    createCueFinder(undefined, words),
    new TokenBuffer(),
    loadWordVectors(),
  );

/** One head on its own, text by text: for evaluation, explanation and tests. */
export class HeadReader {
  readonly head: LinearHead;
  private readonly features: FeatureExtractor;
  private readonly scorer: Scorer;
  private readonly out: Float32Array;

  constructor(features: FeatureExtractor, head: LinearHead) {
    this.head = head;
    this.features = features;
    this.scorer = new Scorer(features, [head]);
    this.out = new Float32Array(head.labels.length);
  }

  /** Margins of the labels; valid until the next call. */
  margins(text: string): Float32Array {
    this.features.read(text);
    return this.scorer.score();
  }

  /** Calibrated probabilities of the labels; valid until the next call. */
  probabilities(text: string): Float32Array {
    toProbabilities(this.head, this.margins(text), 0, this.out);
    return this.out;
  }

  /** Index of the chosen label, for a head whose labels exclude one another. */
  choose(text: string): number {
    return chooseLabel(this.head, this.probabilities(text), 0);
  }
}
