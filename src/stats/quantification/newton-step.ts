/** A symmetric matrix, row by row. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * The Newton direction of Levenberg and Marquardt: the solution of (information + damping × its largest curvature) × direction = slopes by
 * the factor of Cholesky; `undefined` where rounding leaves none.
 */
export function newtonStep(
  { size, values }: Square,
  slopes: readonly number[],
  damping: number,
): Float64Array | undefined {
  let most = Number.MIN_VALUE;
  for (let j = 0; j < size; j++) most = Math.max(most, values[j * size + j] as number);
  const factor = factorOf({ size, values }, damping * most);
  if (factor === undefined) return undefined;
  const step = Float64Array.from(slopes);
  for (let k = 0; k < size; k++) {
    let rest = step[k] as number;
    for (let i = 0; i < k; i++) rest -= (step[i] as number) * (factor[k * size + i] as number);
    step[k] = rest / (factor[k * size + k] as number);
  }
  for (let k = size - 1; k >= 0; k--) {
    let rest = step[k] as number;
    for (let i = k + 1; i < size; i++) rest -= (step[i] as number) * (factor[i * size + k] as number);
    step[k] = rest / (factor[k * size + k] as number);
  }
  return step;
}

/** The lower factor of a matrix whose diagonal is raised. */
function factorOf({ size, values }: Square, raised: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const row = j * size;
    let squares = 0;
    for (let k = 0; k < j; k++) {
      const above = k * size;
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (factor[above + i] as number) * (factor[row + i] as number);
      const own = ((values[row + k] as number) - sum) / (factor[above + k] as number);
      factor[row + k] = own;
      squares += own * own;
    }
    const left = (values[row + j] as number) + raised - squares;
    if (!(left > 0)) return undefined;
    factor[row + j] = Math.sqrt(left);
  }
  return factor;
}
