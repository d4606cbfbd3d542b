import { quantile } from '../shares/quantile.js';

/** What tells of the silences of a case: when its covariate turned, until when it was watched, and spans in which it is known to be at risk. */
export interface Silenced {
  readonly turned: number;
  readonly end: number;
  readonly known?: readonly (readonly [from: number, to: number])[];
}

/** Steps of the curve of those still silent, at most. */
const STEPS = 12;
/** With fewer silences watched so long, nothing is said of longer ones. */
const LEAST_WATCHED = 10;

/** How long silences last: from each cut on, the share of them that does. */
export interface Silence {
  readonly cuts: readonly number[];
  readonly lasting: readonly number[];
}

/** From the turn, or from the end of a span known to be at risk, to what breaks it or to the end of the watch. */
interface Silent {
  readonly from: number;
  readonly to: number;
  readonly broken: boolean;
}

/** Silences of a case, in order. */
export function silencesOf({ turned, end, known }: Silenced): Silent[] {
  if (known === undefined || turned >= end) return [];
  const silences: Silent[] = [];
  let from = turned;
  for (const [start, stop] of known) {
    if (stop <= turned) continue;
    if (from < end && start > from) silences.push({ from, to: Math.min(start, end), broken: start < end });
    from = Math.max(from, stop);
  }
  if (from < end) silences.push({ from, to: end, broken: false });
  return silences;
}

/** Kaplan-Meier curve of all silences. */
export function silenceOf(spells: readonly Silenced[]): Silence {
  const silences = spells.flatMap(silencesOf).map(({ from, to, broken }) => ({ hours: to - from, broken }));
  silences.sort((a, b) => a.hours - b.hours || Number(b.broken) - Number(a.broken));
  const broken = silences
    .filter((one, k) => one.broken && silences.length - k >= LEAST_WATCHED)
    .map(({ hours }) => hours);
  if (broken.length === 0) return { cuts: [0], lasting: [1] };
  const inner = [
    ...new Set(Array.from({ length: STEPS }, (_, k) => quantile(broken, (k + 1) / STEPS))),
  ].filter((cut) => cut > 0);
  const cuts = [0, ...inner],
    lasting = [1];
  let left = 1,
    at = 0;
  for (const cut of inner) {
    for (; at < silences.length && (silences[at] as { hours: number }).hours <= cut; at++)
      if (silences[at]?.broken === true && silences.length - at >= LEAST_WATCHED)
        left *= 1 - 1 / (silences.length - at);
    lasting.push(left);
  }
  return { cuts, lasting };
}

/** P(still at risk) of a case by how long it has been silent: from each cut on, a share. */
export interface Openness {
  readonly cuts: readonly number[];
  readonly shares: readonly number[];
}

/** Where the share `past` of silences begins past all risk: those at risk break theirs, the others never do. */
export const opennessOf = ({ cuts, lasting }: Silence, past: number): Openness => ({
  cuts,
  shares: lasting.map((share) => Math.max(0, (share - past) / share)),
});

/** Hours of a span of a silence, each counted as far as the case is still at risk. */
export function openHours({ cuts, shares }: Openness, from: number, to: number): number {
  let hours = 0;
  for (let step = 0; step < cuts.length; step++) {
    const start = Math.max(from, cuts[step] as number),
      end = Math.min(to, cuts[step + 1] ?? Infinity);
    if (end > start) hours += (shares[step] as number) * (end - start);
  }
  return hours;
}

/** P(still at risk) so many hours into a silence. */
export const openAt = ({ cuts, shares }: Openness, hours: number): number =>
  shares[
    Math.max(
      0,
      cuts.findLastIndex((cut) => cut < hours),
    )
  ] as number;
