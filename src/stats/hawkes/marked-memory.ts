import type { Span } from './kernel-baseline.js';

/** Events with a mark each (a subject), in order of time; hours from the start of the window. */
export interface MarkedEvents {
  readonly times: readonly number[];
  /** Whole numbers from 0. */
  readonly marks: readonly number[];
}

/** Σ exp(−β·(t − s)) over the sources s < t, at each target: of all marks, and of the mark of the target. */
export function memories(
  sources: MarkedEvents,
  targets: MarkedEvents,
  marks: number,
  beta: number,
): { readonly all: Float64Array; readonly same: Float64Array } {
  const n = targets.times.length,
    all = new Float64Array(n),
    same = new Float64Array(n);
  const sums = new Float64Array(marks),
    reached = new Float64Array(marks);
  let whole = 0,
    last = 0,
    k = 0;
  for (let i = 0; i < n; i++) {
    const t = targets.times[i] as number,
      mark = targets.marks[i] as number;
    for (; k < sources.times.length && (sources.times[k] as number) < t; k++) {
      const s = sources.times[k] as number,
        own = sources.marks[k] as number;
      whole = whole * Math.exp(-beta * (s - last)) + 1;
      last = s;
      sums[own] = (sums[own] as number) * Math.exp(-beta * (s - (reached[own] as number))) + 1;
      reached[own] = s;
    }
    all[i] = whole * Math.exp(-beta * (t - last));
    same[i] = (sums[mark] as number) * Math.exp(-beta * (t - (reached[mark] as number)));
  }
  return { all, same };
}

interface Pace {
  /** By the middle of each hour: how much faster than on average targets come. */
  readonly rhythm: (t: number) => number;
  /** Of each mark among the targets, and the spans in which its targets are explained. */
  readonly share: readonly number[];
  readonly spans: readonly (readonly Span[])[];
  readonly agreement: number;
  readonly hours: number;
}

/** ∫ of the memory of the sources times the pace, hour by hour: of each mark for `agreement`, of all for the rest. */
export function pacedExposure(
  { times, marks: own }: MarkedEvents,
  beta: number,
  { rhythm, share, spans, agreement, hours }: Pace,
): number {
  const paces = Float64Array.from({ length: hours }, (_, h) => rhythm(h)),
    all = new Float64Array(hours),
    same = share.map(() => new Float64Array(hours)),
    kept = Math.exp(-beta);
  times.forEach((s, k) => {
    // a source counts from the middle of the next hour on
    const hour = Math.min(hours - 1, Math.max(0, Math.ceil(s - 0.5))),
      of = same[own[k] as number] as Float64Array;
    of[hour] = (of[hour] as number) + Math.exp(-beta * (hour + 0.5 - s));
  });
  for (const of of same)
    for (let h = 0; h < hours; h++) {
      if (h > 0) of[h] = (of[h] as number) + kept * (of[h - 1] as number);
      all[h] = (all[h] as number) + (of[h] as number);
    }
  let total = 0;
  spans.forEach((list, mark) => {
    const ofMark = same[mark] as Float64Array;
    for (const { from, to } of list)
      for (let h = Math.floor(from); h < to; h++) {
        const memory =
          agreement * (ofMark[h] as number) + (1 - agreement) * (share[mark] as number) * (all[h] as number);
        total += (Math.min(to, h + 1) - Math.max(from, h)) * beta * memory * (paces[h] as number);
      }
  });
  return total;
}

export interface Column {
  readonly values: Float64Array;
  readonly exposure: number;
}

export function scaled(parts: readonly Column[], weights: readonly number[]): Column {
  const values = new Float64Array(parts[0]?.values.length ?? 0);
  parts.forEach((part, p) => {
    const weight = weights[p] as number;
    for (let k = 0; k < values.length; k++)
      values[k] = (values[k] as number) + weight * (part.values[k] as number);
  });
  return {
    values,
    exposure: parts.reduce((sum, { exposure }, p) => sum + (weights[p] as number) * exposure, 0),
  };
}
