import { type Sentiment, type Tone, TONES } from '../../model/enrichment.js';
import type { HeadScores } from '../heads/head-scores.js';
import { chooseLabel, type LinearHead } from '../heads/head.js';
import { FEW_STARS, SOME_STARS } from '../text-batch.js';
import type { RegisterReading } from './registers.js';

/** Probability from which praise and blame are told together, and the least probability of each tone beside. */
const MIXED = 0.3,
  LEAST_TONE = 0.1;
/** A text of good tone in which a clause blames so surely is mixed, if the head finds praise and blame this likely. */
const BLAMED = 0.5,
  LIKELY_MIXED = 0.02;
/** From this probability a register rules the tone: a slighter suspicion leaves it to the words. */
const RULES = 0.5;

/** Share of what a private text leaves open that a complaint takes: it is negative, whatever its words. Chosen on our own held-out rows. */
const COMPLAINS = 0.3;
/**
 * Odds of praise against blame in a review of few stars, and of many, beside those of any, each counted once more than met (Laplace): of real exports,
 * train rows, 28 reviews blame (23 of them of one or two stars, 2 of four or five) and 54 praise (none, 54). Words tell the same thing: half of the
 * logarithm is taken.
 */
const FEW_ODDS = Math.sqrt(1 / 57 / (24 / 31)),
  MANY_ODDS = Math.sqrt(55 / 57 / (3 / 31));

/** The odds that the stars of a review add to praise against blame; 1 without stars, and for three. */
const praiseOdds = (stars: number | null): number =>
  stars === null ? 1 : stars < FEW_STARS ? FEW_ODDS : stars < SOME_STARS ? 1 : MANY_ODDS;

/** Share of what is neutral that a comparison takes, beside all that its words of praise or blame say of something else. */
const COMPARES = 0.5;

/**
 * Probabilities of `TONES` from those of the words and from what the text is: news, a machine's text and spam are neutral; what sounds
 * negative where a firm speaks is neutral. `complaint`: probability that a private text complains, 0 of others.
 */
export function weighTone(
  negative: number,
  positive: number,
  { impersonal, firm }: Pick<RegisterReading, 'impersonal' | 'firm'>,
  complaint = 0,
): readonly [negative: number, neutral: number, positive: number] {
  const quiet = impersonal >= RULES ? impersonal : 0,
    calm = firm >= RULES ? firm : 0,
    open = 1 - COMPLAINS * complaint;
  const low = (1 - (1 - negative) * open) * (1 - quiet - calm),
    high = positive * open * (1 - quiet);
  return [low, 1 - low - high, high];
}

/** Tone of a text: what the sentiment head says of the words, weighed with what the text is. */
export class ToneReading {
  tone: Tone = 'neutral';
  sentiment: Sentiment = 'neutral';
  /** P(positive) − P(negative). */
  polarity = 0;
  /** Probabilities of `TONES`. */
  readonly values = new Float32Array(3);

  /**
   * Reads the probabilities of the sentiment head at `scores.values[at ..]`, weighed with the register. `blame`: how surely a clause
   * blames, see `ClauseReading`; `complaint`: see `weighTone`; `compared`: in whose favour a person compares, see `comparedTo`; `stars`: those that the
   * author of a review gave, of five.
   */
  read(
    head: LinearHead,
    scores: HeadScores,
    at: number,
    register: Pick<RegisterReading, 'impersonal' | 'firm' | 'toFirm'>,
    blame = 0,
    complaint = 0,
    compared = 0,
    stars: number | null = null,
  ): void {
    const { values } = this;
    values.set(weighTone(scores.values[at] as number, scores.values[at + 2] as number, register, complaint));
    if (compared !== 0 && register.impersonal + register.firm < RULES) {
      const neutral = COMPARES * (values[1] as number);
      values.set(compared < 0 ? [1 - neutral, neutral, 0] : [0, neutral, 1 - neutral]);
    }
    this.weighStars(praiseOdds(stars));
    this.tone = TONES[chooseLabel(head, values, 0)] as Tone;
    this.polarity = (values[2] as number) - (values[0] as number);
    const mixed = scores.of('mixed'),
      least = Math.min(values[0] as number, values[2] as number);
    this.sentiment =
      register.toFirm >= RULES &&
      ((mixed >= MIXED && least >= LEAST_TONE) ||
        (blame >= BLAMED && mixed >= LIKELY_MIXED && this.polarity >= 0))
        ? 'mixed'
        : this.tone;
  }
  /** Makes praise so many times as likely beside blame; what is neutral stays in the middle. */
  private weighStars(odds: number): void {
    if (odds === 1) return;
    const { values } = this,
      [low, middle, high] = values as unknown as [number, number, number];
    const side = Math.sqrt(odds),
      sum = low / side + middle + high * side;
    values.set([low / side / sum, middle / sum, (high * side) / sum]);
  }
}
