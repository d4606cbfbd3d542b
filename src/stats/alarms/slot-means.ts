import { weeklyFactors } from './weekly-rhythm.js';

/** What was seen in each hour of the week, and for how many hours it was watched. */
interface WeekSums {
  readonly seen: Float64Array;
  readonly due: Float64Array;
}

/** Periods, as many a week as `slots`, of which the first is at `startSlot`. */
export interface Periods {
  readonly slots: number;
  readonly startSlot: number;
}

function weekSums(
  counts: Float64Array,
  keep: readonly boolean[],
  { slots, startSlot }: Periods,
  from: number,
  to: number,
): WeekSums {
  const seen = new Float64Array(168),
    due = new Float64Array(168);
  const hours = Math.max(1, 168 / slots),
    watched = 168 / slots / hours;
  for (let k = from; k < to; k++) {
    if (keep[k] !== true) continue;
    const first = Math.floor((((startSlot + k) % slots) * 168) / slots);
    for (let hour = first; hour < first + hours; hour++) {
      seen[hour] = (seen[hour] as number) + (counts[k] as number) / hours;
      due[hour] = (due[hour] as number) + watched;
    }
  }
  return { seen, due };
}

function meansFrom({ seen, due }: WeekSums, slots: number): Float64Array {
  const factors = weeklyFactors(seen, due);
  // The factors have mean 1 over the week; the level is what makes the observed hours add up.
  const total = seen.reduce((a, b) => a + b, 0),
    weighted = due.reduce((sum, watched, hour) => sum + watched * (factors[hour] as number), 0);
  const level = Math.max(total, 0.5) / Math.max(weighted, 1e-9);
  const hours = Math.max(1, 168 / slots),
    watched = 168 / slots / hours;
  return Float64Array.from({ length: slots }, (_, slot) => {
    const first = Math.floor((slot * 168) / slots);
    let mean = 0;
    for (let hour = first; hour < first + hours; hour++) mean += level * watched * (factors[hour] as number);
    return mean;
  });
}

/** Mean of every slot of the week from the periods kept, by hour of the day and weekday; what is expected of them adds up to what was seen. */
export const slotMeans = (counts: Float64Array, keep: readonly boolean[], periods: Periods): Float64Array =>
  meansFrom(weekSums(counts, keep, periods, 0, counts.length), periods.slots);

/**
 * Mean of every period, half way (in logarithms) between what all weeks tell and what all weeks but its own do. A mean that has seen the
 * period takes part of its messages for rhythm, one that has not seen it takes chance for excess; around the middle counts spread as
 * around the true mean, as internally studentised residuals do (Cook & Weisberg 1982).
 */
export function fairMeans(counts: Float64Array, keep: readonly boolean[], periods: Periods): Float64Array {
  const { slots, startSlot } = periods,
    weeks = Array.from({ length: Math.ceil(counts.length / slots) }, (_, week) =>
      weekSums(counts, keep, periods, week * slots, Math.min(counts.length, (week + 1) * slots)),
    );
  const all: WeekSums = { seen: new Float64Array(168), due: new Float64Array(168) };
  for (const week of weeks)
    for (const what of ['seen', 'due'] as const)
      week[what].forEach((value, hour) => {
        all[what][hour] = (all[what][hour] as number) + value;
      });
  const fitted = meansFrom(all, slots),
    means = new Float64Array(counts.length);
  weeks.forEach((own, week) => {
    const others = meansFrom(
      {
        seen: all.seen.map((value, hour) => Math.max(0, value - (own.seen[hour] as number))),
        due: all.due.map((value, hour) => Math.max(0, value - (own.due[hour] as number))),
      },
      slots,
    );
    for (let k = week * slots; k < Math.min(counts.length, (week + 1) * slots); k++) {
      const slot = (startSlot + k) % slots;
      means[k] = Math.sqrt((fitted[slot] as number) * (others[slot] as number));
    }
  });
  return means;
}
