import { maximiseOnInterval } from '../line-search.js';
import { betaShare, chiSquareUpperTail, logGamma } from '../special.js';

/** Log-likelihood of a negative-binomial count, without the terms that do not depend on mean or size. */
export function logNegativeBinomial(x: number, mean: number, size: number): number {
  if (!Number.isFinite(size)) return x === 0 ? -mean : x * Math.log(mean) - mean;
  const none = -size * Math.log1p(mean / size);
  return x === 0 ? none : none + logGamma(x + size) - logGamma(size) + x * Math.log(mean / (size + mean));
}

/** Logarithm under which a tail is none, far above the smallest number. */
const NO_TAIL = -300;

/** P(X >= x) of a negative-binomial count, Poisson where the size is infinite; 0 where Chernoff's bound is under e^−300. */
export function negativeBinomialUpperTail(x: number, mean: number, size: number): number {
  if (x <= 0) return 1;
  if (mean <= 0) return 0;
  const bound = Number.isFinite(size)
    ? x * Math.log(mean / x) + (x + size) * Math.log((size + x) / (size + mean))
    : x - mean - x * Math.log(x / mean);
  if (x > mean && bound < NO_TAIL) return 0;
  return Number.isFinite(size)
    ? betaShare(mean / (mean + size), x, size)
    : 1 - chiSquareUpperTail(2 * mean, 2 * x);
}

/** Negative-binomial size of the counts kept around their means, by maximum likelihood: Infinity when they are no wider than Poisson. */
export function sizeOf(
  counts: Float64Array,
  keep: readonly boolean[],
  means: Float64Array,
  smallest = 0.02,
): number {
  const logLik = (size: number): number => {
    let sum = 0;
    for (let k = 0; k < counts.length; k++)
      if (keep[k] === true) sum += logNegativeBinomial(counts[k] as number, means[k] as number, size);
    return sum;
  };
  const best = maximiseOnInterval(
    (logSize) => logLik(Math.exp(logSize)),
    Math.log(smallest),
    Math.log(1000),
    1e-3,
  );
  // logLik leaves out −log x!, which is the same in both, so the two compare.
  return logLik(Infinity) >= best.value ? Infinity : Math.exp(best.x);
}
