import { Matrix } from 'ml-matrix';
import { checkNumbers, checkSameLength, orderBy, type Numbers } from '../checks.js';
import { DeversoirError } from '../../util/errors.js';
import { RiskSums, sparseRows, type SparseRows } from './risk-sums.js';

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

/** Rows in the order of their stops, as the sums go through them. */
export interface Design {
  readonly n: number;
  readonly start: Float64Array;
  readonly stop: Float64Array;
  readonly event: Uint8Array;
  readonly columns: readonly Float64Array[];
  readonly rows: SparseRows;
  /** Rows in the order of their starts. */
  readonly byStart: Uint32Array;
  /** Room for x·coef of each row and its weight, the same at every step: large arrays call for whole rounds of the collector. */
  readonly eta: Float64Array;
  readonly weight: Float64Array;
}
export interface Derivatives {
  readonly logLik: number;
  readonly score: Float64Array;
  readonly information: Matrix;
}

export function designOf(input: CoxInput): Design {
  const { stop, event, covariates } = input;
  const start = input.start === undefined ? new Float64Array(stop.length) : new Float64Array(input.start);
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
    const column = new Float64Array(values);
    // Columns of 0 and 1 stay as they are: their zeros cost nothing in the sums.
    return column.includes(0) && isBinary(column) ? column : centred(column);
  });
  if (columns.length === 0)
    throw new DeversoirError('option-invalid', 'no covariate', { hint: 'name at least one column' });
  const n = stop.length,
    byStop = orderBy(n, (i) => stop[i] as number),
    placeOf = new Uint32Array(n),
    seen = new Uint8Array(n);
  for (let k = 0; k < n; k++) {
    const i = byStop[k] as number;
    placeOf[i] = k;
    seen[k] = event[i] ? 1 : 0;
  }
  const inOrder = (values: Numbers): Float64Array => {
    const sorted = new Float64Array(n);
    for (let k = 0; k < n; k++) sorted[k] = values[byStop[k] as number] as number;
    return sorted;
  };
  const sorted = columns.map(inOrder);
  return {
    n,
    start: inOrder(start),
    stop: inOrder(stop),
    event: seen,
    columns: sorted,
    rows: sparseRows(sorted, n),
    byStart: orderBy(n, (i) => start[i] as number).map((i) => placeOf[i] as number),
    eta: new Float64Array(n),
    weight: new Float64Array(n),
  };
}

function isBinary(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] !== 0 && column[i] !== 1) return false;
  return true;
}

/** Values around their mean: the fit is the same, its sums lose no digits. */
export function centred(column: Float64Array): Float64Array {
  const around = new Float64Array(column.length);
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] as number;
  const mean = sum / Math.max(1, column.length);
  for (let i = 0; i < column.length; i++) around[i] = (column[i] as number) - mean;
  return around;
}

/** Fills `eta` with x·coef of each row and `weight` with exp(x·coef − shift); gives shift, the greatest. */
function weigh({ n, rows: { starts, names, values }, eta, weight }: Design, coef: Float64Array): number {
  let shift = -Infinity;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
      sum += (values[at] as number) * (coef[names[at] as number] as number);
    eta[i] = sum;
    if (sum > shift) shift = sum;
  }
  for (let i = 0; i < n; i++) weight[i] = Math.exp((eta[i] as number) - shift);
  return shift;
}

/**
 * One sweep from the last event time to the first: rows enter the risk set at their stop and leave it at their start. Deaths of one
 * time differ only in the part of the tied that they leave out, so that their sums are five numbers.
 */
export function derivatives(design: Design, coef: Float64Array, efron: boolean): Derivatives {
  const { n, start, stop, event, columns, byStart, eta, weight } = design;
  const p = columns.length,
    shift = weigh(design, coef);
  const risk = new RiskSums(design.rows, p),
    tied = new RiskSums(design.rows, p);
  const score = new Float64Array(p),
    information = new Float64Array(p * p);
  let logLik = 0;
  for (let k = n - 1, leaving = n - 1; k >= 0;) {
    const t = stop[k] as number;
    let deaths = 0;
    for (; k >= 0 && stop[k] === t; k--) {
      risk.add(k, weight[k] as number);
      if (event[k] === 0) continue;
      if (deaths === 0) tied.clear();
      deaths++;
      tied.add(k, weight[k] as number);
      logLik += (eta[k] as number) - shift;
      for (let a = 0; a < p; a++)
        score[a] = (score[a] as number) + ((columns[a] as Float64Array)[k] as number);
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
