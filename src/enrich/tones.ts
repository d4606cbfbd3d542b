import { type Sentiment, type Tone, TONES } from '../model/enrichment.js';
import type { HeadScores } from './head-scores.js';
import { chooseLabel, type LinearHead } from './head.js';
import type { RegisterReading } from './registers.js';

/** Probability from which praise and blame are told together. */
const MIXED = 0.3;

/** Tone of a text: what the sentiment head says of the words, weighed with what the text is. */
export class ToneReading {
  tone: Tone = 'neutral';
  sentiment: Sentiment = 'neutral';
  /** P(positive) − P(negative). */
  polarity = 0;
  /** Probabilities of `TONES`. */
  readonly values = new Float32Array(3);

  /**
   * Reads the probabilities of the sentiment head at `scores.values[at ..]`. As far as the text is news, a machine's or spam it is
   * neutral; as far as a firm speaks, what sounds negative is neutral.
   */
  read(
    head: LinearHead,
    scores: HeadScores,
    at: number,
    { impersonal, firm, toFirm }: RegisterReading,
  ): void {
    const { values } = this;
    const negative = scores.values[at] as number,
      positive = scores.values[at + 2] as number;
    values[0] = negative * (1 - impersonal - firm);
    values[2] = positive * (1 - impersonal);
    values[1] = 1 - (values[0] as number) - (values[2] as number);
    this.tone = TONES[chooseLabel(head, values, 0)] as Tone;
    this.polarity = (values[2] as number) - (values[0] as number);
    this.sentiment = scores.of('mixed') >= MIXED && toFirm >= 0.5 ? 'mixed' : this.tone;
  }
}
