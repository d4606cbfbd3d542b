/** A source of uniform numbers in [0, 1), such as `seededRandom(1)`. */
export type Uniform = () => number;

/** Exponential with this rate. */
export const exponential = (uniform: Uniform, rate: number): number => -Math.log(1 - uniform()) / rate;

/** Standard normal, polar method (Marsaglia & Bray 1964). */
export function normal(uniform: Uniform): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Poisson: product of uniforms below mean 30, sums of such parts above. */
export function poisson(uniform: Uniform, mean: number): number {
  let total = 0;
  for (let left = mean; left > 0; left -= 30) {
    const floor = Math.exp(-Math.min(left, 30));
    let product = uniform();
    while (product > floor) {
      total++;
      product *= uniform();
    }
  }
  return total;
}

/** Gamma of this shape and mean = shape, Marsaglia & Tsang 2000. */
export function gammaVariate(uniform: Uniform, shape: number): number {
  if (shape < 1) return gammaVariate(uniform, shape + 1) * Math.pow(1 - uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(uniform);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Negative binomial of this mean and variance mean + mean² / size; Poisson when size is infinite. */
export const negativeBinomial = (uniform: Uniform, mean: number, size: number): number =>
  poisson(uniform, Number.isFinite(size) ? (gammaVariate(uniform, size) * mean) / size : mean);
