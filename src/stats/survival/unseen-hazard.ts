import { Matrix } from 'ml-matrix';
import { invertInformation } from '../information.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { quantile } from '../shares/quantile.js';
import { zOf } from '../shares/interval.js';
import { normalQuantile, normalShare } from '../special.js';
import { opennessOf, silenceOf, type Openness } from './open-silence.js';
import { exposuresOf, sums, type Exposures, type Sums, type UnseenSpell } from './unseen-likelihood.js';

export type { UnseenSpell } from './unseen-likelihood.js';

export interface UnseenHazard {
  readonly measured: true;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
}

/** Pieces of the baseline hazard, at most, and events for each. */
const MOST_PIECES = 12;
const EVENTS_A_PIECE = 4;
const ROUNDS = 500;
/** With fewer events on a side the log-likelihood is no parabola: bounds come from its profile. */
const FEW = 20;
/** Bounds of a profile are sought so far from the maximum, on the log scale, and bisected so often. */
const FARTHEST = 12;
const HALVINGS = 24;
/** Shares of silences past all risk that are tried, of the most there can be: each for a fifth of a uniform law. */
const PAST = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** log F(1, 1): half an event a side, so that the ratio stays finite where a side has none. Greenland & Mansournia 2015. */
const logF = (effect: number): number => effect / 2 - Math.log1p(Math.exp(effect));

interface Maximum {
  readonly theta: readonly number[];
  readonly sums: Sums;
  /** Penalised. */
  readonly logLik: number;
}

/** Maximum of the penalised observed likelihood by EM steps; with `held` at that log ratio. */
function maximum(exposures: Exposures, start: readonly number[], held?: number): Maximum | undefined {
  const theta = [...start],
    { pieces } = exposures;
  if (held !== undefined) theta[pieces] = held;
  const told = (found: Sums): number => found.logLik + logF(theta[pieces] as number);
  let last = sums(exposures, theta),
    reached = told(last);
  for (let round = 0; round < ROUNDS; round++) {
    const ratio = 1 / (1 + Math.exp(-(theta[pieces] as number))),
      { complete, score } = last;
    if (held === undefined) {
      score[pieces] = (score[pieces] as number) + 0.5 - ratio;
      complete.set(pieces, pieces, complete.get(pieces, pieces) + ratio * (1 - ratio));
    } else {
      score[pieces] = 0;
      for (let a = 0; a < theta.length; a++) {
        complete.set(a, pieces, Number(a === pieces));
        complete.set(pieces, a, Number(a === pieces));
      }
    }
    const inverse = invertInformation(complete);
    if (inverse === undefined) return undefined;
    const step = inverse.mmul(Matrix.columnVector([...score])).getColumn(0);
    step.forEach((value, a) => {
      theta[a] = (theta[a] as number) + Math.max(-2, Math.min(2, value));
    });
    last = sums(exposures, theta);
    const next = told(last),
      gain = next - reached;
    reached = next;
    if (Math.abs(gain) < 1e-6) break;
  }
  return { theta, sums: last, logLik: reached };
}

/** Where the profile has fallen to `least`, on one side; Infinity (or minus) where it never does. */
function profileBound(exposures: Exposures, top: Maximum, side: 1 | -1, least: number): number {
  const best = top.theta[exposures.pieces] as number;
  let theta = top.theta;
  const holds = (distance: number): boolean => {
    const found = maximum(exposures, theta, best + side * distance);
    if (found === undefined) return true;
    theta = found.theta;
    return found.logLik >= least;
  };
  let inside = 0,
    outside = 1;
  while (holds(outside)) {
    inside = outside;
    outside *= 2;
    if (inside >= FARTHEST) return side * Infinity;
  }
  theta = top.theta;
  for (let k = 0; k < HALVINGS && outside - inside > 1e-3; k++) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return best + side * outside;
}

interface Fit {
  readonly own: Exposures;
  readonly top: Maximum;
}

/** How many of the silent may still be at risk, from hardly fewer than all to hardly one but those who break their silence; `undefined`: all. */
function opennessesOf(spells: readonly UnseenSpell[]): (Openness | undefined)[] {
  if (spells.every(({ known }) => known === undefined)) return [undefined];
  const silence = silenceOf(spells),
    most = silence.lasting.at(-1) as number;
  return PAST.map((part) => opennessOf(silence, part * most));
}

/** The log ratio by one fit: a normal law of another deviation on each side. */
interface Told {
  readonly weight: number;
  readonly effect: number;
  readonly below: number;
  readonly above: number;
}

/** Quantile of the mixture of what fits tell. */
function quantileOf(told: readonly Told[], p: number): number {
  const [only] = told;
  if (told.length === 1 && only !== undefined)
    return only.effect + normalQuantile(p) * (p < 0.5 ? only.below : only.above);
  const total = told.reduce((sum, { weight }) => sum + weight, 0);
  const under = (at: number): number =>
    told.reduce(
      (sum, { weight, effect, below, above }) =>
        sum + (weight / total) * normalShare((at - effect) / (at < effect ? below : above)),
      0,
    );
  let low = -FARTHEST,
    high = FARTHEST;
  if (under(low) > p) return -Infinity;
  if (under(high) < p) return Infinity;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (under(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Hazard ratio of a covariate that turns on in time, where only part of the events is seen. A case without a seen event has none, or
 * one that was not seen: its likelihood is 1 − s·(1 − e^{−H}), s the probability to be seen. Piecewise constant baseline, maximum of
 * the observed likelihood by EM steps, with a log-F(1, 1) penalty on the ratio (Greenland & Mansournia 2015): half an event a side, so
 * that a side without events leaves a bound. Wald interval, from the profile with fewer than 20 events on a side. Left out, unseen events stay at risk and turn later, which
 * makes the covariate look better than it is. Where `known` is told, a silence after the turn may be past all risk from its start on (mixture
 * cure model: Boag 1949, Taylor 1995): how often is not known beyond that those who break their silence were not, so that the share is uniform
 * up to those who never do, and ratio and interval are those of the mixture over it, each weighed by its likelihood.
 *
 * @returns the ratio, or `measured: false` without events or without time at risk on both sides
 * @example
 * const spell = (end, event, turned) => ({ end, event, turned, seen: 1, fixed: [] });
 * const spells = Array.from({ length: 200 }, (_, k) => (k % 2 ? spell(10, k % 4 === 1, Infinity) : spell(10, k % 8 === 0, 0)));
 * unseenHazard(spells, 0.95).hazardRatio < 1
 * // → true
 */
export function unseenHazard(spells: readonly UnseenSpell[], level: number): UnseenHazard | NotMeasured {
  const seen = spells.filter(({ event }) => event),
    late = seen.filter(({ turned, end }) => turned < end).length;
  if (seen.length === 0) return notMeasured('no-events');
  const ends = seen.map(({ end }) => end),
    lastEvent = ends.reduce((last, end) => Math.max(last, end), -Infinity);
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(seen.length / EVENTS_A_PIECE)));
  const cuts = [
    ...new Set(Array.from({ length: pieces - 1 }, (_, k) => quantile(ends, (k + 1) / pieces))),
  ].filter((cut) => cut > 0 && cut < lastEvent);
  const exposures = exposuresOf(spells, cuts, lastEvent),
    count = exposures.pieces;
  const [waiting, turned] = [exposures.before, exposures.after].map((hours) =>
    hours.reduce((a, b) => a + b, 0),
  ) as [number, number];
  if (waiting === 0 || turned === 0) return notMeasured('one-group');
  const start = [
    ...Array.from({ length: count }, () => Math.log(seen.length / (waiting + turned))),
    0,
    ...(spells[0]?.fixed ?? []).map(() => 0),
  ];
  const fits: Fit[] = [];
  for (const openness of opennessesOf(spells)) {
    const own = openness === undefined ? exposures : exposuresOf(spells, cuts, lastEvent, openness),
      top = maximum(own, fits.at(-1)?.top.theta ?? start);
    if (top !== undefined) fits.push({ own, top });
  }
  if (fits.length === 0) return notMeasured('collinear');
  const z = zOf(level),
    best = Math.max(...fits.map(({ top }) => top.logLik)),
    told: Told[] = [];
  for (const { own, top } of fits) {
    const weight = Math.exp(top.logLik - best),
      effect = top.theta[count] as number;
    if (Math.min(late, seen.length - late) < FEW) {
      const [low, high] = ([-1, 1] as const).map((side) =>
        profileBound(own, top, side, top.logLik - z ** 2 / 2),
      ) as [number, number];
      told.push({ weight, effect, below: (effect - low) / z, above: (high - effect) / z });
      continue;
    }
    const spread = invertInformation(sums(own, top.theta, true).observed)?.get(count, count);
    if (spread === undefined || !(spread > 0)) return notMeasured('too-few', String(seen.length));
    told.push({ weight, effect, below: Math.sqrt(spread), above: Math.sqrt(spread) });
  }
  const total = told.reduce((sum, { weight }) => sum + weight, 0),
    effect = told.reduce((sum, one) => sum + (one.weight / total) * one.effect, 0);
  return {
    measured: true,
    hazardRatio: Math.exp(effect),
    low: Math.exp(quantileOf(told, (1 - level) / 2)),
    high: Math.exp(quantileOf(told, (1 + level) / 2)),
    events: seen.length,
  };
}
