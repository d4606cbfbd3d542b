/** Terms of fewer texts of a class count for nothing in its split (rainette: 3). */
const LEAST_SPREAD = 3;

/** Presence of terms in the texts of a class: terms of three texts at least, texts that hold one. */
export interface ClassTable {
  readonly texts: readonly number[];
  /** Terms of text i: `ids[starts[i]..starts[i+1]]`. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly spread: Float64Array;
  readonly total: number;
}

export function tableOf(texts: readonly number[], terms: readonly (readonly number[])[]): ClassTable {
  const counts = new Map<number, number>();
  for (const text of texts) for (const id of terms[text] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_SPREAD);
  const columnOf = new Map(kept.map(([id], column) => [id, column]));
  const total = kept.reduce((sum, [, count]) => sum + count, 0);
  const filled: number[] = [],
    starts = [0],
    ids = new Int32Array(total);
  let end = 0;
  for (const text of texts) {
    const start = end;
    for (const id of terms[text] ?? []) {
      const column = columnOf.get(id);
      if (column !== undefined) ids[end++] = column;
    }
    if (end === start) continue;
    filled.push(text);
    starts.push(end);
  }
  const spread = Float64Array.from(kept, ([, count]) => count);
  return { texts: filled, starts: Int32Array.from(starts), ids, spread, total };
}
