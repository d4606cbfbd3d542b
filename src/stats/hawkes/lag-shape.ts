/** Rounds of the EM algorithm: the likelihood is concave and flat by then. */
const ROUNDS = 300;

/**
 * The law of known delays as a mixture of exponentials on a grid of half-lives, by maximum likelihood (EM); delays beyond the window
 * can't be seen, which is allowed for. The lags of linked cases are a second witness of a kernel: Fox et al. 2016.
 *
 * @param hours delays, 0 or more
 * @param halfLives the grid, in hours
 * @returns weights of sum 1, one per half-life; even ones without any delay
 * @example
 * lagShape([1, 2, 30, 40], [1, 24], 2000).map((weight) => Math.round(10 * weight) / 10)
 * // → [0.4, 0.6]
 */
export function lagShape(hours: readonly number[], halfLives: readonly number[], horizon: number): number[] {
  const rates = halfLives.map((halfLife) => Math.LN2 / halfLife);
  const seen = rates.map((rate) => -Math.expm1(-rate * horizon));
  const left = hours.map((lag) => rates.map((rate) => Math.exp(-rate * lag))),
    parts = new Float64Array(rates.length);
  let weights = rates.map(() => 1 / rates.length);
  for (let round = 0; round < ROUNDS && hours.length > 0; round++) {
    const sums = rates.map(() => 0);
    for (const own of left) {
      let all = 0;
      for (let k = 0; k < parts.length; k++) {
        parts[k] = ((weights[k] as number) * (rates[k] as number) * (own[k] as number)) / (seen[k] as number);
        all += parts[k] as number;
      }
      for (let k = 0; k < parts.length; k++)
        sums[k] = (sums[k] as number) + (parts[k] as number) / Math.max(all, 1e-300);
    }
    weights = sums.map((sum) => sum / hours.length);
  }
  const unseen = weights.map((weight, k) => weight / (seen[k] as number)),
    total = unseen.reduce((a, b) => a + b, 0);
  return unseen.map((weight) => weight / total);
}
