import { type Sentiment, type Tone, TONES } from '../model/enrichment.js';
import type { HeadScores } from './head-scores.js';
import { chooseLabel, type LinearHead } from './head.js';
import type { RegisterReading } from './registers.js';

/** Probability from which praise and blame are told together, and the least probability of each tone beside. */
const MIXED = 0.3,
  LEAST_TONE = 0.1;
/** From this probability a register rules the tone: a slighter suspicion leaves it to the words. */
const RULES = 0.5;

/** Tone of a text: what the sentiment head says of the words, weighed with what the text is. */
export class ToneReading {
  tone: Tone = 'neutral';
  sentiment: Sentiment = 'neutral';
  /** P(positive) − P(negative). */
  polarity = 0;
  /** Probabilities of `TONES`. */
  readonly values = new Float32Array(3);

  /**
   * Reads the probabilities of the sentiment head at `scores.values[at ..]`. News, a machine's text and spam are
   * neutral; what sounds negative where a firm speaks is neutral.
   */
  read(
    head: LinearHead,
    scores: HeadScores,
    at: number,
    { impersonal, firm, toFirm }: RegisterReading,
  ): void {
    const { values } = this;
    const quiet = impersonal >= RULES ? impersonal : 0,
      calm = firm >= RULES ? firm : 0;
    const negative = scores.values[at] as number,
      positive = scores.values[at + 2] as number;
    values[0] = negative * (1 - quiet - calm);
    values[2] = positive * (1 - quiet);
    values[1] = 1 - (values[0] as number) - (values[2] as number);
    this.tone = TONES[chooseLabel(head, values, 0)] as Tone;
    this.polarity = (values[2] as number) - (values[0] as number);
    this.sentiment =
      scores.of('mixed') >= MIXED &&
      toFirm >= RULES &&
      Math.min(values[0] as number, values[2] as number) >= LEAST_TONE
        ? 'mixed'
        : this.tone;
  }
}
