import { Rhythm } from '../hawkes/hawkes-model.js';

/** Prior events spread evenly over the clock per factor: keeps an hour without a baseline event from becoming impossible. */
const PRIOR_EVENTS = 0.5;

/** Hours of [0, horizon] in each of the 168 hours of the week. */
export function hoursOfWeek(horizon: number, startHourOfWeek: number): Float64Array {
  const hours = new Float64Array(168);
  const clock = new Rhythm(undefined, startHourOfWeek);
  for (let t = 0; t < horizon;) {
    const h = clock.hourOfWeek(t + 1e-9);
    const next = Math.min(horizon, Math.floor(t + startHourOfWeek + 1e-9) + 1 - startHourOfWeek);
    hours[h] = (hours[h] as number) + (next - t);
    t = next;
  }
  return hours;
}

/**
 * Hour-of-day × weekday factors from counts per hour of the week: marginal
 * fitting in turn, then scaled to mean 1 over the week.
 *
 * @param expected events per hour of the week
 * @param exposure hours observed per hour of the week
 */
export function weeklyFactors(expected: Float64Array, exposure: Float64Array): Float64Array {
  const day = new Float64Array(24).fill(1),
    week = new Float64Array(7).fill(1);
  const total = expected.reduce((a, b) => a + b, 0),
    hours = exposure.reduce((a, b) => a + b, 0);
  const rate = hours > 0 && total > 0 ? total / hours : 1;
  for (let round = 0; round < 20; round++) {
    refit(
      day,
      (h) => h % 24,
      (h) => (week[Math.floor(h / 24)] as number) * rate,
      expected,
      exposure,
    );
    refit(
      week,
      (h) => Math.floor(h / 24),
      (h) => (day[h % 24] as number) * rate,
      expected,
      exposure,
    );
  }
  const factors = Float64Array.from(
    { length: 168 },
    (_, h) => (day[h % 24] as number) * (week[Math.floor(h / 24)] as number),
  );
  const mean = factors.reduce((a, b) => a + b, 0) / 168;
  return factors.map((value) => value / mean);
}

function refit(
  own: Float64Array,
  slot: (h: number) => number,
  others: (h: number) => number,
  expected: Float64Array,
  exposure: Float64Array,
): void {
  const seen = new Float64Array(own.length).fill(PRIOR_EVENTS),
    due = new Float64Array(own.length).fill(PRIOR_EVENTS);
  for (let h = 0; h < 168; h++) {
    seen[slot(h)] = (seen[slot(h)] as number) + (expected[h] as number);
    due[slot(h)] = (due[slot(h)] as number) + others(h) * (exposure[h] as number);
  }
  own.forEach((_, s) => {
    own[s] = (seen[s] as number) / (due[s] as number);
  });
}
