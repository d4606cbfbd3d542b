import { at } from '../checks.js';
import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';
import { BinnedMemory, perEvent, withinBin } from './hawkes-bins.js';
import { memoryAt, timesOf } from './hawkes-memory.js';
import type { EventBins, EventSequence } from './hawkes-model.js';
import {
  baselineColumns,
  integralOf,
  spansWithout,
  type BaselineColumn,
  type Span,
} from './kernel-baseline.js';

/** Target events beyond this are taken together with their neighbours in time: what is then lost is far under the errors. */
const MOST_ROWS = 6000;

/** Times that the rhythm is read again off what the effects do not explain. */
const RHYTHM_ROUNDS = 2;

/** One target type: its concave problem, in which the kernels of source j stand in columns `first + j·grid` and on. */
export interface KernelRow {
  readonly type: number;
  readonly problem: RowProblem;
  readonly first: number;
  readonly fit: RowFit;
  /** Events of the target that are fitted, and of each source. */
  readonly events: number;
  readonly baseline: readonly BaselineColumn[];
}

export interface KernelRowsInput {
  /** Its last type may hold the events of shocks, which are no target. */
  readonly events: EventSequence;
  readonly halfLives: readonly number[];
  readonly startHourOfWeek: number | undefined;
  readonly shocks: readonly Span[];
  /** Weights on the grid, of sum 1, where the law of lags is known: `shapes[target][source]`. */
  readonly shapes: readonly (readonly (readonly number[] | undefined)[] | undefined)[];
}

/** ∫ of the memory of a source over the spans, per unit of effect: Σ over its events of the share of their follow-ups that falls there. */
function exposureIn(times: Float64Array, beta: number, spans: readonly Span[]): number {
  const edges = spans.flatMap(({ from, to }) => [
    { t: from, sign: -1 },
    { t: to, sign: 1 },
  ]);
  let total = 0,
    memory = 0,
    count = 0,
    last = 0,
    k = 0;
  for (const { t, sign } of edges.toSorted((a, b) => a.t - b.t)) {
    for (; k < times.length && at(times, k) < t; k++) {
      memory = memory * Math.exp(-beta * (at(times, k) - last)) + 1;
      last = at(times, k);
      count++;
    }
    total += sign * (count - memory * Math.exp(-beta * (t - last)));
  }
  return total;
}

/** Neighbours taken together: mean of each column, and how many events it stands for. */
function grouped(columns: readonly Float64Array[], n: number): Pick<RowProblem, 'columns' | 'weights'> {
  const size = Math.ceil(n / MOST_ROWS);
  if (size <= 1) return { columns };
  const rows = Math.ceil(n / size);
  const weights = Float64Array.from({ length: rows }, (_, r) => Math.min(size, n - r * size));
  return {
    weights,
    columns: columns.map((column) =>
      Float64Array.from(
        { length: rows },
        (_, r) =>
          column.subarray(r * size, r * size + size).reduce((a, b) => a + b, 0) / (weights[r] as number),
      ),
    ),
  };
}

interface Column {
  readonly column: Float64Array;
  readonly exposure: number;
}

/** One column of a known shape in the place of the grid: the first, the others are left without exposure. */
const joined = (grid: readonly Column[], shape: readonly number[]): Column[] =>
  grid.map(({ column }, place) =>
    place > 0
      ? { column: new Float64Array(column.length), exposure: 0 }
      : {
          column: column.map((_, k) =>
            grid.reduce((sum, own, g) => sum + at(shape, g) * at(own.column, k), 0),
          ),
          exposure: grid.reduce((sum, own, g) => sum + at(shape, g) * own.exposure, 0),
        },
  );

/** Memory of one source with one decay at the events of the target, as a density, and what it adds up to. */
function kernelColumn(
  { events, shocks }: KernelRowsInput,
  target: number,
  source: number,
  beta: number,
  spans: readonly Span[],
): Column {
  const n = events.types.reduce((count, type) => count + Number(type === target), 0);
  const binned = events.bins?.has(target) === true || events.bins?.has(source) === true;
  if (!binned) {
    const column = memoryAt(events, target, source, beta, new Float64Array(n)).map((value) => value * beta);
    return { column, exposure: exposureIn(timesOf(events, source), beta, spans) };
  }
  const memory = new BinnedMemory(events, target, source);
  const left = events.bins?.has(target) === true ? 0 : exposureIn(timesOf(events, source), beta, shocks);
  return {
    column: memory.at(beta).map((value) => value * beta),
    exposure: Math.max(0, memory.exposure(beta) - left),
  };
}

/** Mean of a baseline column over the bin of each event. */
const overBins = (bins: EventBins, column: (t: number) => number): Float64Array =>
  perEvent(bins, (b) => {
    const from = at(bins.low, b),
      to = at(bins.high, b);
    return integralOf(column, [{ from, to }]) / (to - from);
  });

/** Builds and fits the row of one target. */
export function kernelRow(input: KernelRowsInput, type: number): KernelRow {
  const { events, halfLives, startHourOfWeek, shocks, shapes } = input;
  const bins = events.bins?.get(type),
    times = timesOf(events, type),
    sources = Array.from({ length: events.K }, (_, j) => j);
  const spans = bins === undefined ? spansWithout(events.horizon, shocks) : spansWithout(events.horizon, []);
  const kernels = sources.flatMap((source) => {
    const grid = halfLives.map((halfLife) => kernelColumn(input, type, source, Math.LN2 / halfLife, spans));
    const shape = shapes[type]?.[source];
    return shape === undefined ? grid : joined(grid, shape);
  });
  const build = (weights?: Float64Array): KernelRow => {
    const baseline = baselineColumns(times, events.horizon, startHourOfWeek, bins !== undefined, weights);
    const columns = [
      ...baseline.map((own) => (bins === undefined ? times.map(own) : overBins(bins, own))),
      ...kernels.map(({ column }) => column),
    ];
    const exposures = [
      ...baseline.map((own) => integralOf(own, spans)),
      ...kernels.map(({ exposure }) => exposure),
    ];
    const problem: RowProblem = { exposures, ...grouped(columns, times.length) };
    return { type, problem, first: baseline.length, fit: fitRow(problem), events: times.length, baseline };
  };
  let standing = build();
  if (startHourOfWeek !== undefined && bins === undefined && times.length <= MOST_ROWS)
    for (let round = 0; round < RHYTHM_ROUNDS; round++) standing = build(ofBaseline(standing));
  if (bins === undefined) return standing;
  const { problem } = standing;
  const row = (own: RowProblem): KernelRow => ({ ...standing, problem: own, fit: fitRow(own) });
  // What a bin's own events set off in it comes on top of what comes from before and from others.
  let found = standing;
  const width = at(bins.high, 0) - at(bins.low, 0);
  for (let round = 0; round < 3; round++) {
    const own = kernelsOf(found, type, halfLives.length, shapes[type]?.[type]),
      a = own.reduce((sum, value) => sum + value, 0);
    const swell = halfLives.reduce(
      (sum, halfLife, k) =>
        sum + (a > 0 ? at(own, k) / a : 0) * (withinBin(a, Math.LN2 / halfLife, width) - 1),
      1,
    );
    found = row({
      ...problem,
      columns: problem.columns.map((column) => column.map((value) => value * swell)),
      exposures: problem.exposures.map((value) => value * swell),
    });
  }
  return found;
}

/** Per event of the target, the chance that it comes by itself. */
function ofBaseline({ problem, first, fit }: KernelRow): Float64Array {
  const n = problem.columns[0]?.length ?? 0,
    own = new Float64Array(n),
    all = new Float64Array(n);
  problem.columns.forEach((column, j) => {
    for (let k = 0; k < n; k++) {
      const part = at(fit.theta, j) * at(column, k);
      all[k] = at(all, k) + part;
      if (j < first) own[k] = at(own, k) + part;
    }
  });
  return own.map((part, k) => part / Math.max(at(all, k), 1e-100));
}

/** αₖ of source j on the target of a row; spread over the grid by the shape, where one is given. */
export function kernelsOf(
  { fit, first }: KernelRow,
  source: number,
  grid: number,
  shape: readonly number[] | undefined,
): number[] {
  const own = fit.theta.slice(first + source * grid, first + (source + 1) * grid);
  return shape === undefined ? [...own] : shape.map((weight) => weight * at(own, 0));
}
