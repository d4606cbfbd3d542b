import type { Genre, Harm } from '../../model/enrichment.js';
import { disclosesData } from './disclosures.js';
import type { FeatureExtractor } from '../heads/features.js';
import { harmHeadName } from './harm-heads.js';
import type { HeadScores } from '../heads/head-scores.js';
import { HostilityFinder } from './hostility.js';
import { harmOf, tellHarms } from './moderation.js';
import type { RegisterReading } from '../tone/registers.js';
import { RumourFinder } from './rumours.js';
import { FEW_STARS } from '../text-batch.js';
import { leadsOut, solicits, tellsLoss } from './ways-out.js';
import type { TermWords } from '../terms/term-words.js';
import type { TokenBuffer } from '../words/tokens.js';

/** From this probability that a person writes, what is attacked or given away is theirs; that a firm does, nothing is a rumour. */
const LIKELIER = 0.5;
/**
 * A review that leads nowhere lures by its words alone where they are so sure, are hardly said to a firm and warn of nothing; one that a customer surely writes is
 * no advertisement, be there a link in it.
 */
const SUSPECT = 0.5,
  SURE_LURE = 0.95,
  HARDLY = 0.3,
  SURELY = 0.5;

/** What is to be moderated in the text read last. */
export class ModerationReading {
  harms: readonly Harm[] = [];
  /** Probability of harm. */
  harm = 0;
  private readonly hostility: HostilityFinder;
  private readonly rumours: RumourFinder;

  constructor(words?: TermWords) {
    this.hostility = new HostilityFinder(words);
    this.rumours = new RumourFinder(words);
  }

  /** Reads the text of `features`, what the heads and the register say of it, its polarity, and the stars of a review. */
  read(
    { tokens, negated, hits }: FeatureExtractor,
    scores: HeadScores,
    register: RegisterReading,
    polarity: number,
    language: string,
    genre: Genre = 'comment',
    stars: number | null = null,
  ): void {
    const byPerson = register.impersonal + register.firm < LIKELIER;
    const hostility = byPerson && language !== 'en' ? this.hostility.find(tokens, negated) : 'none';
    const [spam, scam] = [scores.of('spam'), scores.of('scam')];
    this.harm = harmOf(scores.of(harmHeadName(language)), hostility);
    this.harms = tellHarms(
      {
        harm: this.harm,
        hostility,
        polarity,
        spam,
        scam,
        lures: this.lures(tokens, Math.max(spam, scam), register.toFirm, genre, stars),
        reviewed: genre === 'review' && register.toFirm >= SURELY,
        rumour: register.firm < LIKELIER && this.rumours.find(tokens),
        disclosed: byPerson && disclosesData(tokens.text),
        language,
        register: register.register,
        registerProbability: register.probability,
      },
      hits,
    );
  }

  /** Whether a review or a private message that looks like a lure so surely is one; other texts are. */
  private lures(
    tokens: TokenBuffer,
    sure: number,
    toFirm: number,
    genre: Genre,
    stars: number | null,
  ): boolean {
    if (sure < SUSPECT || (genre !== 'review' && genre !== 'private')) return true;
    if (genre === 'private') return solicits(tokens, tellsLoss(tokens.text));
    // Who gives few stars warns of what is reviewed; lures give many.
    const warns = (stars !== null && stars < FEW_STARS) || tellsLoss(tokens.text);
    return (sure >= SURE_LURE && toFirm < HARDLY && !warns) || leadsOut(tokens, warns);
  }
}
