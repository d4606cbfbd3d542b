import type { MarkedEvents } from './marked-memory.js';

/** Targets beyond this are taken together with neighbours of their mark. */
const MOST_ROWS = 3000;
/** Targets in the order of their marks, and the row of each: neighbours of one mark taken together where there are very many. */
export class MarkedRows {
  readonly order: Uint32Array;
  readonly size: number;
  readonly n: number;
  /** Targets of each row; absent where each has one. */
  readonly weights: Float64Array | undefined;
  /** Where the targets of each mark begin in `order`, and after the last. */
  readonly starts: Uint32Array;

  constructor({ times, marks: own }: MarkedEvents, marks: number, most = MOST_ROWS) {
    const count = times.length;
    this.size = Math.max(1, Math.ceil(count / most));
    this.n = Math.ceil(count / this.size);
    this.starts = new Uint32Array(marks + 1);
    for (const mark of own) this.starts[mark + 1] = (this.starts[mark + 1] as number) + 1;
    for (let mark = 0; mark < marks; mark++)
      this.starts[mark + 1] = (this.starts[mark + 1] as number) + (this.starts[mark] as number);
    const next = this.starts.slice();
    this.order = new Uint32Array(count);
    own.forEach((mark, k) => {
      this.order[next[mark] as number] = k;
      next[mark] = (next[mark] as number) + 1;
    });
    this.weights =
      this.size === 1
        ? undefined
        : Float64Array.from({ length: this.n }, (_, r) => Math.min(this.size, count - r * this.size));
  }

  /** Rows of some targets. */
  of(targets: ReadonlySet<number>): number[] {
    const rows: number[] = [];
    this.order.forEach((k, place) => {
      if (targets.has(k)) rows.push(this.size === 1 ? k : Math.floor(place / this.size));
    });
    return rows;
  }

  /** Means by row of a value of each target of some marks, 0 for the others. */
  meansOf(valueOf: (k: number) => number, marks: readonly number[]): Float64Array {
    const { order, size, n, weights, starts } = this,
      sums = new Float64Array(n);
    for (const mark of marks)
      for (let place = starts[mark] as number; place < (starts[mark + 1] as number); place++) {
        const k = order[place] as number,
          row = size === 1 ? k : Math.floor(place / size);
        sums[row] = (sums[row] as number) + valueOf(k);
      }
    if (weights !== undefined)
      for (let row = 0; row < n; row++) sums[row] = (sums[row] as number) / (weights[row] as number);
    return sums;
  }
}
