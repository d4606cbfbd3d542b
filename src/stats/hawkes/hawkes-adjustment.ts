import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { seededRandom } from '../../util/random.js';
import { targetsOf, type Estimate, type Plan } from './hawkes-estimate.js';
import { branchingRadius, sequenceOf, type EventSequence } from './hawkes-model.js';
import { simulateHawkes } from './hawkes-simulate.js';
import type { BaselineScore } from './hawkes-scores.js';
import type { Standing } from './hawkes-target.js';

/** Above so many events the adjustment is far under the standard errors. */
const MOST_EVENTS = 20_000;
/** Few are enough: the control variates take most of the chance away. Any seed will do. */
const DRAWS = 12;
const SEED = 1990;

/** Weights of the scores of level and rhythm in the score of each effect, once level and rhythm are fitted. */
function projection({ information, crossed }: Pick<BaselineScore, 'information' | 'crossed'>): Matrix {
  const cholesky = new CholeskyDecomposition(information);
  return cholesky.isPositiveDefinite()
    ? cholesky.solve(crossed)
    : Matrix.zeros(crossed.rows, crossed.columns);
}

/**
 * With the rhythm fitted, the score of an effect no longer has mean 0 at the true value: hours that are nearly silent can only be
 * read too busy, so effects come out too low. The mean is found on data drawn from the fit, and taken off: one number per type
 * and parameter of its row, to be added to what the likelihood says (McCullagh & Tibshirani 1990). Scores at the values drawn
 * from, which have mean 0, serve as control variates. `undefined` where there is nothing to adjust.
 */
export function scoreAdjustments(
  events: EventSequence,
  plan: Plan,
  estimate: Estimate,
): Float64Array[] | undefined {
  if (plan.rhythm.kind !== 'estimated' || events.count > MOST_EVENTS || branchingRadius(estimate.A) >= 1)
    return undefined;
  const { mu, A, beta, profile, standings } = estimate,
    { K, horizon } = events;
  const typeNames = mu.map((_, i) => String(i)),
    uniform = seededRandom(SEED);
  const weights = targetsOf(events, plan).map((target, i) =>
    projection(target.scoreAt(beta[i] as number[], standings[i] as Standing)),
  );
  const sums = mu.map(() => new Float64Array(K + 1));
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = sequenceOf(
      simulateHawkes(
        { mu, A, beta, ...(profile === undefined ? {} : { profile }) },
        { horizonHours: horizon, seed: Math.floor(uniform() * 2 ** 32), typeNames },
      ).events,
    );
    targetsOf(drawn, plan).forEach((target, i) => {
      if (events.bins?.has(i) === true) return;
      const from = standings[i] as Standing,
        own = beta[i] as number[],
        sum = sums[i] as Float64Array;
      const { effects: known, baseline } = target.scoreAt(own, from);
      target.climb(own, { from, held: new Map(A[i]?.map((a, j) => [j + 1, a] as const)) });
      const { effects } = target.scoreAt(own, target.standing);
      const linear = (weights[i] as Matrix).transpose().mmul(baseline);
      for (let j = 0; j < K; j++)
        sum[j + 1] =
          (sum[j + 1] as number) + ((effects[j] as number) - (known[j] as number) + linear.get(j, 0)) / DRAWS;
    });
  }
  return sums.map((sum) => sum.map((value) => -value));
}
