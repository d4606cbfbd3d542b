import type { Harm } from '../model/enrichment.js';
import { disclosesData } from './disclosures.js';
import type { FeatureExtractor } from './features.js';
import { harmHeadName } from './harm-heads.js';
import type { HeadScores } from './head-scores.js';
import { HostilityFinder } from './hostility.js';
import { harmOf, tellHarms } from './moderation.js';
import type { RegisterReading } from './registers.js';
import { RumourFinder } from './rumours.js';
import type { TermWords } from './term-words.js';

/** From this probability that a person writes, what is attacked or given away is theirs; that a firm does, nothing is a rumour. */
const LIKELIER = 0.5;

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

  /** Reads the text of `features`, what the heads and the register say of it, and its polarity. */
  read(
    { tokens, negated, hits }: FeatureExtractor,
    scores: HeadScores,
    register: RegisterReading,
    polarity: number,
    language: string,
  ): void {
    const byPerson = register.impersonal + register.firm < LIKELIER;
    const hostility = byPerson && language !== 'en' ? this.hostility.find(tokens, negated) : 'none';
    this.harm = harmOf(scores.of(harmHeadName(language)), hostility);
    this.harms = tellHarms(
      {
        harm: this.harm,
        hostility,
        polarity,
        spam: scores.of('spam'),
        scam: scores.of('scam'),
        rumour: register.firm < LIKELIER && this.rumours.find(tokens),
        disclosed: byPerson && disclosesData(tokens.text),
        language,
        register: register.register,
        registerProbability: register.probability,
      },
      hits,
    );
  }
}
