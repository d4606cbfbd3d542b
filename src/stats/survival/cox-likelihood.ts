import { Matrix } from 'ml-matrix';
import { checkNumbers, checkSameLength, type Numbers } from '../checks.js';
import { DeversoirError } from '../../util/errors.js';

export interface CoxInput {
  /** Start of each row's time span, 0 by default; a subject may have several rows (counting process). */
  readonly start?: Numbers;
  /** End of each row's time span, above `start`. At risk: start < t ≤ stop. */
  readonly stop: Numbers;
  /** True (or 1) where the span ends with the event. */
  readonly event: ArrayLike<boolean | number>;
  /** One column per covariate: name → one value a row. */
  readonly covariates: Readonly<Record<string, Numbers>>;
  /** Tied event times: `efron` (default) or `breslow`. */
  readonly ties?: 'efron' | 'breslow';
  readonly level?: number;
}

export interface Design {
  readonly n: number;
  readonly start: Float64Array;
  readonly stop: Float64Array;
  readonly event: Uint8Array;
  readonly columns: readonly Float64Array[];
  readonly rows: SparseRows;
}
export interface Derivatives {
  readonly logLik: number;
  readonly score: Float64Array;
  readonly information: Matrix;
}

export function designOf(input: CoxInput): Design {
  const { stop, event, covariates } = input;
  const start = Float64Array.from(input.start ?? { length: stop.length }, (value) => value ?? 0);
  checkNumbers('stop', stop);
  checkNumbers('start', start);
  checkSameLength('stop and event', stop, event);
  checkSameLength('stop and start', stop, start);
  for (let i = 0; i < stop.length; i++) {
    if (!((start[i] as number) < (stop[i] as number)))
      throw new DeversoirError(
        'data-invalid',
        `span from ${start[i] as number} to ${stop[i] as number} at index ${i}`,
        { hint: 'stop must be above start' },
      );
  }
  const columns = Object.entries(covariates).map(([name, values]) => {
    checkSameLength(`stop and ${name}`, stop, values);
    checkNumbers(name, values);
    const column = Float64Array.from(values);
    // Columns of 0 and 1 stay as they are: their zeros cost nothing in the sums.
    return column.includes(0) && column.every((x) => x === 0 || x === 1) ? column : centred(column);
  });
  if (columns.length === 0)
    throw new DeversoirError('option-invalid', 'no covariate', { hint: 'name at least one column' });
  return {
    n: stop.length,
    start,
    stop: Float64Array.from(stop),
    event: Uint8Array.from(event, (seen) => (seen ? 1 : 0)),
    columns,
    rows: sparseRows(columns, stop.length),
  };
}

/** Values around their mean: the fit is the same, its sums lose no digits. */
export function centred(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, x) => sum + x, 0) / Math.max(1, column.length);
  return column.map((x) => x - mean);
}

/** The covariates of each row that are not 0: those of row `i` are `names[starts[i]..starts[i+1]]`. */
interface SparseRows {
  readonly starts: Uint32Array;
  readonly names: Uint16Array;
  readonly values: Float64Array;
}

function sparseRows(columns: readonly Float64Array[], n: number): SparseRows {
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
class RiskSums {
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

/**
 * One sweep from the last event time to the first: rows enter the risk set at their stop and leave it at their start. Deaths of one
 * time differ only in the part of the tied that they leave out, so that their sums are five numbers.
 */
export function derivatives(
  design: Design,
  byStop: Uint32Array,
  byStart: Uint32Array,
  coef: Float64Array,
  efron: boolean,
): Derivatives {
  const { n, start, stop, event, columns } = design;
  const p = columns.length;
  const eta = new Float64Array(n);
  columns.forEach((column, a) => {
    const own = coef[a] as number;
    for (let i = 0; i < n; i++) eta[i] = (eta[i] as number) + (column[i] as number) * own;
  });
  const shift = eta.reduce((a, b) => Math.max(a, b), -Infinity);
  const weight = eta.map((value) => Math.exp(value - shift));
  const risk = new RiskSums(design.rows, p),
    tied = new RiskSums(design.rows, p);
  const score = new Float64Array(p),
    information = new Float64Array(p * p);
  let logLik = 0;
  for (let k = n - 1, leaving = n - 1; k >= 0;) {
    const t = stop[byStop[k] as number] as number;
    let deaths = 0;
    for (; k >= 0 && (stop[byStop[k] as number] as number) === t; k--) {
      const row = byStop[k] as number;
      risk.add(row, weight[row] as number);
      if (event[row] === 0) continue;
      if (deaths === 0) tied.clear();
      deaths++;
      tied.add(row, weight[row] as number);
      logLik += (eta[row] as number) - shift;
      for (let a = 0; a < p; a++)
        score[a] = (score[a] as number) + ((columns[a] as Float64Array)[row] as number);
    }
    if (deaths === 0) continue;
    for (; leaving >= 0 && (start[byStart[leaving] as number] as number) >= t; leaving--)
      risk.add(byStart[leaving] as number, -(weight[byStart[leaving] as number] as number));
    let whole = 0,
      parts = 0,
      wholes2 = 0,
      mixed2 = 0,
      parts2 = 0;
    for (let d = 0; d < deaths; d++) {
      const part = efron ? d / deaths : 0,
        total = risk.total - part * tied.total;
      logLik -= Math.log(total);
      whole += 1 / total;
      parts += part / total;
      wholes2 += 1 / (total * total);
      mixed2 += part / (total * total);
      parts2 += (part * part) / (total * total);
    }
    for (let a = 0; a < p; a++) {
      const riskA = risk.first[a] as number,
        tiedA = tied.first[a] as number;
      score[a] = (score[a] as number) - (riskA * whole - tiedA * parts);
      for (let b = 0, place = a * p; b <= a; b++, place++) {
        const riskB = risk.first[b] as number;
        let sum = (risk.second[place] as number) * whole - riskA * riskB * wholes2;
        if (deaths > 1) {
          const tiedB = tied.first[b] as number;
          sum -= (tied.second[place] as number) * parts;
          sum += (riskA * tiedB + tiedA * riskB) * mixed2 - tiedA * tiedB * parts2;
        }
        information[place] = (information[place] as number) + sum;
      }
    }
  }
  const square = Matrix.zeros(p, p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      square.set(a, b, information[a * p + b] as number);
      square.set(b, a, information[a * p + b] as number);
    }
  return { logLik, score, information: square };
}
