import { seededRandom } from '../util/random.js';
import { DeversoirError } from '../util/errors.js';
import { at, checkNumbers, type Numbers } from './checks.js';
import { estimateHawkes, type Estimate } from './hawkes-estimate.js';
import { cannotFit, describeFit, planOf, type FitHawkesOptions, type HawkesFit } from './hawkes-fit.js';
import { sortedSequence, sweepTimes, type BinnedType } from './hawkes-imputation.js';
import { profileIntervals, type HawkesIntervals } from './hawkes-intervals.js';
import { HawkesProfile } from './hawkes-profile.js';
import { sequenceOf, type HawkesEvents } from './hawkes-model.js';
import { zOf, type StatInterval } from './interval.js';
import type { NotMeasured } from './measured.js';

/** A type known only as counts per bin, such as press articles per day. */
export interface CountedType {
  /** One of `typeNames`; `times` then holds no event of it. */
  readonly type: string;
  /** Bin edges in hours, upwards, one more than `counts`. */
  readonly edges: Numbers;
  readonly counts: Numbers;
}

export interface FitHawkesWithCountsOptions extends Omit<FitHawkesOptions, 'bootstrap'> {
  readonly seed: number;
  /** Imputations thrown away, then kept; 20 and 20 by default. */
  readonly burnIn?: number;
  readonly imputations?: number;
}

function binnedOf(counted: readonly CountedType[], events: HawkesEvents): BinnedType[] {
  return counted.map(({ type, edges, counts }) => {
    const code = events.typeNames.indexOf(type);
    if (code < 0) throw new DeversoirError('data-invalid', `counted type ${type}`, { hint: `use one of ${events.typeNames.join(', ')}` });
    checkNumbers('edges', edges, 0);
    checkNumbers('counts', counts, 0);
    if (edges.length !== counts.length + 1) throw new DeversoirError('data-invalid', `${edges.length} edges for ${counts.length} counts`, { hint: 'give one edge more than counts' });
    const low: number[] = [], high: number[] = [];
    for (let d = 0; d < counts.length; d++) {
      if (!Number.isInteger(at(counts, d))) throw new DeversoirError('data-invalid', `count ${at(counts, d)} at index ${d}`, { hint: 'give whole numbers' });
      if (!(at(edges, d) < at(edges, d + 1)) || at(edges, d + 1) > events.horizonHours) throw new DeversoirError('data-invalid', `bin from ${at(edges, d)} to ${at(edges, d + 1)}`, { hint: 'edges must rise and end by the horizon' });
      for (let e = 0; e < at(counts, d); e++) { low.push(at(edges, d)); high.push(at(edges, d + 1)); }
    }
    return { type: code, low: Float64Array.from(low), high: Float64Array.from(high) };
  });
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Rubin's rules on the profile intervals of the imputations: their half-widths, widened by the spread between imputations. */
function pooled(values: readonly number[], intervals: readonly StatInterval[], level: number): StatInterval {
  const centre = mean(values), M = values.length;
  const below = mean(intervals.map((one, m) => at(values, m) - one.low)), above = mean(intervals.map((one, m) => one.high - at(values, m)));
  const between = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, M - 1);
  const within = (above / zOf(level)) ** 2;
  const widen = within > 0 ? Math.sqrt(1 + ((1 + 1 / M) * between) / within) : 1;
  return { low: Math.max(0, centre - below * widen), high: centre + above * widen, level, method: 'multiple imputation' };
}

function poolEstimates(kept: readonly Estimate[], each: readonly HawkesIntervals[], level: number): { estimate: Estimate; intervals: HawkesIntervals } {
  const last = kept[kept.length - 1] as Estimate;
  const average = (pick: (one: Estimate) => number): number => mean(kept.map(pick));
  const mu = last.mu.map((_, i) => average((one) => at(one.mu, i)));
  const square = (pick: (one: Estimate) => number[][]): number[][] => last.A.map((row, i) => row.map((_, j) => average((one) => pick(one)[i]?.[j] as number)));
  const intervalOf = (pick: (one: Estimate) => number, from: (one: HawkesIntervals) => StatInterval): StatInterval => pooled(kept.map(pick), each.map(from), level);
  return {
    estimate: { ...last, mu, A: square((one) => one.A), beta: square((one) => one.beta), logLik: average((one) => one.logLik), converged: kept.every((one) => one.converged) },
    intervals: {
      method: 'multiple imputation',
      mu: mu.map((_, i) => intervalOf((one) => at(one.mu, i), (one) => one.mu[i] as StatInterval)),
      A: last.A.map((row, i) => row.map((_, j) => intervalOf((one) => one.A[i]?.[j] as number, (one) => one.A[i]?.[j] as StatInterval))),
    },
  };
}

/**
 * `fitHawkes` where some types are known only as counts per bin (press articles per day). Stochastic EM: times inside the
 * bins are drawn given everything else (Metropolis), the model is refitted, and so on; estimates are averaged over the kept
 * draws, intervals pooled by Rubin's rules. Nothing about the counts is thrown away, unlike in the mean-behaviour
 * likelihood of Calderon, Soen & Rizoiu 2021. Celeux & Diebolt 1985; Rubin 1987.
 *
 * Limits: what happens within a bin is only known through the other types, so effects much faster than a bin, of the
 * counted type on itself above all, are told from the baseline with wide intervals; give `beta` where it is known from
 * the other types. `logLik`, `aic` and the fit check are those of completed data.
 *
 * @param counted the counted types; bins may leave parts of the window out, where their count is then taken as 0
 * @returns as `fitHawkes`
 * @throws DeversoirError `data-invalid` for an unknown type, bins that do not rise or lie outside, counts that are not whole
 * @example
 * const truth = { mu: [0.5, 0.05], A: [[0.2, 0], [0.1, 0.2]], beta: 0.2 };
 * const { events } = simulateHawkes(truth, { horizonHours: 1200, seed: 6, typeNames: ['public', 'press'] });
 * const exact = [...events.times].filter((_, k) => events.types[k] === 0);
 * const edges = Array.from({ length: 51 }, (_, day) => 24 * day);
 * const counts = edges.slice(1).map((end) => events.times.filter((t, k) => events.types[k] === 1 && t > end - 24 && t <= end).length);
 * const fit = fitHawkesWithCounts({ ...events, times: exact, types: exact.map(() => 0) }, [{ type: 'press', edges, counts }], { beta: 0.2, seed: 1 });
 * const { low, high } = fit.intervals.A[1][0];
 * [low < 0.1 && 0.1 < high, fit.intervals.method]
 * // → [true, 'multiple imputation']
 */
export function fitHawkesWithCounts(events: HawkesEvents, counted: readonly CountedType[], options: FitHawkesWithCountsOptions): HawkesFit | NotMeasured {
  const { seed, burnIn = 20, imputations = 20, level = 0.95 } = options;
  const exact = sequenceOf(events), { K, horizon } = exact;
  const binned = binnedOf(counted, events), plan = planOf(options, K);
  if (binned.some(({ type }) => exact.types.includes(type))) throw new DeversoirError('data-invalid', 'a counted type with exact times', { hint: 'give a type either as counts or as times' });
  if (!(burnIn >= 0 && imputations >= 2)) throw new DeversoirError('option-invalid', `burnIn ${burnIn}, imputations ${imputations}`, { hint: 'use at least 0 and 2' });
  const uniform = seededRandom(seed);
  const imputed = binned.flatMap(({ low, high }) => Array.from(low, (from, e) => from + uniform() * (at(high, e) - from)));
  const times = Float64Array.from([...exact.times, ...imputed]);
  const types = Uint8Array.from([...exact.types, ...binned.flatMap(({ type, low }) => Array.from(low, () => type))]);
  let sequence = sortedSequence(times, types, K, horizon);
  const refusal = cannotFit(sequence, events.typeNames);
  if (refusal !== undefined) return refusal;
  let estimate = estimateHawkes(sequence, plan);
  const kept: Estimate[] = [], each: HawkesIntervals[] = [];
  for (let round = 0; round < burnIn + imputations; round++) {
    sweepTimes(times, types, horizon, binned, estimate, uniform);
    sequence = sortedSequence(times, types, K, horizon);
    estimate = estimateHawkes(sequence, plan, estimate);
    if (round < burnIn) continue;
    kept.push(estimate);
    each.push(profileIntervals(new HawkesProfile(sequence, plan, estimate), estimate, level));
  }
  const { estimate: averaged, intervals } = poolEstimates(kept, each, level);
  return describeFit({ ...events, times: sequence.times, types: sequence.types }, sequence, plan, averaged, intervals);
}
