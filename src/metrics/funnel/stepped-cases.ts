import { OrderedEnds } from '../../stats/survival/ordered-ends.js';
import { lowerBound } from '../../util/lower-bound.js';
import type { RiskCase } from './answer-spells.js';

/** 30 days, in hours. */
export const HORIZON = 720;
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

/** What a reply and an end are, as numbers. */
const NONE = 0,
  AT_ONCE = 1,
  LATER = 2,
  SPILLED = 1,
  RESOLVED = 2;

/**
 * Cases on the steps of age, by columns of numbers: a resample, which takes each so many times, is one pass over them. A case waits in all
 * steps before `leaves`, is answered in those between that and `ends`.
 */
export interface SteppedCases {
  readonly times: Float64Array;
  /** Step in which it is answered or ends, and step in which it ends; that after the last where it goes on. */
  readonly leaves: Uint32Array;
  readonly ends: Uint32Array;
  /** Shares of step `leaves` in which it waits and is answered, and of step `ends` where that is a later one. */
  readonly waits: Float64Array;
  readonly told: Float64Array;
  readonly last: Float64Array;
  readonly reply: Uint8Array;
  readonly ending: Uint8Array;
  readonly seen: OrderedEnds;
}

/** First reply in its time; `Infinity` when none came. */
const replyOf = ({ answered, end }: RiskCase): number =>
  answered !== null && answered < end ? answered : Infinity;

/** Places cases on the steps, so that a resample need not look at each step of each case. */
export function onSteps(cases: readonly RiskCase[], times: Float64Array): SteppedCases {
  const n = cases.length,
    [leaves, ends] = [new Uint32Array(n), new Uint32Array(n)],
    [waits, told, last] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  cases.forEach((one, i) => {
    const left = Math.min(replyOf(one), one.end),
      leaving = lowerBound(times, left),
      ending = lowerBound(times, one.end);
    const shareOf = (step: number, from: number): number => {
      const start = times[step - 1] ?? 0,
        to = times[step];
      return to === undefined ? 0 : (Math.min(to, one.end) - Math.max(start, from)) / (to - start);
    };
    leaves[i] = leaving;
    ends[i] = ending;
    told[i] = shareOf(leaving, left);
    waits[i] = shareOf(leaving, 0) - (told[i] as number);
    last[i] = ending > leaving ? shareOf(ending, left) : 0;
  });
  const ending = Uint8Array.from(cases, ({ spilled, resolved }) =>
    spilled ? SPILLED : resolved ? RESOLVED : NONE,
  );
  return {
    times,
    leaves,
    ends,
    waits,
    told,
    last,
    reply: Uint8Array.from(cases, (one) => {
      const reply = replyOf(one);
      return reply === Infinity ? NONE : reply > 0 ? LATER : AT_ONCE;
    }),
    ending,
    seen: new OrderedEnds(
      cases.map(({ end }) => end),
      ending,
    ),
  };
}

/** Share seen to spill within 30 days of cases taken so many times each; `undefined` when no open case was followed for as long. */
export const observedSpills = ({ seen }: SteppedCases, counts: Uint32Array): number | undefined =>
  seen.incidence(SPILLED, HORIZON, counts);

/**
 * Breslow's baseline and Nelson-Aalen of resolution, on the steps. Time at risk is that within each step. O(cases + steps).
 *
 * @param counts how many times each case is taken
 * @param after risk to spill once answered, against that of those who wait
 */
export function hazardsOf(cases: SteppedCases, counts: Uint32Array, after: number): Hazards {
  const { times, leaves, ends, waits, told, last, reply, ending } = cases,
    K = times.length;
  const zeros = (): Float64Array => new Float64Array(K + 1);
  const spills = zeros(),
    atRisk = zeros(),
    replies = zeros(),
    stayed = zeros(),
    ended = [zeros(), zeros()] as const,
    present = [zeros(), zeros()] as const;
  // those who stop waiting in a step, and who begin or cease to be answered through whole steps there
  const left = zeros(),
    answering = zeros();
  const add = (to: Float64Array, k: number, value: number): void => {
    to[k] = (to[k] as number) + value;
  };
  let all = 0,
    atOnce = 0;
  for (let i = 0; i < counts.length; i++) {
    const n = counts[i] as number;
    if (n === 0) continue;
    const leaving = leaves[i] as number,
      end = ends[i] as number,
      waiting = n * (waits[i] as number),
      answered = n * (told[i] as number);
    all += n;
    add(left, leaving, n);
    add(atRisk, leaving, waiting + after * answered);
    add(present[0], leaving, waiting);
    add(present[1], leaving, answered);
    if (end > leaving) {
      const late = n * (last[i] as number);
      add(answering, leaving + 1, n);
      add(answering, end, -n);
      add(atRisk, end, after * late);
      add(present[1], end, late);
    }
    if (reply[i] === AT_ONCE) atOnce += n;
    if (reply[i] === LATER) {
      add(replies, leaving, n);
      add(stayed, leaving, n);
    }
    if (ending[i] === SPILLED) add(spills, end, n);
    if (ending[i] === RESOLVED) add(ended[reply[i] === NONE ? 0 : 1], end, n);
  }
  for (let k = K - 1, n = left[K] as number; k >= 0; k--) {
    add(atRisk, k, n);
    add(present[0], k, n);
    add(stayed, k, n);
    n += left[k] as number;
  }
  for (let k = 0, n = 0; k < K; k++) {
    n += answering[k] as number;
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
    atOnce: atOnce / Math.max(1, all),
  };
}
