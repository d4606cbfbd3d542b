import { aalenJohansen } from '../../stats/survival/aalen-johansen.js';
import { lowerBound } from '../../util/lower-bound.js';
import type { RiskCase } from './answer-spells.js';

/** 30 days, in hours. */
const HORIZON = 720;
/** Hazards by age up to 30 days, summed over steps of time: the spill of a case at the reference, resolution by answered or not, and the first reply. */
export interface Hazards {
  readonly times: Float64Array;
  readonly spill: Float64Array;
  readonly resolved: readonly [Float64Array, Float64Array];
  /** Of those who wait to the end of a step, the share answered within it (product-limit: many replies may come at one age). */
  readonly answered: Float64Array;
  /** Share answered at the very start. */
  readonly atOnce: number;
}

/** At most so many steps of age. */
const MOST_STEPS = 150;

/** Ages that cut the first 30 days into steps of equal numbers of ends and first replies. */
export function stepTimes(cases: readonly RiskCase[]): Float64Array {
  const ends = Float64Array.from(
    cases.flatMap((one) => [
      ...(one.spilled || one.resolved ? [one.end] : []),
      ...(one.answered !== null && one.answered > 0 && one.answered < one.end ? [one.answered] : []),
    ]),
  )
    .filter((age) => age <= HORIZON)
    .sort();
  const cuts = Math.min(MOST_STEPS, ends.length);
  return Float64Array.from(
    new Set(
      Array.from({ length: cuts }, (_, k) => ends[Math.ceil(((k + 1) * ends.length) / cuts) - 1] ?? HORIZON),
    ),
  );
}

/** A case on the steps of age: it waits in all steps before `leaves`, is answered in those between that and `ends`. */
export interface SteppedCase extends RiskCase {
  /** Step in which it is answered or ends, and step in which it ends; that after the last where it goes on. */
  readonly leaves: number;
  readonly ends: number;
  /** Shares of step `leaves` in which it waits and is answered, and of step `ends` where that is a later one. */
  readonly waits: number;
  readonly told: number;
  readonly last: number;
}

/** First reply in its time; `Infinity` when none came. */
const replyOf = ({ answered, end }: RiskCase): number =>
  answered !== null && answered < end ? answered : Infinity;

/** Places cases on the steps, so that a resample need not look at each step of each case. */
export function onSteps(cases: readonly RiskCase[], times: Float64Array): SteppedCase[] {
  const stepOf = (age: number): number => lowerBound(times, age);
  return cases.map((one) => {
    const left = Math.min(replyOf(one), one.end),
      leaves = stepOf(left),
      ends = stepOf(one.end);
    const shareOf = (step: number, from: number): number => {
      const start = times[step - 1] ?? 0,
        to = times[step];
      return to === undefined ? 0 : (Math.min(to, one.end) - Math.max(start, from)) / (to - start);
    };
    const told = shareOf(leaves, left);
    return {
      ...one,
      leaves,
      ends,
      waits: shareOf(leaves, 0) - told,
      told,
      last: ends > leaves ? shareOf(ends, left) : 0,
    };
  });
}

/**
 * Breslow's baseline and Nelson-Aalen of resolution, on the steps. Time at risk is that within each step. O(cases + steps).
 *
 * @param after risk to spill once answered, against that of those who wait
 */
export function hazardsOf(cases: readonly SteppedCase[], after: number, times: Float64Array): Hazards {
  const K = times.length;
  const zeros = (): Float64Array => new Float64Array(K + 1);
  const spills = zeros(),
    atRisk = zeros(),
    replies = zeros(),
    stayed = zeros(),
    ended = [zeros(), zeros()] as const,
    present = [zeros(), zeros()] as const;
  // those who stop waiting in a step, and who begin or cease to be answered through whole steps there
  const left = zeros(),
    told = zeros();
  const add = (to: Float64Array, k: number, value: number): void => {
    to[k] = (to[k] as number) + value;
  };
  for (const one of cases) {
    const { leaves, ends } = one;
    add(left, leaves, 1);
    add(atRisk, leaves, one.waits + after * one.told);
    add(present[0], leaves, one.waits);
    add(present[1], leaves, one.told);
    if (ends > leaves) {
      add(told, leaves + 1, 1);
      add(told, ends, -1);
      add(atRisk, ends, after * one.last);
      add(present[1], ends, one.last);
    }
    const reply = replyOf(one);
    if (reply > 0 && reply < Infinity) {
      add(replies, leaves, 1);
      add(stayed, leaves, 1);
    }
    if (one.spilled) add(spills, ends, 1);
    if (one.resolved) add(ended[reply < Infinity ? 1 : 0], ends, 1);
  }
  for (let k = K - 1, n = left[K] as number; k >= 0; k--) {
    add(atRisk, k, n);
    add(present[0], k, n);
    add(stayed, k, n);
    n += left[k] as number;
  }
  for (let k = 0, n = 0; k < K; k++) {
    n += told[k] as number;
    add(atRisk, k, after * n);
    add(present[1], k, n);
  }
  const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
    above.subarray(0, K).map((value, k) => ((below[k] as number) > 0 ? value / (below[k] as number) : 0));
  return {
    times,
    spill: ratio(spills, atRisk),
    resolved: [ratio(ended[0], present[0]), ratio(ended[1], present[1])],
    answered: ratio(replies, stayed),
    atOnce: cases.filter(({ answered }) => answered === 0).length / Math.max(1, cases.length),
  };
}

/**
 * P(spill within 30 days) of a case: it spills, is resolved or is answered at the hazards of its age. Those who still wait after `latest`
 * hours spill there at `hurried` times the hazard of those who wait, and are resolved and answered as if nothing had changed: both courses of
 * a case, as things go and with a limit, differ in the risk to spill alone.
 *
 * @param after risk to spill once answered as things go, against that of those who wait
 */
export function courseOf(
  { times, spill, resolved, answered, atOnce }: Hazards,
  after: number,
  latest = Infinity,
  hurried = 1,
): number {
  const course = { waits: 1 - atOnce, told: atOnce, spilled: 0 };
  for (let k = 0, from = 0; k < times.length; k++) {
    const to = times[k] as number,
      within = Math.min(1, Math.max(0, (latest - from) / (to - from))),
      toSpill = spill[k] as number;
    leave(course, 'waits', toSpill * (within + (1 - within) * hurried), resolved[0][k] as number);
    leave(course, 'told', toSpill * after, resolved[1][k] as number);
    const replies = (answered[k] as number) * course.waits;
    course.told += replies;
    course.waits -= replies;
    from = to;
  }
  return course.spilled;
}

/** Those who wait or are told spill and are settled at these hazards. */
function leave(
  course: { waits: number; told: number; spilled: number },
  side: 'waits' | 'told',
  toSpill: number,
  toSettle: number,
): void {
  const leaving = toSpill + toSettle;
  if (leaving <= 0 || course[side] === 0) return;
  const ended = course[side] * -Math.expm1(-leaving);
  course.spilled += ended * (toSpill / leaving);
  course[side] -= ended;
}

/** Share seen to spill within 30 days, and what each policy would spare of it by the model. */
export interface Spared {
  readonly observed: number;
  readonly spared: readonly number[];
}

/**
 * What replies within so many hours for all would spare; `undefined` when no open case was followed for 30 days.
 *
 * @param ratio risk to spill of a case still open once it is answered
 * @param asCounted the same of cases as they are counted, those that a reply settled without a word among them
 */
export function spared(
  cases: readonly SteppedCase[],
  times: Float64Array,
  { ratio, asCounted }: { readonly ratio: number; readonly asCounted: number },
  policies: readonly number[],
): Spared | undefined {
  const observed = aalenJohansen({
    durations: cases.map(({ end }) => end),
    eventTypes: cases.map(({ spilled, resolved }) => (spilled ? 1 : resolved ? 2 : 0)),
    causes: 2,
  }).at(1, HORIZON);
  if (observed === undefined) return undefined;
  const hazards = hazardsOf(cases, asCounted, times),
    usual = courseOf(hazards, asCounted);
  return {
    observed: observed.incidence,
    spared: policies.map((latest) => usual - courseOf(hazards, asCounted, latest, ratio)),
  };
}
