import type { RiskCase } from './answer-spells.js';

/** 30 days, in hours. */
export const HORIZON = 720;
/** Hazards by age up to 30 days, summed over steps of time: the spill of a case at the reference, and resolution by answered or not. */
export interface Hazards {
  readonly times: Float64Array;
  readonly spill: Float64Array;
  readonly resolved: readonly [Float64Array, Float64Array];
}

/** At most so many steps of age. */
const MOST_STEPS = 150;

/** Ages that cut the first 30 days into steps of equal numbers of ends. */
export function stepTimes(cases: readonly RiskCase[]): Float64Array {
  const ends = Float64Array.from(
    cases.filter((one) => (one.spilled || one.resolved) && one.end <= HORIZON),
    ({ end }) => end,
  ).sort();
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
  const ended = [new Float64Array(K), new Float64Array(K)] as const,
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
  };
}

/** P(spill within 30 days) of a case answered at `answered`, hazards constant within a step. */
export function incidence(
  { times, spill, resolved }: Hazards,
  answered: number,
  before: number,
  after: number,
): number {
  let open = 1,
    spilled = 0,
    from = 0;
  for (let k = 0; k < times.length && open > 1e-9; k++) {
    const to = times[k] as number,
      waiting = Math.min(1, Math.max(0, (answered - from) / (to - from)));
    const toSpill = (spill[k] as number) * (waiting * before + (1 - waiting) * after);
    const toEnd = toSpill + waiting * (resolved[0][k] as number) + (1 - waiting) * (resolved[1][k] as number);
    if (toEnd > 0) {
      const left = open * Math.exp(-toEnd);
      spilled += (open - left) * (toSpill / toEnd);
      open = left;
    }
    from = to;
  }
  return spilled;
}
