import { at } from '../checks.js';
import { gammaVariate, negativeBinomial, type Uniform } from '../variates.js';
import type { CountBaseline } from './count-baseline.js';
import type { Echo } from './echo.js';

/**
 * Draws periods 0..length−1 of calm, in which messages call for others as far as those of the baseline do. The level, its course
 * over day and week and how far they call for others are drawn anew every 30 days, as far as the messages of the baseline leave them open: a rule that takes a baseline for
 * sure gives more false alarms than it says (Gandy & Kvaløy 2013).
 */
export function drawCounts(baseline: CountBaseline, length: number, uniform: Uniform): Float64Array {
  const { size, hoursPerPeriod, echo, meanOfSlot, startSlot } = baseline;
  const month = Math.round(720 / hoursPerPeriod);
  const counts = new Float64Array(length);
  let recent = 0,
    means = meanOfSlot,
    { share, left } = callsOf(echo, hoursPerPeriod);
  for (let k = 0; k < length; k++) {
    if (k % month === 0) {
      ({ share, left } = callsOf(drawnOf(echo, uniform), hoursPerPeriod));
      means = drawnMeans(baseline, (1 - share) ** 2, uniform);
    }
    const own = (1 - share) * (means[(startSlot + k) % means.length] as number),
      count = negativeBinomial(uniform, own + share * (1 - left) * recent, size);
    recent = left * recent + count;
    counts[k] = count;
  }
  return counts;
}

/** Prior messages of each hour of the day and of each weekday, as in the factors that were fitted. */
const PRIOR = 0.5;

/** Means that the messages seen leave open: level, hour of the day and weekday, each a gamma law around what was fitted; `kept`: share of the messages that count, as those that call for each other tell less. */
function drawnMeans(
  { meanOfSlot, n, hoursPerPeriod }: CountBaseline,
  kept: number,
  uniform: Uniform,
): Float64Array {
  const hourOf = (slot: number): number => Math.floor(slot * hoursPerPeriod);
  const seen = { day: new Float64Array(24), week: new Float64Array(7) };
  let all = 0;
  meanOfSlot.forEach((mean, slot) => {
    const own = (mean * n * kept) / meanOfSlot.length,
      hour = hourOf(slot);
    all += own;
    seen.day[hour % 24] = at(seen.day, hour % 24) + own;
    seen.week[Math.floor(hour / 24)] = at(seen.week, Math.floor(hour / 24)) + own;
  });
  const level = gammaVariate(uniform, all) / all;
  const around = (count: number): number => gammaVariate(uniform, count + PRIOR) / (count + PRIOR);
  const week = seen.week.map(around),
    day = hoursPerPeriod < 24 ? seen.day.map(around) : seen.day.fill(1);
  const drawn = meanOfSlot.map(
    (mean, slot) => mean * at(day, hourOf(slot) % 24) * at(week, Math.floor(hourOf(slot) / 24)),
  );
  const sum = (means: Float64Array): number => means.reduce((total, mean) => total + mean, 0);
  const scale = (level * sum(meanOfSlot)) / Math.max(1e-300, sum(drawn));
  return drawn.map((mean) => mean * scale);
}

const callsOf = (
  { share, halfLifeHours }: Echo,
  hoursPerPeriod: number,
): { readonly share: number; readonly left: number } => ({
  share,
  left: 0.5 ** (hoursPerPeriod / halfLifeHours),
});

/** One of the echoes that are likely, by how likely it is. */
function drawnOf(echo: Echo, uniform: Uniform): Echo {
  if (echo.likely === undefined) return echo;
  let rest = uniform();
  return echo.likely.find(({ weight }) => (rest -= weight) < 0) ?? echo;
}
