/** One comparison pattern and how many pairs show it. */
export interface Pattern {
  readonly levels: Uint8Array;
  /** −log2 P(another person agrees) over the identifiers that agree: how rare their values are. */
  readonly rarity: number;
  readonly count: number;
}

/** Counts equal patterns: estimation is over patterns, not pairs. Rarities are rounded to a quarter of a bit. */
export function countPatterns(
  comparisons: Iterable<{ readonly levels: Uint8Array; readonly rarity: number }>,
): Pattern[] {
  const counts = new Map<string, { levels: Uint8Array; rarity: number; count: number }>();
  for (const { levels, rarity } of comparisons) {
    const rounded = Math.round(rarity * 4) / 4;
    const key = `${String.fromCharCode(...levels)}${rounded}`;
    const found = counts.get(key);
    if (found) found.count++;
    else counts.set(key, { levels, rarity: rounded, count: 1 });
  }
  return [...counts.values()];
}
