import { gammaVariate, type Uniform } from '../variates.js';
import { tally } from '../../util/grouped.js';

/** Of the pairs known by another key to belong together and that both show this one, how many agree on it. */
export interface Agreement {
  readonly bit: number;
  readonly agree: number;
  readonly of: number;
}

/** Under this probability of being found a case says too little of the others. */
export const LEAST_LINKABILITY = 0.1;
/** What is assumed of agreement before pairs are seen: nine in ten, for the weight of one pair. */
export const AGREEMENT_PRIOR = [0.9, 0.1] as const;
export const beta = (uniform: Uniform, a: number, b: number): number => {
  const x = gammaVariate(uniform, a),
    y = gammaVariate(uniform, b);
  return x / (x + y);
};

/** P(found) of a case with these keys: share of the posts that show one of them, each key counting for its power to match. */
export function linkabilityFrom(
  posts: ReadonlyMap<number, number>,
  powers: ReadonlyMap<number, number>,
): (keys: number) => number {
  const known = new Map<number, number>();
  let total = 0,
    told = 0;
  for (const count of posts.values()) total += count;
  for (const bit of powers.keys()) told |= bit;
  return (keys) => {
    let found = known.get(keys);
    if (found !== undefined) return found;
    let sum = 0;
    for (const [shown, count] of posts) {
      let missed = 1;
      for (const [bit, power] of powers) if ((keys & shown & bit) !== 0) missed *= 1 - power;
      // a key without a power of its own matches whenever both sides show it
      const rest = keys & shown & ~told;
      sum += count * (rest === 0 ? 1 - missed : 1);
    }
    known.set(keys, (found = total === 0 ? 0 : sum / total));
    return found;
  };
}

const countsKnown = new WeakMap<readonly number[], ReadonlyMap<number, number>>();

/** How many posts show each mask of keys; the same posts are asked for each part of the cases. */
export function countsOf(masks: readonly number[]): ReadonlyMap<number, number> {
  const known = countsKnown.get(masks);
  if (known !== undefined) return known;
  const counts = tally(masks);
  countsKnown.set(masks, counts);
  return counts;
}

/**
 * Probability that an event of a case with these keys would be found, from what posts show and how often keys agree.
 *
 * @example
 * linkabilityOf([1, 0, 3], [])(2)
 * // → 0.3333
 */
export const linkabilityOf = (
  posts: readonly number[],
  agreements: readonly Agreement[],
): ((keys: number) => number) => linkabilityFrom(countsOf(posts), powersOf(agreements));

const powersOf = (agreements: readonly Agreement[]): Map<number, number> =>
  new Map(
    agreements.map(
      ({ bit, agree, of }) =>
        [bit, (AGREEMENT_PRIOR[0] + agree) / (AGREEMENT_PRIOR[0] + AGREEMENT_PRIOR[1] + of)] as const,
    ),
  );
