import { checkNumbers, checkSameLength, orderBy, type Numbers } from '../checks.js';
import { DeversoirError } from '../../util/errors.js';
import { notMeasured, type NotMeasured } from '../measured.js';

export interface BurstOptions {
  /** Ratio of the rates of neighbouring levels; 2 by default, above 1. */
  readonly s?: number;
  /** Cost of climbing one level, in units of ln(gaps); 1 by default. Higher: fewer bursts. */
  readonly gamma?: number;
  /** Weight of each event (a reach, a link probability), above 0; 1 by default. Scaled to mean 1, so that only ratios matter. */
  readonly weights?: Numbers;
}

export interface Burst {
  /** 1 for a burst, 2 for a burst within it, ... */
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** Cost saved against staying one level lower; bursts are ranked by it. */
  readonly weight: number;
  /** Events from start to end. */
  readonly count: number;
}

export interface Bursts {
  readonly measured: true;
  /** By start, then level: a burst of level 2 lies inside one of level 1. */
  readonly bursts: readonly Burst[];
  /** Distinct times, upwards. */
  readonly times: Float64Array;
  /** Level in each gap between neighbouring distinct times: one fewer than `times`. */
  readonly stateOfGap: Int32Array;
  /** Cost of the best sequence. */
  readonly cost: number;
  /** Level at time t, 0 outside the times. */
  levelAt(t: number): number;
}

interface Batches {
  readonly times: Float64Array;
  readonly weights: Float64Array;
  readonly counts: Float64Array;
}

/** Events of one same time make one batch, its weight the sum of theirs. */
function batch(times: Numbers, weights: Numbers | undefined): Batches {
  const distinct: number[] = [],
    sums: number[] = [],
    counts: number[] = [];
  for (const i of orderBy(times.length, (k) => times[k] as number)) {
    const last = distinct.length - 1,
      weight = weights === undefined ? 1 : (weights[i] as number);
    if (last >= 0 && distinct[last] === (times[i] as number)) {
      sums[last] = (sums[last] as number) + weight;
      counts[last] = (counts[last] as number) + 1;
      continue;
    }
    distinct.push(times[i] as number);
    sums.push(weight);
    counts.push(1);
  }
  const mean = sums.reduce((a, b) => a + b, 0) / times.length;
  return {
    times: Float64Array.from(distinct),
    weights: Float64Array.from(sums, (w) => w / mean),
    counts: Float64Array.from(counts),
  };
}

const MOST_LEVELS = 25;

function checkOptions(times: Numbers, { s = 2, gamma = 1, weights }: BurstOptions): void {
  checkNumbers('times', times);
  if (!(s > 1)) throw new DeversoirError('option-invalid', `s = ${s}`, { hint: 'use a ratio above 1' });
  if (!(gamma >= 0))
    throw new DeversoirError('option-invalid', `gamma = ${gamma}`, { hint: 'use 0 or more' });
  if (weights === undefined) return;
  checkSameLength('times and weights', times, weights);
  checkNumbers('weights', weights, Number.MIN_VALUE);
}

/**
 * Bursts of a stream of events by Kleinberg's infinite automaton: level i emits gaps at rate sⁱ/ĝ; climbing costs
 * γ·ln(gaps) a level, falling is free; the cheapest sequence of levels is found exactly. Events of one same time are one
 * batch of their summed weight: a gap that brings weight w counts as w gaps of x / w, so that its density is
 * that of a gamma time: cost w·(−ln rate) + rate·x. Kleinberg 2002. O(gaps·levels).
 *
 * @param times of events, any unit, any order
 * @returns nested bursts, or `measured: false` for no event, fewer than 3 distinct times, or all times equal
 * @throws DeversoirError `data-invalid` for times that are not finite or weights that are not above 0
 * @example
 * const calm = Array.from({ length: 20 }, (_, k) => k * 10);
 * const rush = Array.from({ length: 30 }, (_, k) => 125 + k * 0.02);
 * const { bursts } = kleinbergBursts([...calm, ...rush]);
 * [bursts[0].level, bursts[0].start, Math.round(bursts[0].end)]
 * // → [1, 125, 126]
 */
export function kleinbergBursts(times: Numbers, options: BurstOptions = {}): Bursts | NotMeasured {
  checkOptions(times, options);
  const { s = 2, gamma = 1, weights } = options;
  if (times.length === 0) return notMeasured('no-observations');
  const batches = batch(times, weights);
  const gaps = batches.times.length - 1;
  if (gaps === 0) return notMeasured('equal-times', String(times.length));
  if (gaps < 2) return notMeasured('too-few', `${gaps + 1} < 3`);
  const span = (batches.times[gaps] as number) - (batches.times[0] as number);
  const x = Float64Array.from(
    { length: gaps },
    (_, k) => (batches.times[k + 1] as number) - (batches.times[k] as number),
  );
  const w = batches.weights.subarray(1);
  const total = w.reduce((a, b) => a + b, 0);
  const shortest = x.reduce((least, gap, k) => Math.min(least, gap / (w[k] as number)), Infinity);
  const levels = Math.max(
    2,
    Math.min(
      MOST_LEVELS,
      Math.ceil(1 + Math.log(span / Math.log(s)) / Math.log(s) + Math.log(1 / shortest) / Math.log(s)),
    ),
  );
  const rates = Float64Array.from({ length: levels }, (_, i) => (s ** i * total) / span);
  const emission = (i: number, k: number): number =>
    (rates[i] as number) * (x[k] as number) - (w[k] as number) * Math.log(rates[i] as number);
  const { states, cost } = cheapest(gaps, levels, gamma * Math.log(gaps), emission);
  const gain = (level: number, k: number): number => emission(level - 1, k) - emission(level, k);
  return {
    measured: true,
    bursts: burstsOf(states, batches, gain),
    times: batches.times,
    stateOfGap: states,
    cost,
    levelAt: (t) => {
      const k = batches.times.findLastIndex((time) => time <= t);
      return k < 0 || k >= gaps ? 0 : (states[k] as number);
    },
  };
}

/**
 * Viterbi over levels. Climbing costs `step` a level and falling nothing, so the best predecessor of level j is either the
 * best from below (a running minimum, one step dearer each level) or the best from above: two sweeps instead of all pairs.
 */
function cheapest(
  gaps: number,
  levels: number,
  step: number,
  emission: (level: number, gap: number) => number,
): { states: Int32Array; cost: number } {
  let costs = new Float64Array(levels).fill(Infinity);
  costs[0] = 0;
  const back = new Uint8Array(gaps * levels);
  for (let k = 0; k < gaps; k++) {
    const next = new Float64Array(levels);
    let below = 0;
    for (let j = 0; j < levels; j++) {
      if ((costs[j] as number) < (costs[below] as number) + (j - below) * step) below = j;
      next[j] = (costs[below] as number) + (j - below) * step;
      back[k * levels + j] = below;
    }
    let above = levels - 1;
    for (let j = levels - 1; j >= 0; j--) {
      if ((costs[j] as number) <= (costs[above] as number)) above = j;
      if ((costs[above] as number) < (next[j] as number)) {
        next[j] = costs[above] as number;
        back[k * levels + j] = above;
      }
    }
    for (let j = 0; j < levels; j++) next[j] = (next[j] as number) + emission(j, k);
    costs = next;
  }
  let state = costs.indexOf(Math.min(...costs));
  const cost = costs[state] as number;
  const states = new Int32Array(gaps);
  for (let k = gaps - 1; k >= 0; k--) {
    states[k] = state;
    state = back[k * levels + state] as number;
  }
  return { states, cost };
}

function burstsOf(
  states: Int32Array,
  { times, counts }: Batches,
  gain: (level: number, gap: number) => number,
): Burst[] {
  const bursts: Burst[] = [];
  const top = states.reduce((a, b) => Math.max(a, b), 0);
  for (let level = 1; level <= top; level++) {
    for (let k = 0; k < states.length; k++) {
      if ((states[k] as number) < level) continue;
      const first = k;
      let weight = 0;
      for (; k < states.length && (states[k] as number) >= level; k++) weight += gain(level, k);
      let count = 0;
      for (let b = first; b <= k; b++) count += counts[b] as number;
      bursts.push({ level, start: times[first] as number, end: times[k] as number, weight, count });
    }
  }
  return bursts.sort((a, b) => a.start - b.start || a.level - b.level);
}
