export interface LineMaximum {
  readonly x: number;
  readonly value: number;
}

/** Maximum of a function with one peak on [low, high], golden section, to `tolerance` in x. Kiefer 1953. */
export function maximiseOnInterval(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): LineMaximum {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let a = low,
    b = high;
  let c = b - ratio * (b - a),
    d = a + ratio * (b - a);
  let fc = f(c),
    fd = f(d);
  while (b - a > tolerance) {
    if (fc >= fd) {
      b = d;
      d = c;
      fd = fc;
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      a = c;
      c = d;
      fc = fd;
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  return fc >= fd ? { x: c, value: fc } : { x: d, value: fd };
}
