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

/** Poisson: product of uniforms below mean 30, sums of such parts above; from 1,000 on by the time of a late event first (Ahrens & Dieter 1974). */
export function poisson(uniform: Uniform, mean: number): number {
  let total = 0,
    most = mean;
  while (most > 1000) {
    const late = Math.floor((7 * most) / 8),
      time = gammaVariate(uniform, late);
    if (time > most) return total + binomial(uniform, late - 1, most / time);
    total += late;
    most -= time;
  }
  for (let left = most; left > 0; left -= 30) {
    const floor = Math.exp(-Math.min(left, 30));
    let product = uniform();
    while (product > floor) {
      total++;
      product *= uniform();
    }
  }
  return total;
}

/** Gamma of this shape and mean = shape, Marsaglia & Tsang 2000; their bound settles all but a few of a hundred without a logarithm. */
export function gammaVariate(uniform: Uniform, shape: number): number {
  if (shape < 1) return gammaVariate(uniform, shape + 1) * Math.pow(1 - uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(uniform);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - uniform();
    if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** Binomial: one by one up to 32 trials, above by the place of a middle order statistic, a beta variate (Relles 1972). */
export function binomial(uniform: Uniform, trials: number, chance: number): number {
  let left = trials,
    p = chance,
    total = 0;
  while (left > 32 && p > 0 && p < 1) {
    const middle = 1 + Math.floor(left / 2),
      x = gammaVariate(uniform, middle),
      place = x / (x + gammaVariate(uniform, left + 1 - middle));
    if (place <= p) {
      total += middle;
      left -= middle;
      p = (p - place) / (1 - place);
    } else {
      left = middle - 1;
      p /= place;
    }
  }
  for (; left > 0; left--) if (uniform() < p) total++;
  return total;
}

/** How often each kind is drawn when as many are drawn with replacement as there are: `counts` of each kind. */
export function multinomial(uniform: Uniform, counts: readonly number[]): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0),
    rest = left;
  return counts.map((count) => {
    const drawn = rest <= 0 ? 0 : binomial(uniform, left, Math.min(1, count / rest));
    left -= drawn;
    rest -= count;
    return drawn;
  });
}

/** Negative binomial of this mean and variance mean + mean² / size; Poisson when size is infinite. */
export const negativeBinomial = (uniform: Uniform, mean: number, size: number): number =>
  poisson(uniform, Number.isFinite(size) ? (gammaVariate(uniform, size) * mean) / size : mean);
