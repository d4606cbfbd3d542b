import type { Draw } from './draw.js';

/** A law of patience, in hours. */
export interface Law {
  readonly name: string;
  readonly cdf: (hours: number) => number;
}

/** Normal distribution function, Abramowitz and Stegun 7.1.26. */
function phi(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp((-z * z) / 2);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}

/** How long customers of a quarter wait before they speak in public: a family and a median of days. */
export function drawLaw(draw: Draw, days: readonly [number, number]): Law {
  const median = 24 * draw.between(...days);
  return draw.pick<() => Law>([
    () => {
      const sigma = draw.between(0.6, 1.2);
      return { name: 'log-normal', cdf: (t) => (t <= 0 ? 0 : phi(Math.log(t / median) / sigma)) };
    },
    () => {
      const shape = draw.between(0.7, 1.8),
        scale = median / Math.LN2 ** (1 / shape);
      return { name: 'Weibull', cdf: (t) => 1 - Math.exp(-((Math.max(t, 0) / scale) ** shape)) };
    },
    () => {
      // The median of a gamma law of shape 3 is 2.674 scales.
      const scale = median / 2.674;
      return {
        name: 'gamma',
        cdf: (t) => {
          const x = Math.min(Math.max(t, 0) / scale, 500);
          return 1 - Math.exp(-x) * (1 + x + (x * x) / 2);
        },
      };
    },
  ])();
}

/** The third hand’s: a heavy tail, or people of two tempers, some within hours. */
export function drawWideLaw(draw: Draw, days: readonly [number, number]): Law {
  const median = 24 * draw.between(...days);
  return draw.pick<() => Law>([
    () => {
      const shape = draw.between(1.1, 2.4);
      return { name: 'log-logistic', cdf: (t) => (t <= 0 ? 0 : 1 / (1 + (t / median) ** -shape)) };
    },
    () => {
      const hasty = draw.between(0.15, 0.45),
        hours = draw.between(1, 6),
        slow = median / Math.LN2;
      return {
        name: 'two tempers',
        cdf: (t) =>
          t <= 0 ? 0 : hasty * (1 - Math.exp(-t / hours)) + (1 - hasty) * (1 - Math.exp(-t / slow)),
      };
    },
  ])();
}

/** −log of the share that has not spilled by then, when a share `p` would ever: the cumulated hazard. */
export const cumulated = (law: Law, p: number, hours: number): number => -Math.log(1 - p * law.cdf(hours));

/** Where the cumulated hazard reaches a level, Infinity where it never does. */
function reached(law: Law, p: number, level: number): number {
  if (level >= -Math.log(1 - p) - 1e-9) return Infinity;
  let low = 0,
    high = 24 * 400;
  if (cumulated(law, p, high) < level) return Infinity;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cumulated(law, p, middle) < level) low = middle;
    else high = middle;
  }
  return high;
}

/** Hours to the spill: an answer at `answered` multiplies the hazard that is left by `ratio`; `level` is exponential. */
export function spillDelay(law: Law, p: number, answered: number, ratio: number, level: number): number {
  const before = cumulated(law, p, answered);
  return level <= before
    ? reached(law, p, level)
    : Math.max(answered, reached(law, p, before + (level - before) / ratio));
}
