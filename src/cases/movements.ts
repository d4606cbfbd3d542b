import { kleinbergBursts } from '../stats/index.js';
import { partitionPoint } from '../util/lower-bound.js';
import type { Unit } from './units.js';

const HOUR = 3_600_000;
/** Posts so far from a burst are of it. */
const EDGE = HOUR;
const LEAST_POSTS = 5;
const LEAST_LEVEL = 2;
/** Share of the posts at either end of the observation whose dates tell no rate: some are wrong by years. */
const TAIL = 0.01;

/** A burst (Kleinberg) of public complaints on one brand and driver. Instants are epoch ms. */
export interface Movement {
  readonly brand: number;
  readonly driver: number;
  readonly start: number;
  readonly end: number;
  /** Its posts, in order of time. */
  readonly times: readonly number[];
  /** Share of its posts beyond those that would have come anyway, at the driver's rate outside bursts. */
  readonly excess: number;
}

export interface Movements {
  readonly all: readonly Movement[];
  /** Days of observation, counted for each brand and driver that somebody complains of. */
  readonly days: number;
}

export const driversIn = (mask: number): number[] =>
  Array.from({ length: 31 }, (_, driver) => driver).filter((driver) => (mask & (1 << driver)) !== 0);

/** Whether an instant lies in a movement. */
export const isWithin = ({ start, end }: Movement, at: number): boolean =>
  at >= start - EDGE && at <= end + EDGE;

/** Of instants in order of time, those from one to another. */
function between(times: readonly number[], from: number, to: number): number[] {
  const before = (holds: (at: number) => boolean): number =>
    partitionPoint(times.length, (place) => holds(times[place] as number));
  return times.slice(
    before((at) => at < from),
    before((at) => at <= to),
  );
}

/** The outermost bursts, which have no instant in common. */
function spansOf(times: readonly number[]): { readonly start: number; readonly end: number }[] {
  if (times.length < LEAST_POSTS) return [];
  const found = kleinbergBursts(
    times.map((at) => at / HOUR),
    { s: 2, gamma: 1 },
  );
  if (!found.measured) return [];
  const spans: { start: number; end: number }[] = [];
  for (const { level, count, start, end } of found.bursts) {
    if (level < LEAST_LEVEL || count < LEAST_POSTS) continue;
    const last = spans.at(-1);
    if (last !== undefined && start * HOUR <= last.end + 2 * EDGE) last.end = Math.max(last.end, end * HOUR);
    else spans.push({ start: start * HOUR, end: end * HOUR });
  }
  return spans;
}

/** Finds the movements among public complaints, given in order of time. */
export function movementsOf(posts: readonly Unit[]): Movements {
  const from = posts[Math.floor(posts.length * TAIL)]?.firstAt ?? 0,
    to = posts[Math.ceil(posts.length * (1 - TAIL)) - 1]?.firstAt ?? 0;
  const byPlace = new Map<string, { brand: number; driver: number; times: number[] }>();
  for (const { brand, drivers, firstAt } of posts)
    for (const driver of driversIn(drivers)) {
      const key = `${brand}/${driver}`,
        place = byPlace.get(key);
      if (place === undefined) byPlace.set(key, { brand, driver, times: [firstAt] });
      else place.times.push(firstAt);
    }
  const all: Movement[] = [];
  for (const { brand, driver, times } of byPlace.values()) {
    const own = spansOf(times).map((span): Movement => ({
      ...span,
      brand,
      driver,
      times: between(times, span.start - EDGE, span.end + EDGE),
      excess: 1,
    }));
    const long = own.reduce((sum, { start, end }) => sum + end - start + 2 * EDGE, 0);
    const watched = (some: readonly number[]): number => between(some, from, to).length;
    const calm = own.reduce((left, one) => left - watched(one.times), watched(times));
    const rate = (calm + 0.5) / Math.max(EDGE, to - from - long);
    for (const one of own)
      all.push({
        ...one,
        excess: Math.max(0, 1 - (rate * (one.end - one.start + 2 * EDGE)) / one.times.length),
      });
  }
  return { all, days: (byPlace.size * Math.max(EDGE, to - from)) / (24 * HOUR) };
}
