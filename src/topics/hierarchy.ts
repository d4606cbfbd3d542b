import type { Mixture } from './mixture.js';

/** Jensen-Shannon divergence of two distributions weighted by their sizes, in nats. */
function divergence(a: Float64Array, b: Float64Array, wa: number, wb: number): number {
  const pa = wa / (wa + wb),
    pb = 1 - pa;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number,
      y = b[i] as number,
      m = pa * x + pb * y;
    if (x > 0) sum += pa * x * Math.log(x / m);
    if (y > 0) sum += pb * y * Math.log(y / m);
  }
  return sum;
}

/** Joins of aspects, the first to be made first: the group of aspect `from` goes into that of aspect `into`. */
export type Joins = readonly (readonly [into: number, from: number])[];

/**
 * The order in which aspects join, the two of least information lost first (size × Jensen-Shannon divergence of their terms: the
 * agglomerative information bottleneck, Slonim & Tishby 1999).
 */
export function joinOrder(mixture: Mixture, sizes: readonly number[]): Joins {
  const { count, logTerm } = mixture;
  const terms = count === 0 ? 0 : logTerm.length / count;
  const groups = Array.from({ length: count }, (_, s) => ({
    size: sizes[s] ?? 0,
    profile: Float64Array.from({ length: terms }, (_unused, term) =>
      Math.exp(logTerm[term * count + s] as number),
    ),
  }));
  const cost = (a: (typeof groups)[number], b: (typeof groups)[number]): number =>
    (a.size + b.size) * divergence(a.profile, b.profile, a.size || 1, b.size || 1);
  const costs = groups.map((a, i) => groups.map((b, j) => (j < i ? cost(a, b) : Infinity)));
  const joins: (readonly [number, number])[] = [];
  let live = [...groups.keys()];
  while (live.length > 1) {
    let least = Infinity,
      at: readonly [number, number] = [1, 0];
    for (const i of live)
      for (const j of live)
        if (j < i && (costs[i]?.[j] as number) < least) {
          least = costs[i]?.[j] as number;
          at = [i, j];
        }
    const [from, into] = at;
    joins.push([into, from]);
    const a = groups[into] as (typeof groups)[number],
      b = groups[from] as (typeof groups)[number];
    const total = a.size + b.size || 1;
    for (let term = 0; term < terms; term++)
      a.profile[term] = ((a.profile[term] as number) * a.size + (b.profile[term] as number) * b.size) / total;
    a.size += b.size;
    live = live.filter((i) => i !== from);
    for (const i of live) {
      if (i === into) continue;
      const [high, low] = i > into ? [i, into] : [into, i];
      (costs[high] as number[])[low] = cost(
        groups[high] as (typeof groups)[number],
        groups[low] as (typeof groups)[number],
      );
    }
  }
  return joins;
}

/** The subject of each aspect when joins are made until `most` are left, numbered by their first aspect. */
export function subjectsAt(joins: Joins, count: number, most: number): readonly number[] {
  const groupOf = Array.from({ length: count }, (_, aspect) => aspect);
  for (const [into, from] of joins.slice(0, Math.max(0, count - Math.max(1, most))))
    for (let aspect = 0; aspect < count; aspect++) if (groupOf[aspect] === from) groupOf[aspect] = into;
  const order = [...new Set(groupOf)].toSorted((a, b) => a - b);
  return groupOf.map((group) => order.indexOf(group));
}
