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
  let most = -1;
  for (const text of texts) for (const id of terms[text] ?? []) if (id > most) most = id;
  const counts = new Int32Array(most + 1),
    met: number[] = [];
  for (const text of texts)
    for (const id of terms[text] ?? []) {
      if (counts[id] === 0) met.push(id);
      counts[id] = (counts[id] as number) + 1;
    }
  const kept = met.filter((id) => (counts[id] as number) >= LEAST_SPREAD),
    spread = Float64Array.from(kept, (id) => counts[id] as number),
    total = spread.reduce((sum, count) => sum + count, 0);
  const columnOf = new Int32Array(most + 1).fill(-1);
  kept.forEach((id, column) => (columnOf[id] = column));
  const filled: number[] = [],
    starts = [0],
    ids = new Int32Array(total);
  let end = 0;
  for (const text of texts) {
    const start = end;
    for (const id of terms[text] ?? []) {
      const column = columnOf[id] as number;
      if (column >= 0) ids[end++] = column;
    }
    if (end === start) continue;
    filled.push(text);
    starts.push(end);
  }
  return { texts: filled, starts: Int32Array.from(starts), ids, spread, total };
}

/** Mean of the terms' values in each text; `sums`: and the sum of those in each term. Four terms a turn: a turn asks whether it may go on. */
export function placeTexts(
  { starts, ids }: ClassTable,
  values: Float64Array,
  out: Float64Array,
  sums?: Float64Array,
): void {
  sums?.fill(0);
  for (let i = 0, at = 0; i < out.length; i++) {
    const from = at,
      to = starts[i + 1] as number;
    let sum = 0;
    for (; at + 4 <= to; at += 4)
      sum =
        sum +
        (values[ids[at] as number] as number) +
        (values[ids[at + 1] as number] as number) +
        (values[ids[at + 2] as number] as number) +
        (values[ids[at + 3] as number] as number);
    for (; at < to; at++) sum += values[ids[at] as number] as number;
    const mean = sum / (to - from);
    out[i] = mean;
    if (sums === undefined) continue;
    let k = from;
    for (; k + 4 <= to; k += 4) {
      add(sums, ids[k] as number, mean);
      add(sums, ids[k + 1] as number, mean);
      add(sums, ids[k + 2] as number, mean);
      add(sums, ids[k + 3] as number, mean);
    }
    for (; k < to; k++) add(sums, ids[k] as number, mean);
  }
}

function add(sums: Float64Array, j: number, value: number): void {
  sums[j] = (sums[j] as number) + value;
}
