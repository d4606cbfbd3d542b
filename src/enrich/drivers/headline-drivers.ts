import type { DriverChoice, ToldDrivers } from './driver-choice.js';
import { HeadScores } from '../heads/head-scores.js';
import type { FeatureExtractor } from '../heads/features.js';
import type { LinearHead } from '../heads/head.js';
import type { TokenBuffer } from '../words/tokens.js';
import type { NameSpan } from './inside-names.js';

/**
 * Probability from which a term of a headline counts. The head learnt from customers; of titles of the consumer press read by hand (60, with
 * their first sentences) 87 % of what this tells is right, half of which a higher bound would keep silent about.
 */
const HEADLINE = 0.1;
/** The first sentence of an article, within its first line. */
const LEAD = /^.{20,300}?[.!?…](?=\s|$)|^.{0,300}/u;

const leadOf = (body: string): string => LEAD.exec(body.trimStart())?.[0] ?? '';

/**
 * Tells the drivers of an article: those that a term in its title or first sentence says, where the head finds them likely in either alone or
 * in both. What it speaks of further down is not what it is about.
 */
export class HeadlineDrivers {
  private readonly scores: HeadScores | null;

  constructor(
    private readonly features: FeatureExtractor,
    private readonly choice: DriverChoice,
    head: LinearHead | null,
    private readonly names: { find(tokens: TokenBuffer, language?: string): readonly NameSpan[] },
  ) {
    this.scores = head === null ? null : new HeadScores(features, [head]);
  }

  /** Drivers of an article; its tokens count from the title, or from the text where it has none. */
  read(
    title: string | null | undefined,
    body: string | null | undefined,
    language: string | null,
  ): ToldDrivers {
    const { features, scores } = this;
    const lead = leadOf(body ?? '');
    const likely = new Float32Array(scores?.values.length ?? 0);
    // the last is what terms are looked for in
    const texts = title ? [lead, title, `${title}\n${lead}`] : [lead];
    for (const text of texts) {
      features.read(text);
      scores?.score();
      likely.forEach((p, at) => (likely[at] = Math.max(p, scores?.values[at] as number)));
    }
    const { tokens } = features,
      names = this.names.find(tokens, language ?? undefined);
    return this.choice.choose(tokens, language, likely, 0, HEADLINE, names);
  }
}
