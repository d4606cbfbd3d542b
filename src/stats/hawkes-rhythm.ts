import { CholeskyDecomposition, inverse, Matrix, solve } from 'ml-matrix';
import { at } from './checks.js';

/**
 * The rhythm of a week in few parameters, log-linear: harmonics of the day and a weekend factor, or one factor per weekday.
 * A free factor per hour and weekday would fit the chance bunching of events and take it away from the excitation.
 */
export interface RhythmShape {
  /** Harmonics of the day, 0 to 12; 12 gives each hour its own factor. */
  readonly harmonics: number;
  readonly days: 'weekend' | 'each';
}

/** A shape with its fitted coefficients, one per column of `rhythmColumns`. */
export interface FittedRhythm { readonly shape: RhythmShape; readonly coefficients: Float64Array }

/** Fewer than four leave a quiet night too busy, and its events are then not seen as excited. */
export const LEAST_HARMONICS = 4;

/** Tried in turn where events are many. */
export const FINER_HARMONICS = [6, 8, 12] as const;

/** Weight of a normal prior of mean 0 and standard deviation 2 on each coefficient: only keeps an hour without baseline events from running to −∞. */
const PRIOR = 0.25;

/** Where growth is more the quadratic approximation says little. */
const MOST_GROWTH = 4;

/** One column of 168 values, Monday 00:00 to Sunday 23:00, per coefficient; none is constant, the level is the baseline's. */
export function rhythmColumns({ harmonics, days }: RhythmShape): Float64Array[] {
  const column = (value: (day: number, angle: number) => number): Float64Array =>
    Float64Array.from({ length: 168 }, (_, h) => value(Math.floor(h / 24), (2 * Math.PI * ((h % 24) + 0.5)) / 24));
  const columns: Float64Array[] = [];
  if (days === 'weekend') columns.push(column((day) => (day >= 5 ? 5 / 7 : -2 / 7)));
  else for (let own = 1; own < 7; own++) columns.push(column((day) => (day === own ? 1 : 0) - (day === 0 ? 1 : 0)));
  for (let m = 1; m <= harmonics; m++) {
    if (m < 12) columns.push(column((_, angle) => Math.cos(m * angle)));
    columns.push(column((_, angle) => Math.sin(m * angle)));
  }
  return columns;
}

/** Coefficients of a finer shape that give the same rhythm. */
export function refined({ shape, coefficients }: FittedRhythm, finer: RhythmShape): Float64Array {
  const days = shape.days === 'weekend' && finer.days === 'each' ? [-2, -2, -2, -2, 5, 5].map((part) => (part / 7) * at(coefficients, 0)) : [...coefficients.subarray(0, shape.days === 'each' ? 6 : 1)];
  const same = [...days, ...coefficients.subarray(shape.days === 'each' ? 6 : 1)];
  return Float64Array.from({ length: rhythmColumns(finer).length }, (_, j) => same[j] ?? 0);
}

/** Factors of the 168 hours, mean 1. */
export function rhythmFactors(columns: readonly Float64Array[], coefficients: ArrayLike<number>): Float64Array {
  const factors = Float64Array.from({ length: 168 }, (_, h) => Math.exp(columns.reduce((sum, column, j) => sum + at(coefficients, j) * at(column, h), 0)));
  const mean = factors.reduce((a, b) => a + b, 0) / 168;
  return factors.map((value) => value / mean);
}

export const priorOf = (coefficients: Float64Array): number => -0.5 * PRIOR * coefficients.reduce((sum, value) => sum + value * value, 0);

/** What the events of one type say about their baseline, per hour of the week. */
export interface BaselineSums {
  /** Σ p, expected baseline events: p is the probability that an event is of the baseline. */
  readonly expected: Float64Array;
  /** Σ p². */
  readonly squares: Float64Array;
  /** Per excitation parameter at work: Σ p·x/λ. */
  readonly crossed: readonly Float64Array[];
  /** Σ x·x'/λ² between these parameters. */
  readonly information: readonly (readonly number[])[];
}

/** Information on the coefficients (prior included), on the excitation, and between them. */
function informationOf(columns: readonly Float64Array[], sums: BaselineSums): { shape: Matrix; crossed: Matrix; inner: Matrix } {
  const shape = Matrix.zeros(columns.length, columns.length);
  columns.forEach((column, a) => {
    const weighted = column.map((value, h) => value * at(sums.squares, h));
    for (let b = 0; b <= a; b++) {
      const other = columns[b] as Float64Array;
      let sum = a === b ? PRIOR : 0;
      for (let h = 0; h < 168; h++) sum += (weighted[h] as number) * (other[h] as number);
      shape.set(a, b, sum);
      shape.set(b, a, sum);
    }
  });
  const crossed = new Matrix(columns.map((column) => sums.crossed.map((own) => own.reduce((sum, value, h) => sum + value * at(column, h), 0))));
  const inner = new Matrix(sums.information.map((row, a) => row.map((value, b) => (a === b ? value * (1 + 1e-9) + Number.MIN_VALUE : value))));
  return { shape, crossed, inner };
}

/**
 * How much the variance of each of the first `count` parameters grows because the coefficients, and what follows these
 * parameters in the sums, are estimated with them: 1 or more.
 */
export function varianceGrowth(columns: readonly Float64Array[], sums: BaselineSums, count: number): number[] {
  const { shape, crossed, inner } = informationOf(columns, sums);
  const left = columns.length === 0 ? inner : Matrix.sub(inner, crossed.transpose().mmul(solve(shape, crossed, true)));
  const fixed = inverse(inner.subMatrix(0, count - 1, 0, count - 1), true), free = inverse(left, true);
  return Array.from({ length: count }, (_, a) => {
    const growth = free.get(a, a) / fixed.get(a, a);
    return growth >= 1 ? Math.min(growth, MOST_GROWTH) : 1;
  });
}

/**
 * One scoring step of the coefficients, the excitation following along (its block of the information is projected out).
 *
 * @param due baseline events the model holds per hour of the week
 * @returns the step, no hour moved by more than e³, and the gain it promises
 */
export function rhythmStep(columns: readonly Float64Array[], coefficients: Float64Array, sums: BaselineSums, due: Float64Array): { step: Float64Array; gain: number } {
  const dot = (one: Float64Array, other: (h: number) => number): number => one.reduce((sum, value, h) => sum + value * other(h), 0);
  const gradient = columns.map((column, j) => dot(column, (h) => at(sums.expected, h) - at(due, h)) - PRIOR * at(coefficients, j));
  const { shape: own, crossed, inner } = informationOf(columns, sums);
  const information = Matrix.sub(own, crossed.mmul(solve(inner, crossed.transpose(), true)));
  const cholesky = new CholeskyDecomposition(information.clone().add(information.transpose()).mul(0.5));
  const found = cholesky.isPositiveDefinite() ? cholesky.solve(Matrix.columnVector(gradient)).getColumn(0) : gradient.map((value, j) => value / Math.max(information.get(j, j), PRIOR));
  let widest = 0;
  for (let h = 0; h < 168; h++) widest = Math.max(widest, Math.abs(columns.reduce((sum, column, j) => sum + at(found, j) * at(column, h), 0)));
  const shrink = Math.min(1, 3 / Math.max(widest, 1e-12));
  return { step: Float64Array.from(found, (value) => shrink * value), gain: gradient.reduce((sum, value, j) => sum + value * at(found, j), 0) };
}
