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

/** Where an increasing function of x on [low, high] crosses 0; an end of the interval when it does not. Bisection with secant steps (Illinois). */
export function rootOnInterval(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let a = low, b = high, fa = f(a), fb = f(b);
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  for (let k = 0; k < 60 && b - a > tolerance; k++) {
    const x = a - (fa * (b - a)) / (fb - fa);
    const fx = f(x);
    if (fx === 0) return x;
    if (fx < 0) { a = x; fa = fx; fb /= k % 3 === 2 ? 2 : 1; }
    else { b = x; fb = fx; fa /= k % 3 === 2 ? 2 : 1; }
    if (k % 4 === 3) {
      const middle = (a + b) / 2, fm = f(middle);
      if (fm < 0) { a = middle; fa = fm; } else { b = middle; fb = fm; }
    }
  }
  return (a + b) / 2;
}
