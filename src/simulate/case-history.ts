import type { DriverId } from '../model/index.js';
import { normalQuantile } from '../stats/special.js';
import type { Draw } from './draw.js';
import { parisClock } from './paris-time.js';
import type { CasePlan, PrivateChannel } from './plan.js';

const HOUR = 3_600_000;

/** What happens to one case, in hours since its first message; `null`: does not happen (or not before the other end). */
export interface CaseHistory {
  /** First human answer, had nothing else come first. */
  readonly answeredHours: number | null;
  readonly resolvedHours: number | null;
  readonly spilledHours: number | null;
}

/** Hazard to go public at age 0 while unanswered, per hour. */
function initialSpillHazard(plan: CasePlan, driver: DriverId, channel: PrivateChannel): number {
  return plan.spillPerHour * (plan.driverMultiplier[driver] ?? 1) * (plan.channelMultiplier[channel] ?? 1);
}

/** Age at which the cumulative hazard h·τ(e^(−from/τ) − e^(−age/τ)) reaches `target`; Infinity when it never does. */
function ageAtHazard(target: number, hazard: number, tau: number, from: number): number {
  const left = Math.exp(-from / tau) - target / (hazard * tau);
  return left > 0 ? -tau * Math.log(left) : Infinity;
}

/**
 * Draws the history of a case: spill and resolution compete. The hazard to go public is h₀·e^(−age/τ), times
 * `answeredHazardRatio` from the answer on; resolution starts with the answer, at a constant hazard. Exact (inversion of
 * the cumulative hazard), so a correct model must recover the plan. `openedAt` only matters with office hours.
 */
export function drawCaseHistory(
  draw: Draw,
  plan: CasePlan,
  driver: DriverId,
  channel: PrivateChannel,
  openedAt = 0,
): CaseHistory {
  const hazard = initialSpillHazard(plan, driver, channel);
  const tau = plan.spillDecayHours;
  const never = draw.chance(plan.neverAnswered);
  const delay = draw.logNormal(plan.answerMedianHours[channel], plan.answerSigma);
  const office = (hours: number): number =>
    plan.officeHours === null || !Number.isFinite(hours)
      ? hours
      : atOffice(openedAt, hours, plan.officeHours);
  const answered = never ? Infinity : office(delay);
  const patience = draw.exponential(1);
  const resolved = office(answered + draw.exponential(plan.resolvedPerHour));
  if (hazard <= 0) return ended(answered, resolved, Infinity);
  let spilled = ageAtHazard(patience, hazard, tau, 0);
  if (spilled > answered) {
    const used = hazard * tau * (1 - Math.exp(-answered / tau));
    spilled = ageAtHazard(patience - used, hazard * plan.answeredHazardRatio, tau, answered);
  }
  return ended(answered, resolved, spilled);
}

/** Hours from `openedAt` to the first opening of the office at or after `openedAt` + `delay`. */
function atOffice(openedAt: number, delay: number, [from, to]: readonly [number, number]): number {
  const at = openedAt + delay * HOUR,
    { hour, minute } = parisClock(at);
  const clock = Number(hour) + Number(minute) / 60;
  return clock >= from && clock < to ? delay : delay + ((from - clock + 24) % 24);
}

function ended(answered: number, resolved: number, spilled: number): CaseHistory {
  const finite = (hours: number): number | null => (Number.isFinite(hours) ? hours : null);
  return {
    answeredHours: finite(answered),
    resolvedHours: resolved < spilled ? finite(resolved) : null,
    spilledHours: spilled < resolved ? finite(spilled) : null,
  };
}

/** P(spill before `horizon`) given the age at the answer: closed form before it, Simpson's rule after it. */
function spillGivenAnswer(plan: CasePlan, hazard: number, answered: number, horizon: number): number {
  const tau = plan.spillDecayHours;
  const before = hazard * tau * (1 - Math.exp(-Math.min(answered, horizon) / tau));
  const first = 1 - Math.exp(-before);
  if (answered >= horizon) return first;
  const after = hazard * plan.answeredHazardRatio;
  const density = (age: number): number =>
    after *
    Math.exp(-age / tau) *
    Math.exp(
      -before -
        after * tau * (Math.exp(-answered / tau) - Math.exp(-age / tau)) -
        plan.resolvedPerHour * (age - answered),
    );
  const end = Math.min(horizon, answered + 12 * tau + 40 / Math.max(plan.resolvedPerHour, 1e-6));
  const steps = 100,
    width = (end - answered) / steps;
  let sum = density(answered) + density(end);
  for (let i = 1; i < steps; i++) sum += density(answered + i * width) * (i % 2 ? 4 : 2);
  return first + (sum * width) / 3;
}

/**
 * True probability that a case goes public before `horizonHours` (cumulative incidence with resolution competing), by
 * integration over the distribution of the answer: what an Aalen-Johansen estimate should cover.
 *
 * Office hours are left out of it: with them, answers come later and the probability is a little higher.
 *
 * @param plan how cases end
 * @returns probability, 0 to 1, exact to about 1e-4
 */
export function trueSpillProbability(
  plan: CasePlan,
  driver: DriverId,
  channel: PrivateChannel,
  horizonHours: number,
): number {
  const hazard = initialSpillHazard(plan, driver, channel);
  const points = 80;
  let answered = 0;
  for (let i = 0; i < points; i++) {
    const age =
      plan.answerMedianHours[channel] * Math.exp(plan.answerSigma * normalQuantile((i + 0.5) / points));
    answered += spillGivenAnswer(plan, hazard, age, horizonHours) / points;
  }
  return (
    (1 - plan.neverAnswered) * answered +
    plan.neverAnswered * spillGivenAnswer(plan, hazard, Infinity, horizonHours)
  );
}
