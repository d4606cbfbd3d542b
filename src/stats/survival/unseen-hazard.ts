import { Matrix } from 'ml-matrix';
import { invertInformation } from '../information.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { quantile } from '../shares/quantile.js';
import { mixedQuantiles, type PointedLaw } from './mixed-laws.js';
import { opennessOf, silenceOf, type Openness } from './open-silence.js';
import { exposuresOf, sums, type Exposures, type Sums, type UnseenSpell } from './unseen-likelihood.js';

export type { UnseenSpell } from './unseen-likelihood.js';

export interface UnseenHazard {
  readonly measured: true;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
  /** Quantiles of the law of the ratio, of which `low`, `hazardRatio` and `high` are three. */
  readonly quantiles: (shares: readonly number[]) => number[];
}

/** Pieces of the baseline hazard, at most, and events for each. */
const MOST_PIECES = 12;
const EVENTS_A_PIECE = 4;
const ROUNDS = 500;
/** With fewer events on a side the log-likelihood is no parabola: the law of the ratio comes from its profile. */
const FEW = 20;
/** Steps of a profile from its maximum on, each longer than the one before, until it has fallen so far or is so far away. */
const STEP = 0.15,
  LONGER = 1.25,
  FALLEN = 12,
  FARTHEST = 14;
/** Points of a normal law: every quarter of a deviation to five. */
const NORMAL = Array.from({ length: 41 }, (_, k) => (k - 20) / 4);
/** Shares of silences past all risk that are tried, of the most there can be: each for a fifth of a uniform law. */
const PAST = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
/** Least probability that an event is seen. */
const LEAST_SEEN = 0.05;

/** log F(2, 2): one event a side, so that beforehand the ratio lies between 1/39 and 39 (95 %). Greenland & Mansournia 2015. */
const logF = (effect: number): number => effect - 2 * Math.log1p(Math.exp(effect));

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
      score[pieces] = (score[pieces] as number) + 1 - 2 * ratio;
      complete.set(pieces, pieces, complete.get(pieces, pieces) + 2 * ratio * (1 - ratio));
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

/** The profile of the ratio on both sides of its maximum. */
function profileOf(exposures: Exposures, top: Maximum): PointedLaw {
  const best = top.theta[exposures.pieces] as number;
  const side = (sign: 1 | -1): (readonly [number, number])[] => {
    const points: (readonly [number, number])[] = [];
    let theta = top.theta,
      step = STEP;
    for (let far = STEP; far < FARTHEST; far += step) {
      const found = maximum(exposures, theta, best + sign * far);
      if (found === undefined) break;
      points.push([best + sign * far, found.logLik]);
      if (found.logLik < top.logLik - FALLEN) break;
      theta = found.theta;
      step *= LONGER;
    }
    return points;
  };
  const points = [...side(-1).toReversed(), [best, top.logLik] as const, ...side(1)];
  return { at: points.map(([at]) => at), logDensity: points.map(([, logLik]) => logLik) };
}

/** The log ratio by one fit: normal where there are events enough on both sides (Laplace), else its profile. */
function lawOf(exposures: Exposures, top: Maximum, normal: boolean): PointedLaw | undefined {
  if (!normal) return profileOf(exposures, top);
  const { pieces } = exposures,
    spread = invertInformation(sums(exposures, top.theta, true).observed)?.get(pieces, pieces);
  if (spread === undefined || !(spread > 0)) return undefined;
  const best = top.theta[pieces] as number;
  return {
    at: NORMAL.map((z) => best + z * Math.sqrt(spread)),
    logDensity: NORMAL.map((z) => top.logLik - z ** 2 / 2),
  };
}

/** How many of the silent may still be at risk, from hardly fewer than all to hardly one but those who break their silence; `undefined`: all. */
function opennessesOf(spells: readonly UnseenSpell[]): (Openness | undefined)[] {
  if (spells.every(({ known }) => known === undefined)) return [undefined];
  const silence = silenceOf(spells),
    most = silence.lasting.at(-1) as number;
  return PAST.map((part) => opennessOf(silence, part * most));
}

/** That events are seen so many times as often as said, with its weight. */
export interface SeenDoubt {
  readonly times: number;
  readonly weight: number;
}

const AS_SAID: readonly SeenDoubt[] = [{ times: 1, weight: 1 }];

/**
 * Hazard ratio of a covariate that turns on in time, where only part of the events is seen. A case without a seen event has none, or
 * one that was not seen: its likelihood is 1 − s·(1 − e^{−H}), s the probability to be seen. Piecewise constant baseline at its maximum
 * (EM steps). Beforehand the ratio follows log F(2, 2), one event a side (Greenland & Mansournia 2015): half of it lies between 1/3 and
 * 3, 95 % between 1/39 and 39. Told: median and quantiles of what the likelihood leaves of that, from the profile with fewer than 20
 * events on a side, else a normal law. Left out, unseen events stay at risk and turn later, which makes the covariate look better than
 * it is; doubt of how often events are seen is mixed over. Where `known` is told, a silence after the turn may be past all risk from its
 * start on (mixture cure model: Boag 1949, Taylor 1995): how often is not known beyond that those who break their silence were not, so
 * that the share is uniform up to those who never do.
 *
 * @returns the ratio, or `measured: false` without events or without time at risk on both sides
 * @example
 * const spell = (end, event, turned) => ({ end, event, turned, seen: 1, fixed: [] });
 * const spells = Array.from({ length: 200 }, (_, k) => (k % 2 ? spell(10, k % 4 === 1, Infinity) : spell(10, k % 8 === 0, 0)));
 * unseenHazard(spells, 0.95).hazardRatio < 1
 * // → true
 */
export function unseenHazard(
  spells: readonly UnseenSpell[],
  level: number,
  doubts: readonly SeenDoubt[] = AS_SAID,
): UnseenHazard | NotMeasured {
  const seen = spells.filter(({ event }) => event),
    late = seen.filter(({ turned, end }) => turned < end).length;
  if (seen.length === 0) return notMeasured('no-events');
  const ends = seen.map(({ end }) => end),
    lastEvent = ends.reduce((last, end) => Math.max(last, end), -Infinity);
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(seen.length / EVENTS_A_PIECE)));
  const cuts = [
    ...new Set(Array.from({ length: pieces - 1 }, (_, k) => quantile(ends, (k + 1) / pieces))),
  ].filter((cut) => cut > 0 && cut < lastEvent);
  const whole = exposuresOf(spells, cuts, lastEvent);
  const [waiting, turned] = [whole.before, whole.after].map((hours) => hours.reduce((a, b) => a + b, 0)) as [
    number,
    number,
  ];
  if (waiting === 0 || turned === 0) return notMeasured('one-group');
  let theta: readonly number[] = [
    ...Array.from({ length: whole.pieces }, () => Math.log(seen.length / (waiting + turned))),
    0,
    ...(spells[0]?.fixed ?? []).map(() => 0),
  ];
  const exposures = opennessesOf(spells).map((openness) =>
      openness === undefined ? whole : exposuresOf(spells, cuts, lastEvent, openness),
    ),
    normal = Math.min(late, seen.length - late) >= FEW;
  const groups: { readonly weight: number; readonly laws: PointedLaw[] }[] = [];
  for (const { times, weight } of doubts) {
    const doubted = spells.map((spell) => ({
      ...spell,
      seen: Math.min(1, Math.max(LEAST_SEEN, spell.seen * times)),
    }));
    const laws: PointedLaw[] = [];
    for (const own of exposures) {
      const at = { ...own, spells: doubted },
        top = maximum(at, theta);
      if (top === undefined) continue;
      ({ theta } = top);
      const law = lawOf(at, top, normal);
      if (law !== undefined) laws.push(law);
    }
    if (laws.length > 0) groups.push({ weight, laws });
  }
  if (groups.length === 0) return notMeasured('collinear');
  const quantiles = (shares: readonly number[]): number[] => mixedQuantiles(groups, shares).map(Math.exp);
  const [ratio, low, high] = quantiles([0.5, (1 - level) / 2, (1 + level) / 2]) as [number, number, number];
  return { measured: true, hazardRatio: ratio, low, high, events: seen.length, quantiles };
}
