import { CONTRIBUTIONS, type Contribution } from '../../model/enrichment.js';
import type { FeatureExtractor } from '../heads/features.js';
import type { HeadScores } from '../heads/head-scores.js';

/** Probability that a text brings something from which it is told. */
const WORTH = 0.5;
/**
 * Least probability of what it brings, where a word of the lexicons says so and where none does; chosen for a precision of seven in ten or
 * more on held-out rows, ours and of real exports that are not locked.
 */
const LEAST: Readonly<Record<Contribution, readonly [number, number]>> = {
  experience: [0.4, 0.8],
  evidence: [0.5, 0.8],
  question: [0.5, 1],
  idea: [0.5, 0.8],
  correction: [0.5, 0.8],
};
/** A figure or a link. */
const CHECKABLE = /\d|https?:|www\./;

function saysSo(
  contribution: Contribution,
  { hits, tokens }: Pick<FeatureExtractor, 'hits' | 'tokens'>,
): boolean {
  if (contribution === 'question') return tokens.text.includes('?');
  return hits.countOf(contribution) > 0 || (contribution === 'evidence' && CHECKABLE.test(tokens.text));
}

/**
 * Probability that a text is worth promoting, and what it brings. `personal`: probability that a person writes; `complaint`: the text
 * complains, which corrects nothing; `accident`: health is harmed, which is a case and no contribution to put forward.
 */
export function tellContributions(
  scores: HeadScores,
  features: Pick<FeatureExtractor, 'hits' | 'tokens'>,
  personal: number,
  complaint: boolean,
  accident: boolean,
): { readonly value: number; readonly contributions: Contribution[] } {
  const value = accident ? 0 : personal * (1 - scores.of('contributions', CONTRIBUTIONS.length));
  if (value < WORTH) return { value, contributions: [] };
  const contributions = CONTRIBUTIONS.filter((contribution, k) => {
    const p = scores.of('contributions', k),
      [said, unsaid] = LEAST[contribution];
    return (
      p >= said &&
      (contribution !== 'correction' || !complaint) &&
      (p >= unsaid || saysSo(contribution, features))
    );
  });
  return { value, contributions };
}
