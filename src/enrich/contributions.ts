import { CONTRIBUTIONS, type Contribution } from '../model/enrichment.js';
import type { HeadScores } from './head-scores.js';

/** Probability that a text brings something from which it is told, and least probability of what it brings. */
const WORTH = 0.5,
  LEAST = 0.35;

/**
 * Probability that a text is worth promoting, and what it brings. `personal`: probability that a person writes; `complaint`: the text
 * complains, which corrects nothing; `accident`: health is harmed, which is a case and no contribution to put forward.
 */
export function tellContributions(
  scores: HeadScores,
  personal: number,
  complaint: boolean,
  accident: boolean,
): { readonly value: number; readonly contributions: Contribution[] } {
  const value = accident ? 0 : personal * (1 - scores.of('contributions', CONTRIBUTIONS.length));
  const contributions = CONTRIBUTIONS.filter(
    (contribution, k) =>
      value >= WORTH &&
      scores.of('contributions', k) >= LEAST &&
      (contribution !== 'correction' || !complaint),
  );
  return { value, contributions };
}
