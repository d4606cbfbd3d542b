import { exponentialTest, type TimeRescalingTest } from './hawkes-likelihood.js';
import { timesOf } from './hawkes-memory.js';
import type { EventSequence } from './hawkes-model.js';
import { integralsOf, placeIn, type Span } from './kernel-baseline.js';
import { kernelsOf, type KernelRow } from './kernel-rows.js';

/** Σ (1 − exp(−β·(t − t_k))) over the events of a source before each of the given times, upwards. */
function accumulated(source: Float64Array, beta: number, times: Float64Array): Float64Array {
  let memory = 0,
    last = 0,
    k = 0;
  return times.map((t) => {
    for (; k < source.length && (source[k] as number) < t; k++) {
      memory = memory * Math.exp(-beta * ((source[k] as number) - last)) + 1;
      last = source[k] as number;
    }
    return k - memory * Math.exp(-beta * (t - last));
  });
}

/**
 * Fit check by time rescaling, as `hawkesGoodnessOfFit`: gaps of the compensator between events of one span, exponential under the
 * right model. Ogata 1988.
 */
export function rescalingTest(
  row: KernelRow,
  events: EventSequence,
  halfLives: readonly number[],
  spans: readonly Span[],
  type: string,
): TimeRescalingTest {
  const { fit, baseline } = row,
    times = timesOf(events, row.type),
    n = times.length;
  const total = new Float64Array(n);
  for (let source = 0; source < events.K; source++) {
    const weights = kernelsOf(row, source),
      sourceTimes = timesOf(events, source);
    halfLives.forEach((halfLife, k) => {
      const weight = weights[k] as number;
      if (weight === 0) return;
      const known = accumulated(sourceTimes, Math.LN2 / halfLife, times);
      for (let e = 0; e < n; e++) total[e] = (total[e] as number) + weight * (known[e] as number);
    });
  }
  const used = baseline.flatMap((column, j) => ((fit.theta[j] as number) > 0 ? [{ column, j }] : []));
  const columns = used.map(({ column }) => column);
  const gaps: number[] = [];
  for (let e = 1; e < n; e++) {
    const [from, to] = [times[e - 1] as number, times[e] as number];
    if (placeIn(spans, from) !== placeIn(spans, to)) continue;
    let gap = (total[e] as number) - (total[e - 1] as number);
    const own = integralsOf(columns, [{ from, to }]);
    for (const [at, { j }] of used.entries()) gap += (fit.theta[j] as number) * (own[at] as number);
    gaps.push(gap);
  }
  return { type, n, ...exponentialTest(Float64Array.from(gaps)) };
}
