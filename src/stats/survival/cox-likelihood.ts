import { Matrix } from 'ml-matrix';
import { at, checkNumbers, checkSameLength, type Numbers } from '../checks.js';
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
    if (!(at(start, i) < at(stop, i)))
      throw new DeversoirError('data-invalid', `span from ${at(start, i)} to ${at(stop, i)} at index ${i}`, {
        hint: 'stop must be above start',
      });
  }
  const columns = Object.entries(covariates).map(([name, values]) => {
    checkSameLength(`stop and ${name}`, stop, values);
    checkNumbers(name, values);
    const column = Float64Array.from(values);
    const mean = column.reduce((sum, x) => sum + x, 0) / Math.max(1, column.length);
    return column.map((x) => x - mean);
  });
  if (columns.length === 0)
    throw new DeversoirError('option-invalid', 'no covariate', { hint: 'name at least one column' });
  return {
    n: stop.length,
    start,
    stop: Float64Array.from(stop),
    event: Uint8Array.from(event, (seen) => (seen ? 1 : 0)),
    columns,
  };
}

/** Running sums over a risk set: Σw, Σw·x, Σw·x·xᵀ with w = exp(x·coef). */
class RiskSums {
  total = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(private readonly columns: readonly Float64Array[]) {
    this.first = new Float64Array(columns.length);
    this.second = new Float64Array(columns.length ** 2);
  }

  add(row: number, weight: number): void {
    const p = this.columns.length;
    this.total += weight;
    for (let a = 0; a < p; a++) {
      const wx = weight * at(this.columns[a] as Float64Array, row);
      this.first[a] = at(this.first, a) + wx;
      for (let b = 0; b <= a; b++)
        this.second[a * p + b] = at(this.second, a * p + b) + wx * at(this.columns[b] as Float64Array, row);
    }
  }

  clear(): void {
    this.total = 0;
    this.first.fill(0);
    this.second.fill(0);
  }
}

/** One sweep from the last event time to the first: rows enter the risk set at their stop and leave it at their start. */
export function derivatives(
  design: Design,
  byStop: Uint32Array,
  byStart: Uint32Array,
  coef: Float64Array,
  efron: boolean,
): Derivatives {
  const { n, start, stop, event, columns } = design;
  const p = columns.length;
  const eta = Float64Array.from({ length: n }, (_, i) =>
    columns.reduce((sum, column, a) => sum + at(column, i) * at(coef, a), 0),
  );
  const shift = eta.reduce((a, b) => Math.max(a, b), -Infinity);
  const weight = eta.map((value) => Math.exp(value - shift));
  const risk = new RiskSums(columns),
    tied = new RiskSums(columns);
  const score = new Float64Array(p),
    information = Matrix.zeros(p, p);
  let logLik = 0;
  for (let k = n - 1, leaving = n - 1; k >= 0;) {
    const t = at(stop, at(byStop, k));
    tied.clear();
    let deaths = 0;
    for (; k >= 0 && at(stop, at(byStop, k)) === t; k--) {
      const row = at(byStop, k);
      risk.add(row, at(weight, row));
      if (event[row] === 0) continue;
      deaths++;
      tied.add(row, at(weight, row));
      logLik += at(eta, row) - shift;
      for (let a = 0; a < p; a++) score[a] = at(score, a) + at(columns[a] as Float64Array, row);
    }
    if (deaths === 0) continue;
    for (; leaving >= 0 && at(start, at(byStart, leaving)) >= t; leaving--)
      risk.add(at(byStart, leaving), -at(weight, at(byStart, leaving)));
    for (let d = 0; d < deaths; d++) {
      const part = efron ? d / deaths : 0;
      const total = risk.total - part * tied.total;
      logLik -= Math.log(total);
      for (let a = 0; a < p; a++) {
        const meanA = (at(risk.first, a) - part * at(tied.first, a)) / total;
        score[a] = at(score, a) - meanA;
        for (let b = 0; b <= a; b++) {
          const meanB = (at(risk.first, b) - part * at(tied.first, b)) / total;
          const value =
            (at(risk.second, a * p + b) - part * at(tied.second, a * p + b)) / total - meanA * meanB;
          information.set(a, b, information.get(a, b) + value);
          if (a !== b) information.set(b, a, information.get(a, b));
        }
      }
    }
  }
  return { logLik, score, information };
}
