import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';

/** Harmonics of the day: 12 give each hour its own factor. A smoother day makes quiet nights too busy, and then misses excitation. */
const HARMONICS = 12;

/** Weight of a normal prior of mean 0 and standard deviation 3 on each coefficient: only keeps an hour without baseline events from running to −∞. */
const PRIOR = 1 / 9;

/** Below this, squares have run into the smallest numbers there are. */
const LEAST_INFORMATION = 1e-200;

function buildColumns(): Float64Array[] {
  const column = (value: (day: number, angle: number) => number): Float64Array =>
    Float64Array.from({ length: 168 }, (_, h) =>
      value(Math.floor(h / 24), (2 * Math.PI * ((h % 24) + 0.5)) / 24),
    );
  const columns: Float64Array[] = [];
  for (let own = 1; own < 7; own++)
    columns.push(column((day) => (day === own ? 1 : 0) - (day === 0 ? 1 : 0)));
  for (let m = 1; m <= HARMONICS; m++) {
    if (m < 12) columns.push(column((_, angle) => Math.cos(m * angle)));
    columns.push(column((_, angle) => Math.sin(m * angle)));
  }
  return columns;
}

/**
 * The rhythm of a week, log-linear: a factor per weekday and one per hour of the day, as six contrasts and 23 harmonics. A column
 * has 168 values, Monday 00:00 to Sunday 23:00; none is constant, the level is the baseline's.
 */
export const RHYTHM_COLUMNS: readonly Float64Array[] = buildColumns();

/** Of these the weekdays come first: all that can be said of a type counted by the day. */
export const WEEKDAY_COLUMNS = 6;

const columnsFor = (coefficients: ArrayLike<number>): readonly Float64Array[] =>
  RHYTHM_COLUMNS.slice(0, coefficients.length);

/** Factors of the 168 hours, mean 1. */
export function rhythmFactors(coefficients: ArrayLike<number>): Float64Array {
  const factors = new Float64Array(168);
  columnsFor(coefficients).forEach((column, j) => {
    for (let h = 0; h < 168; h++)
      factors[h] = (factors[h] as number) + (coefficients[j] as number) * (column[h] as number);
  });
  let mean = 0;
  for (let h = 0; h < 168; h++) mean += (factors[h] = Math.exp(factors[h] as number)) / 168;
  return factors.map((value) => value / mean);
}

export const priorOf = (coefficients: Float64Array): number =>
  -0.5 * PRIOR * coefficients.reduce((sum, value) => sum + value * value, 0);

/** What the events of one type say about their baseline, per hour of the week. */
export interface BaselineSums {
  /** Σ p, expected baseline events: p is the probability that an event is of the baseline. */
  readonly expected: Float64Array;
  /** Σ p². */
  readonly squares: Float64Array;
  /** Per parameter of the row that moves: Σ p·x/λ. */
  readonly crossed: readonly Float64Array[];
  /** Σ x·x'/λ² between these parameters. */
  readonly information: readonly (readonly number[])[];
}

/** The level, as a column beside the rhythm's. */
export const LEVEL_AND_RHYTHM: readonly Float64Array[] = [new Float64Array(168).fill(1), ...RHYTHM_COLUMNS];

/** Σ w·x·x' over the hours of the week, with the prior's weight on columns of the rhythm. */
export function weightedSquares(columns: readonly Float64Array[], weights: Float64Array): Matrix {
  const squares = Matrix.zeros(columns.length, columns.length);
  columns.forEach((column, a) => {
    const weighted = column.map((value, h) => value * (weights[h] as number));
    for (let b = 0; b <= a; b++) {
      const other = columns[b] as Float64Array;
      let sum = a === b && column !== LEVEL_AND_RHYTHM[0] ? PRIOR : 0;
      for (let h = 0; h < 168; h++) sum += (weighted[h] as number) * (other[h] as number);
      squares.set(a, b, sum);
      squares.set(b, a, sum);
    }
  });
  return squares;
}

/** Sums over the hours of the week of each column times each of the others. */
export const hourProducts = (columns: readonly Float64Array[], others: readonly Float64Array[]): Matrix =>
  new Matrix(
    columns.map((column) =>
      others.map((other) => {
        let sum = 0;
        for (let h = 0; h < 168; h++) sum += (column[h] as number) * (other[h] as number);
        return sum;
      }),
    ),
  );

/** Information on the coefficients, prior included, what the moving parameters can take over projected out. */
function informationOf(
  columns: readonly Float64Array[],
  { squares, crossed, information }: BaselineSums,
): Matrix {
  const own = weightedSquares(columns, squares);
  // Where the kernel has died away before every event, no event depends on the parameter: it takes nothing over.
  const live = crossed.flatMap((_, a) =>
    ((information[a] ?? [])[a] as number) > LEAST_INFORMATION ? [a] : [],
  );
  if (live.length === 0) return own;
  const between = hourProducts(
    columns,
    live.map((a) => crossed[a] as Float64Array),
  );
  const inner = new Matrix(
    live.map((a) => live.map((b) => ((information[a] ?? [])[b] as number) * (a === b ? 1 + 1e-9 : 1))),
  );
  const left = Matrix.sub(own, between.mmul(solve(inner, between.transpose(), true)));
  return left.clone().add(left.transpose()).mul(0.5);
}

/**
 * One scoring step of the coefficients, the moving parameters of the row following along.
 *
 * @param due baseline events the model holds per hour of the week
 * @returns the step, no hour moved by more than e³, and the gain it promises
 */
export function rhythmStep(
  coefficients: Float64Array,
  sums: BaselineSums,
  due: Float64Array,
): { step: Float64Array; gain: number } {
  const columns = columnsFor(coefficients),
    gradient = columns.map((column, j) => {
      let sum = -PRIOR * (coefficients[j] as number);
      for (let h = 0; h < 168; h++)
        sum += (column[h] as number) * ((sums.expected[h] as number) - (due[h] as number));
      return sum;
    });
  const information = informationOf(columns, sums),
    cholesky = new CholeskyDecomposition(information);
  const found = cholesky.isPositiveDefinite()
    ? cholesky.solve(Matrix.columnVector(gradient)).getColumn(0)
    : gradient.map((value, j) => value / Math.max(information.get(j, j), PRIOR));
  let widest = 0;
  for (let h = 0; h < 168; h++)
    widest = Math.max(
      widest,
      Math.abs(columns.reduce((sum, column, j) => sum + (found[j] as number) * (column[h] as number), 0)),
    );
  const shrink = Math.min(1, 3 / Math.max(widest, 1e-12));
  return {
    step: Float64Array.from(found, (value) => shrink * value),
    gain: gradient.reduce((sum, value, j) => sum + value * (found[j] as number), 0),
  };
}
