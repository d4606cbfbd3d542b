import { DeversoirError } from '../../util/errors.js';

/** Rows of a kind, and the variance of a classifier's error (label − prediction) on them. */
export interface SampleStratum {
  readonly n: number;
  readonly errorVariance: number;
}

/** A spread under which no stratum is taken to be: what nobody has read yet is not known to be read without error. */
const LEAST_SPREAD = 1e-6;

/**
 * Rows to label of each stratum so that the share of all is known best: as many as its rows times the spread of the error on them (Neyman 1934),
 * at least `least` where the number allows it, all where a stratum holds fewer. They sum to `size`, or to all rows.
 *
 * @throws DeversoirError `option-invalid` for a size or a least that is no whole number from 0
 * @example
 * allocateSample([{ n: 800, errorVariance: 0.16 }, { n: 400, errorVariance: 0.04 }, { n: 20, errorVariance: 0.09 }], { size: 110, least: 10 })
 * // → [80, 20, 10]
 */
export function allocateSample(
  strata: readonly SampleStratum[],
  { size, least = 0 }: { readonly size: number; readonly least?: number },
): number[] {
  for (const [name, value] of Object.entries({ size, least }))
    if (!(Number.isSafeInteger(value) && value >= 0))
      throw new DeversoirError('option-invalid', `${name} ${value}`, {
        hint: 'a whole number of at least 0',
      });
  const wanted = Math.min(
    size,
    strata.reduce((sum, { n }) => sum + n, 0),
  );
  const floor = [least, 2, 0].find(
    (each) => strata.reduce((sum, { n }) => sum + Math.min(n, each), 0) <= wanted,
  );
  const [lows, spreads] = [
    strata.map(({ n }) => Math.min(n, floor ?? 0)),
    strata.map(({ n, errorVariance }) => n * Math.max(LEAST_SPREAD, Math.sqrt(errorVariance))),
  ];
  const at = (rate: number): number[] =>
    strata.map(({ n }, h) => Math.min(n, Math.max(lows[h] as number, rate * (spreads[h] as number))));
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  let [low, high] = [0, 1 / LEAST_SPREAD];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) < wanted) low = middle;
    else high = middle;
  }
  const exact = at(high);
  const counts = exact.map(Math.floor);
  const byRest = exact
    .map((count, h) => ({ h, rest: count - Math.floor(count) }))
    .toSorted((a, b) => b.rest - a.rest || a.h - b.h);
  let left = wanted - sum(counts);
  for (const { h } of byRest)
    if (left > 0 && (counts[h] as number) < (strata[h] as SampleStratum).n) {
      counts[h] = (counts[h] as number) + 1;
      left--;
    }
  return counts;
}

/**
 * Variance of the share of all when so many rows of each stratum are labelled: Σ (N_h/N)²·σ_h²/n_h·(1 − n_h/N_h).
 *
 * @returns `Infinity` where a stratum has no label
 * @example
 * allocatedVariance([{ n: 100, errorVariance: 0.2 }, { n: 300, errorVariance: 0.1 }], [10, 30]).toFixed(5)
 * // → '0.00281'
 */
export function allocatedVariance(strata: readonly SampleStratum[], counts: readonly number[]): number {
  const all = strata.reduce((sum, { n }) => sum + n, 0);
  return strata.reduce((sum, { n, errorVariance }, h) => {
    const labels = counts[h] ?? 0;
    if (n === 0) return sum;
    return labels === 0 ? Infinity : sum + ((n / all) ** 2 * errorVariance * (1 - labels / n)) / labels;
  }, 0);
}

/**
 * Rows to label of each stratum so that the share of all has this half-width (`allocateSample`): 30 in all at least.
 *
 * @throws DeversoirError `option-invalid` for a half-width outside (0, 0.5]
 * @example
 * stratumLabelsNeeded([{ n: 3000, errorVariance: 0.16 }, { n: 1000, errorVariance: 0.04 }], { halfWidth: 0.05, least: 30 })
 * // → [151, 30]
 */
export function stratumLabelsNeeded(
  strata: readonly SampleStratum[],
  {
    halfWidth,
    least = 0,
    z = 1.959964,
  }: { readonly halfWidth: number; readonly least?: number; readonly z?: number },
): number[] {
  if (!(halfWidth > 0 && halfWidth <= 0.5))
    throw new DeversoirError('option-invalid', `half-width ${halfWidth}`, {
      hint: 'use a share above 0, 0.5 at most',
    });
  const all = strata.reduce((sum, { n }) => sum + n, 0),
    most = (halfWidth / z) ** 2;
  if (all === 0) return strata.map(() => 0);
  const spread = strata.reduce((sum, { n, errorVariance }) => sum + (n / all) * Math.sqrt(errorVariance), 0),
    mean = strata.reduce((sum, { n, errorVariance }) => sum + (n / all) * errorVariance, 0);
  let size = Math.min(all, Math.max(30, Math.ceil(spread ** 2 / (most + mean / all))));
  for (;;) {
    const counts = allocateSample(strata, { size, least: Math.max(1, least) });
    if (size >= all || allocatedVariance(strata, counts) <= most * (1 + 1e-9)) return counts;
    size++;
  }
}
