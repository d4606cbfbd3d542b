import { drawCounts } from '../../stats/alarms/draw-counts.js';
import { fitCountBaseline, type CountBaseline } from '../../stats/alarms/count-baseline.js';
import { seededRandom } from '../../util/random.js';
import { zoneOffset } from '../../util/zones.js';
import { runAlertRule } from './alert-rules.js';

const HOUR = 3_600_000;
/** False sheets a month that the calm of a brand may give, all its streams together. */
const PER_MONTH = 0.1;
const MONTHS = 120;
/** An alarm may come so long after a burst began, or after it ended. */
const LATE = 24 * HOUR;

/** The threshold that no more than `allowed` excursions of the statistic pass on 120 simulated months of calm. */
function thresholdOf(baseline: CountBaseline, allowed: number): number {
  const drawn = drawCounts(baseline, MONTHS * 720, seededRandom(7));
  const { statistic } = runAlertRule('cusum', drawn, baseline, Number.MAX_VALUE);
  const peaks: number[] = [];
  let peak = 0;
  for (const value of statistic) {
    if (value <= 0 && peak > 0) peaks.push(peak);
    peak = value <= 0 ? 0 : Math.max(peak, value);
  }
  return peaks.toSorted((a, b) => b - a)[allowed] ?? Number.MIN_VALUE;
}

/** Whether a span stands out of the calm around it. */
export type BreaksCalm = (start: number, end: number) => boolean;

/**
 * Tells which spans of a stream break its calm: the hourly CUSUM gives an alarm in them at a threshold that the simulated calm of the same
 * stream passes 0.1 times a month at most, shared out over the `streams` that are watched. Where less than two weeks are known, calm is
 * not known either, and every span passes.
 *
 * @param times of the messages of the stream, ms, upwards
 * @param span first and last instant watched, ms
 * @param zone on whose clock the hours of the week are
 */
export function calmGate(
  times: readonly number[],
  [from, to]: readonly [number, number],
  streams: number,
  zone: string,
): BreaksCalm {
  const wall = (at: number): number => at + zoneOffset(zone, at);
  const hourOf = (at: number): number => Math.floor(wall(at) / HOUR);
  const first = hourOf(from);
  const counts = new Float64Array(hourOf(to) - first + 1);
  for (const at of times) {
    const hour = hourOf(at) - first;
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  // 1 January 1970 was a Thursday: hour 72 of a week that begins on Monday.
  const baseline = fitCountBaseline(counts, { hoursPerPeriod: 1, startHourOfWeek: (first + 72) % 168 });
  if (!baseline.measured) return () => true;
  const threshold = thresholdOf(baseline, Math.floor((PER_MONTH / streams) * MONTHS));
  const alarms = runAlertRule('cusum', counts, baseline, threshold).alarms.map(
    (hour) => (first + hour + 1) * HOUR,
  );
  return (start, end) => alarms.some((at) => at > wall(start) && at <= wall(end) + LATE);
}
