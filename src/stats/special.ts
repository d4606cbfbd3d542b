import { createRequire } from 'node:module';

/** The functions used here of the Cephes library (Moshier), double precision, compiled to WebAssembly. */
interface Cephes {
  /** Normal quantile. */
  ndtri(p: number): number;
  /** P(Z <= z) of the standard normal law. */
  ndtr(z: number): number;
  /** P(X <= x) of a beta law. */
  incbet(a: number, b: number, x: number): number;
  /** Beta quantile. */
  incbi(a: number, b: number, p: number): number;
  /** Upper tail of the chi-square distribution. */
  chdtrc(df: number, x: number): number;
  /** Upper tail of the asymptotic Kolmogorov distribution. */
  kolmogorov(x: number): number;
  /** Logarithm of the gamma function. */
  lgam(x: number): number;
}

let loaded: Cephes | undefined;

/** Loaded at first use: compiling takes about 10 ms. The package's CommonJS build is the one that is ready at once. */
function cephes(): Cephes {
  loaded ??= createRequire(import.meta.url)('cephes') as Cephes;
  return loaded;
}

export const normalQuantile = (p: number): number => cephes().ndtri(p);

/** P(Z <= z) of the standard normal law. */
export const normalShare = (z: number): number => cephes().ndtr(z);

/** P(X <= x) of a beta law. */
export const betaShare = (x: number, a: number, b: number): number => cephes().incbet(a, b, x);

export const betaQuantile = (p: number, a: number, b: number): number => cephes().incbi(a, b, p);

/** Beyond this and twice the degrees of freedom the tail is under the smallest number; Cephes throws there. */
const NO_TAIL = 1300;

export const chiSquareUpperTail = (x: number, df: number): number =>
  x <= 0 ? 1 : x > NO_TAIL + 2 * df ? 0 : cephes().chdtrc(df, x);

export const logGamma = (x: number): number => cephes().lgam(x);

/** Under this the tail is 1 to the last digit; at 0 the series of Cephes never ends. */
const ALL_TAIL = 0.15;

/** P(D > d) for the Kolmogorov-Smirnov distance of n values, Stephens' (1970) finite-n form of the asymptotic law. */
export const kolmogorovUpperTail = (distance: number, n: number): number => {
  const root = Math.sqrt(n),
    scaled = (root + 0.12 + 0.11 / root) * distance;
  return scaled < ALL_TAIL ? 1 : cephes().kolmogorov(scaled);
};
