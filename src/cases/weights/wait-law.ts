import { normalShare } from '../../stats/special.js';
import { WINDOW } from '../pairs/blocking.js';
import { GAP_LIMITS } from '../pairs/comparison.js';

/** Share of waits of at most so many hours, for a law of median 1. */
type Shape = (hours: number) => number;

/** Weibull's laws, of which the exponential is one, and log-normal ones: from waits much alike to waits of minutes and weeks. */
const SHAPES: readonly Shape[] = [
  ...[0.5, 0.7, 1, 1.4, 2].map(
    (shape): Shape =>
      (hours) =>
        1 - 2 ** -(hours ** shape),
  ),
  ...[0.5, 0.75, 1, 1.5, 2].map(
    (spread): Shape =>
      (hours) =>
        normalShare(Math.log(hours) / spread),
  ),
];
/** Before data the half of all who wait may have written after an hour as well as after a fortnight: hours, in equal steps of their logarithm. */
const MEDIANS = Array.from({ length: 18 }, (_, step) => 2 ** (step / 2));
const LONGEST = WINDOW / 3_600_000;

/** Shares of the levels of the gap, each law as likely as another. */
const LAWS: readonly (readonly number[])[] = SHAPES.flatMap((shape) =>
  MEDIANS.map((median) => {
    const below = [...GAP_LIMITS, LONGEST].map((limit) => shape(limit / median));
    return below.map((share, at) =>
      Math.max(1e-9, (share - (below[at - 1] ?? 0)) / (below.at(-1) as number)),
    );
  }),
);

/**
 * How waits spread over the levels of the gap, after `counts` of them: the mean of all laws, each weighed by how likely it makes what was seen
 * (Bayesian model averaging; Hoeting et al. 1999). Where few are seen, none of which is long, long ones are rare; levels apart would not tell.
 */
export function waitsLike(counts: readonly number[]): number[] {
  const fits = LAWS.map((law) =>
    law.reduce((sum, share, at) => sum + (counts[at] ?? 0) * Math.log(share), 0),
  );
  const best = Math.max(...fits),
    weights = fits.map((fit) => Math.exp(fit - best)),
    total = weights.reduce((sum, weight) => sum + weight, 0);
  return (LAWS[0] as readonly number[]).map(
    (_, level) =>
      LAWS.reduce((sum, law, at) => sum + (weights[at] as number) * (law[level] as number), 0) / total,
  );
}
