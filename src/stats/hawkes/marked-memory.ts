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
