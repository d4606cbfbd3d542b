/** Slope and shift of P = 1 / (1 + e^−(slope · margin + shift)) by maximum likelihood (Platt 1999, with his soft targets). */
export function fitPlatt(
  margins: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
): { slope: number; shift: number } {
  let up = 0;
  for (let i = 0; i < margins.length; i++) if (positive[i]) up++;
  const down = margins.length - up;
  const high = (up + 1) / (up + 2),
    low = 1 / (down + 2);
  let slope = 1,
    shift = Math.log((up + 1) / (down + 1));
  for (let round = 0; round < 60; round++) {
    let gSlope = 0,
      gShift = 0,
      hSlope = 1e-6,
      hShift = 1e-6,
      hBoth = 0;
    for (let i = 0; i < margins.length; i++) {
      const m = margins[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * m + shift)));
      const error = p - (positive[i] ? high : low),
        weight = p * (1 - p);
      gSlope += error * m;
      gShift += error;
      hSlope += weight * m * m;
      hShift += weight;
      hBoth += weight * m;
    }
    const determinant = hSlope * hShift - hBoth * hBoth;
    const stepSlope = (hShift * gSlope - hBoth * gShift) / determinant,
      stepShift = (hSlope * gShift - hBoth * gSlope) / determinant;
    const small = Math.min(1, 2 / Math.max(Math.abs(stepSlope), Math.abs(stepShift), 1e-9));
    slope -= small * stepSlope;
    shift -= small * stepShift;
    if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-7) break;
  }
  return { slope, shift };
}

/**
 * One slope for all labels and a shift a label for softmax(slope · margin + shift), by maximum likelihood
 * (temperature scaling with biases, Guo et al. 2017). `margins` has one array a label. Damped diagonal Newton steps.
 */
export function fitSoftmax(
  margins: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
): { slope: number; shifts: number[] } {
  const wide = margins.length;
  let slope = 1;
  const shifts = Array.from({ length: wide }, () => 0);
  const p = new Float64Array(wide);
  for (let round = 0; round < 150; round++) {
    const gradient = new Float64Array(wide),
      curve = new Float64Array(wide).fill(1e-6);
    let gSlope = 0,
      cSlope = 1e-6;
    for (let i = 0; i < labels.length; i++) {
      let top = -Infinity,
        sum = 0,
        mean = 0,
        square = 0;
      for (let k = 0; k < wide; k++)
        top = Math.max(top, (p[k] = slope * (margins[k]?.[i] as number) + (shifts[k] as number)));
      for (let k = 0; k < wide; k++) sum += p[k] = Math.exp((p[k] as number) - top);
      for (let k = 0; k < wide; k++) {
        const share = (p[k] as number) / sum,
          margin = margins[k]?.[i] as number;
        const error = share - (labels[i] === k ? 1 : 0);
        gradient[k]! += error;
        curve[k]! += share * (1 - share);
        gSlope += error * margin;
        mean += share * margin;
        square += share * margin * margin;
      }
      cSlope += square - mean * mean;
    }
    const step = (0.5 * gSlope) / cSlope;
    slope = Math.max(0.01, slope - step);
    let moved = Math.abs(step);
    for (let k = 0; k < wide; k++) {
      const shiftStep = (0.5 * (gradient[k] as number)) / (curve[k] as number);
      shifts[k]! -= shiftStep;
      moved = Math.max(moved, Math.abs(shiftStep));
    }
    if (moved < 1e-6) break;
  }
  return { slope, shifts };
}

/** 1 / (1 + e^−z). */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * Probability, in hundredths, from which a label is best told: the largest mean F1 of bearing it and of not, averaged over the
 * two hundredths on either side, so that one lucky text decides nothing.
 *
 * @example
 * bestThreshold([0.9, 0.8, 0.4, 0.1], [true, true, false, false])
 * // → 0.43
 */
export function bestThreshold(probabilities: readonly number[], bears: readonly boolean[]): number {
  const counts = Array.from({ length: 101 }, () => ({ up: 0, down: 0 }));
  probabilities.forEach((p, i) => {
    counts[Math.floor(p * 100)]![bears[i] ? 'up' : 'down']++;
  });
  let missed = 0,
    right = 0,
    hits = bears.filter(Boolean).length,
    alarms = bears.length - hits;
  const scores = counts.map(({ up, down }) => {
    const score =
      hits / Math.max(2 * hits + alarms + missed, 1) + right / Math.max(2 * right + alarms + missed, 1);
    missed += up;
    hits -= up;
    right += down;
    alarms -= down;
    return score;
  });
  let best = 50,
    top = -1;
  for (let t = 2; t <= 98; t++) {
    const score = scores.slice(t - 2, t + 3).reduce((sum, value) => sum + value, 0);
    if (score > top + 1e-9) {
      top = score;
      best = t;
    }
  }
  return best / 100;
}
