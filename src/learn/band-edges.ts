import { tally } from '../util/grouped.js';

/** A value of a column, and the group of texts that it is of. */
export interface GroupedValue {
  readonly value: number;
  readonly group: string;
}

/** Decimals of an edge that are kept. */
const DECIMALS = 3;

/**
 * Edges of bands that hold equal parts of the values, every group weighing the same; `cuts`, where a column tells another label, are edges,
 * each in place of the nearest one. Fewer bands where many values are the same.
 *
 * @example
 * bandEdges([0.1, 0.2, 0.3, 0.4].map((value) => ({ value, group: 'all' })), { bands: 2, cuts: [] })
 * // → [0.2]
 */
export function bandEdges(
  values: readonly GroupedValue[],
  { bands, cuts }: { readonly bands: number; readonly cuts: readonly number[] },
): number[] {
  const sizes = tally(values.map(({ group }) => group));
  const edges = new Set<number>();
  let below = 0;
  for (const { value, group } of values.toSorted((a, b) => a.value - b.value)) {
    const band = Math.floor(bands * below);
    below += 1 / ((sizes.get(group) as number) * sizes.size);
    // the last sum may miss or pass 1 by a rounding
    if (Math.floor(bands * below) > band && below < 1 - 1e-9) edges.add(Number(value.toFixed(DECIMALS)) + 0);
  }
  const kept = [...edges];
  for (const cut of cuts) {
    const nearest = kept
      .map((_, at) => at)
      .filter((at) => !cuts.includes(kept[at] as number))
      .toSorted((a, b) => Math.abs((kept[a] as number) - cut) - Math.abs((kept[b] as number) - cut))[0];
    if (kept.includes(cut)) continue;
    if (nearest === undefined) kept.push(cut);
    else kept[nearest] = cut;
  }
  return kept.toSorted((a, b) => a - b);
}
