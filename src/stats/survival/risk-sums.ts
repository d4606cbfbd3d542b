/** The covariates of each row that are not 0: those of row `i` are `names[starts[i]..starts[i+1]]`. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly names: Uint16Array;
  readonly values: Float64Array;
}

export function sparseRows(columns: readonly Float64Array[], n: number): SparseRows {
  const starts = new Uint32Array(n + 1);
  for (const column of columns)
    for (let i = 0; i < n; i++) if (column[i] !== 0) starts[i + 1] = (starts[i + 1] as number) + 1;
  for (let i = 0; i < n; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const names = new Uint16Array(starts[n] as number),
    values = new Float64Array(names.length),
    free = starts.slice();
  for (const [a, column] of columns.entries())
    for (let i = 0; i < n; i++) {
      if (column[i] === 0) continue;
      const place = free[i] as number;
      names[place] = a;
      values[place] = column[i] as number;
      free[i] = place + 1;
    }
  return { starts, names, values };
}

/** Running sums over a risk set: Σw, Σw·x, Σw·x·xᵀ with w = exp(x·coef). */
export class RiskSums {
  total = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(
    private readonly rows: SparseRows,
    private readonly p: number,
  ) {
    this.first = new Float64Array(p);
    this.second = new Float64Array(p * p);
  }

  add(row: number, weight: number): void {
    const { names, values, starts } = this.rows,
      { first, second, p } = this,
      from = starts[row] as number,
      to = starts[row + 1] as number;
    this.total += weight;
    for (let i = from; i < to; i++) {
      const wx = weight * (values[i] as number),
        a = names[i] as number;
      first[a] = (first[a] as number) + wx;
      for (let j = from; j <= i; j++) {
        const place = a * p + (names[j] as number);
        second[place] = (second[place] as number) + wx * (values[j] as number);
      }
    }
  }

  clear(): void {
    this.total = 0;
    this.first.fill(0);
    this.second.fill(0);
  }
}
