import { hazardsOf, observedSpills, type Hazards, type SteppedCases } from './stepped-cases.js';

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
 * @param counts how many times each case is taken
 * @param ratio risk to spill of a case still open once it is answered
 * @param asCounted the same of cases as they are counted, those that a reply settled without a word among them
 */
export function spared(
  cases: SteppedCases,
  counts: Uint32Array,
  { ratio, asCounted }: { readonly ratio: number; readonly asCounted: number },
  policies: readonly number[],
): Spared | undefined {
  const observed = observedSpills(cases, counts);
  if (observed === undefined) return undefined;
  const hazards = hazardsOf(cases, counts, asCounted),
    usual = courseOf(hazards, asCounted);
  return { observed, spared: policies.map((latest) => usual - courseOf(hazards, asCounted, latest, ratio)) };
}
