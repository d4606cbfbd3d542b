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

/** Breslow's baseline and Nelson-Aalen of resolution, on the steps. Time at risk is that within each step. */
export function hazardsOf(
  cases: readonly RiskCase[],
  risk: (one: RiskCase, answered: boolean) => number,
  times: Float64Array,
): Hazards {
  const K = times.length,
    spills = new Float64Array(K),
    atRisk = new Float64Array(K);
  const replies = new Float64Array(K),
    stayed = new Float64Array(K),
    ended = [new Float64Array(K), new Float64Array(K)] as const,
    present = [new Float64Array(K), new Float64Array(K)] as const;
  for (const one of cases) {
    const before = risk(one, false),
      after = risk(one, true);
    for (let k = 0, from = 0; k < K && from < one.end; k++) {
      const to = times[k] as number,
        width = to - from,
        until = Math.min(to, one.end);
      const waiting = Math.max(0, Math.min(until, one.answered ?? Infinity) - from),
        answered = until - from - waiting;
      atRisk[k] = (atRisk[k] as number) + (before * waiting + after * answered) / width;
      present[0][k] = (present[0][k] as number) + waiting / width;
      present[1][k] = (present[1][k] as number) + answered / width;
      const reply = one.answered !== null && one.answered < one.end ? one.answered : Infinity;
      if (reply > from) {
        const told = reply <= to;
        if (told) replies[k] = (replies[k] as number) + 1;
        if (told || one.end > to) stayed[k] = (stayed[k] as number) + 1;
      }
      if (one.end <= to) {
        if (one.spilled) spills[k] = (spills[k] as number) + 1;
        const state = one.answered !== null && one.answered < one.end ? 1 : 0;
        if (one.resolved) ended[state][k] = (ended[state][k] as number) + 1;
      }
      from = to;
    }
  }
  const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
    above.map((value, k) => ((below[k] as number) > 0 ? value / (below[k] as number) : 0));
  return {
    times,
    spill: ratio(spills, atRisk),
    resolved: [ratio(ended[0], present[0]), ratio(ended[1], present[1])],
    answered: ratio(replies, stayed),
    atOnce: cases.filter(({ answered }) => answered === 0).length / Math.max(1, cases.length),
  };
}

/**
 * P(spill within 30 days) of a case: it spills, is resolved or is answered at the hazards of its age, the last after `latest` hours at the
 * latest. Both courses of a case, as things go and with a limit, share all hazards up to that limit.
 *
 * @param before risk to spill while it waits, against the reference; `after`: once answered
 */
export function courseOf(
  { times, spill, resolved, answered, atOnce }: Hazards,
  latest: number,
  before: number,
  after: number,
): number {
  let waits = 1 - atOnce,
    told = atOnce,
    spilled = 0,
    from = 0;
  /** A part of a step, as a share of it. */
  const pass = (k: number, part: number): void => {
    const toSpill = part * (spill[k] as number);
    const left = (open: number, risk: number, settled: number): number => {
      const leaving = toSpill * risk + part * settled;
      if (leaving <= 0) return open;
      const ended = open * -Math.expm1(-leaving);
      spilled += ended * ((toSpill * risk) / leaving);
      return open - ended;
    };
    waits = left(waits, before, resolved[0][k] as number);
    told = left(told, after, resolved[1][k] as number);
  };
  const answer = (share: number): void => {
    told += share * waits;
    waits -= share * waits;
  };
  for (let k = 0; k < times.length; k++) {
    const to = times[k] as number,
      split = Math.min(1, Math.max(0, (latest - from) / (to - from)));
    pass(k, split);
    if (split < 1) {
      answer(1);
      pass(k, 1 - split);
    } else answer(answered[k] as number);
    from = to;
  }
  return spilled;
}
