import { kleinbergBursts } from '../../stats/alarms/burst.js';
import { partitionPoint } from '../../util/lower-bound.js';
import type { Unit } from '../units/units.js';

const HOUR = 3_600_000;
/** Cases that open so long before the first post of a movement may be of it. */
const RUN_UP = 48 * HOUR;
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
  /** Share of the private complaints on its driver beyond those that would have come anyway: of those opened in the two days before it, and of those opened in it. */
  readonly opened: { readonly before: number; readonly within: number };
}

/** The public complaints on one brand and driver. */
export interface Series {
  readonly brand: number;
  readonly driver: number;
  /** When they came, in order. */
  readonly times: readonly number[];
  readonly bursts: readonly Movement[];
}

export interface Movements {
  readonly series: readonly Series[];
  /** Days of observation, counted for each brand and driver that somebody complains of. */
  readonly days: number;
}

export const driversIn = (mask: number): number[] =>
  Array.from({ length: 31 }, (_, driver) => driver).filter((driver) => (mask & (1 << driver)) !== 0);

/** Whether an instant lies in a movement. */
export const isWithin = ({ start, end }: Movement, at: number): boolean =>
  at >= start - EDGE && at <= end + EDGE;

/**
 * Share of the cases opened at an instant that are of a movement. A post of a case is of the movement that its case is of: others go public
 * in the hours of a burst as well.
 */
export const shareOfCases = ({ start, opened }: Movement, openedAt: number): number =>
  openedAt < start - RUN_UP ? 0 : openedAt < start ? opened.before : opened.within;

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

interface Watched {
  readonly from: number;
  readonly to: number;
}

/** When most of them came: but for the ends, whose dates may be wrong. */
const watchedOf = (some: readonly Unit[]): Watched => ({
  from: some[Math.floor(some.length * TAIL)]?.firstAt ?? 0,
  to: some[Math.ceil(some.length * (1 - TAIL)) - 1]?.firstAt ?? 0,
});

/** How many of some instants come in a ms outside spans that have none in common. */
function calmRate(times: readonly number[], spans: readonly Watched[], { from, to }: Watched): number {
  let count = between(times, from, to).length,
    long = to - from;
  for (const span of spans) {
    const start = Math.max(from, span.from),
      end = Math.min(to, span.to);
    if (end <= start) continue;
    count -= between(times, start, end).length;
    long -= end - start;
  }
  return (count + 0.5) / Math.max(EDGE, long);
}

const beyond = (usual: number, count: number): number => Math.max(0, 1 - usual / Math.max(1, count));

/** Spans with those merged that have instants in common, in order of time. */
function merged(spans: readonly Watched[]): Watched[] {
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** Finds the movements among public complaints, and how many of the private ones are of them, each given in order of time. */
export function movementsOf(posts: readonly Unit[], complaints: readonly Unit[]): Movements {
  const inPublic = watchedOf(posts),
    inPrivate = watchedOf(complaints);
  const byPlace = new Map<string, { brand: number; driver: number; times: number[] }>();
  for (const { brand, drivers, firstAt } of posts)
    for (const driver of driversIn(drivers)) {
      const key = `${brand}/${driver}`,
        place = byPlace.get(key);
      if (place === undefined) byPlace.set(key, { brand, driver, times: [firstAt] });
      else place.times.push(firstAt);
    }
  const series = [...byPlace.values()].map(({ brand, driver, times }): Series => {
    const spans = spansOf(times);
    if (spans.length === 0) return { brand, driver, times, bursts: [] };
    const widened = (by: number): Watched[] =>
      merged(spans.map(({ start, end }) => ({ from: start - by, to: end + by })));
    const rate = calmRate(times, widened(EDGE), inPublic);
    const opened = complaints.flatMap((unit) =>
      (unit.drivers & (1 << driver)) !== 0 && (unit.brand === 0 || brand === 0 || unit.brand === brand)
        ? [unit.firstAt]
        : [],
    );
    const openRate = calmRate(opened, widened(RUN_UP), inPrivate);
    const moreThanUsual = (from: number, to: number): number =>
      beyond(openRate * (to - from), between(opened, from, to).length);
    const bursts = spans.map(({ start, end }): Movement => {
      const own = between(times, start - EDGE, end + EDGE);
      return {
        start,
        end,
        brand,
        driver,
        times: own,
        excess: beyond(rate * (end - start + 2 * EDGE), own.length),
        opened: {
          before: moreThanUsual(start - RUN_UP, start - 1),
          within: moreThanUsual(start, end + EDGE),
        },
      };
    });
    return { brand, driver, times, bursts };
  });
  const { from, to } = inPublic;
  return { series, days: (series.length * Math.max(EDGE, to - from)) / (24 * HOUR) };
}
