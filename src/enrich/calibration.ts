/** Slope and shift of P = 1 / (1 + e^−(slope · margin + shift)) by maximum likelihood (Platt 1999, with his soft targets). */
export function fitPlatt(margins: ArrayLike<number>, positive: ArrayLike<number | boolean>): { slope: number; shift: number } {
  let up = 0;
  for (let i = 0; i < margins.length; i++) if (positive[i]) up++;
  const down = margins.length - up;
  const high = (up + 1) / (up + 2), low = 1 / (down + 2);
  let slope = 1, shift = Math.log((up + 1) / (down + 1));
  for (let round = 0; round < 60; round++) {
    let gSlope = 0, gShift = 0, hSlope = 1e-6, hShift = 1e-6, hBoth = 0;
    for (let i = 0; i < margins.length; i++) {
      const m = margins[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * m + shift)));
      const error = p - (positive[i] ? high : low), weight = p * (1 - p);
      gSlope += error * m;
      gShift += error;
      hSlope += weight * m * m;
      hShift += weight;
      hBoth += weight * m;
    }
    const determinant = hSlope * hShift - hBoth * hBoth;
    const stepSlope = (hShift * gSlope - hBoth * gShift) / determinant, stepShift = (hSlope * gShift - hBoth * gSlope) / determinant;
    const small = Math.min(1, 2 / Math.max(Math.abs(stepSlope), Math.abs(stepShift), 1e-9));
    slope -= small * stepSlope;
    shift -= small * stepShift;
    if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-7) break;
  }
  return { slope, shift };
}

/**
 * One slope for all labels and a shift a label for softmax(slope · margin + shift), by maximum likelihood
 * (temperature scaling with biases, Guo et al. 2017). `margins` has one array a label.
 */
export function fitSoftmax(margins: readonly ArrayLike<number>[], labels: ArrayLike<number>): { slope: number; shifts: number[] } {
  const wide = margins.length, count = labels.length;
  let slope = 1;
  const shifts = Array.from({ length: wide }, () => 0);
  let rate = 1, before = Infinity;
  for (let round = 0; round < 400; round++) {
    const gradient = Array.from({ length: wide }, () => 0);
    let gSlope = 0, loss = 0;
    for (let i = 0; i < count; i++) {
      const z = margins.map((column, k) => slope * (column[i] as number) + (shifts[k] as number));
      const top = Math.max(...z);
      const e = z.map((value) => Math.exp(value - top));
      const sum = e.reduce((a, b) => a + b, 0);
      for (let k = 0; k < wide; k++) {
        const error = (e[k] as number) / sum - (labels[i] === k ? 1 : 0);
        gradient[k]! += error / count;
        gSlope += error * (margins[k]?.[i] as number) / count;
      }
      loss -= ((z[labels[i] as number] as number) - top - Math.log(sum)) / count;
    }
    if (loss > before) rate *= 0.5;
    before = loss;
    slope -= rate * 4 * gSlope;
    for (let k = 0; k < wide; k++) shifts[k]! -= rate * (gradient[k] as number);
    if (Math.abs(gSlope) < 1e-5) break;
  }
  return { slope, shifts };
}
