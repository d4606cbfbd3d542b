export interface LineMaximum { readonly x: number; readonly value: number }

/** Maximum of a function with one peak on [low, high], golden section, to `tolerance` in x. Kiefer 1953. */
export function maximiseOnInterval(f: (x: number) => number, low: number, high: number, tolerance: number): LineMaximum {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let a = low, b = high;
  let c = b - ratio * (b - a), d = a + ratio * (b - a);
  let fc = f(c), fd = f(d);
  while (b - a > tolerance) {
    if (fc >= fd) { b = d; d = c; fd = fc; c = b - ratio * (b - a); fc = f(c); }
    else { a = c; c = d; fc = fd; d = a + ratio * (b - a); fd = f(d); }
  }
  return fc >= fd ? { x: c, value: fc } : { x: d, value: fd };
}

/**
 * Where an increasing function of x on [low, high] crosses 0; an end of the interval when it does not. A secant step, then
 * a bisection if that did not halve the interval; the value of the end that stays is halved to draw the next step to it.
 */
export function rootOnInterval(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let a = low, b = high, fa = f(a), fb = f(b);
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  for (let bisect = false; b - a > tolerance;) {
    const width = b - a;
    const x = bisect ? (a + b) / 2 : a - (fa * width) / (fb - fa);
    const value = f(x);
    if (value === 0) return x;
    if (value < 0) { a = x; fa = value; fb /= 2; } else { b = x; fb = value; fa /= 2; }
    if (bisect && b - a >= width) break;
    bisect = !bisect && b - a > width / 2;
  }
  return (a + b) / 2;
}
