import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';
import { perEvent, withinBin } from './hawkes-bins.js';
import { timesOf } from './hawkes-memory.js';
import { lagShape } from './lag-shape.js';
import type { EventBins } from './hawkes-model.js';
import {
  baselineColumns,
  integralsOf,
  leastFor,
  levelPieces,
  partsOfDay,
  spansWithout,
  type BaselineColumn,
  type BaselineForm,
} from './kernel-baseline.js';
import {
  joined,
  kernelColumn,
  ofKnown,
  ofUnknown,
  pairsOf,
  type Column,
  type KernelRowsInput,
  type KnownPair,
} from './kernel-columns.js';

/** Target events beyond this are taken together with their neighbours in time: what is then lost is far under the errors. */
const MOST_ROWS = 6000;

/** Times that the rhythm is read again off what the effects do not explain. */
const RHYTHM_ROUNDS = 2;

/** Known pairs from which their lags are the law of the effect, so that only its size is fitted. */
const LEAST_LAGS = 20;

/** One target type: its concave problem. */
export interface KernelRow {
  readonly type: number;
  readonly problem: RowProblem;
  /** Columns of the baseline, which come first. */
  readonly first: number;
  /** Columns of each source on the grid of half-lives: for events of unknown origin, then for those known to be its own. */
  readonly places: readonly (readonly number[])[];
  /** Weights on the grid where the law of lags is known: the first place then stands for all of unknown origin. */
  readonly shapes: readonly (readonly number[] | undefined)[];
  /** Whether events are too few for a law of lags: each half-life then counts the same. */
  readonly unlearnt: readonly boolean[];
  readonly halfLives: readonly number[];
  readonly fit: RowFit;
  /** Events of the target that are fitted, and of each source. */
  readonly events: number;
  readonly baseline: readonly BaselineColumn[];
  readonly form: BaselineForm;
  /** The same under the baseline that foretells best (Akaike 1974), where it is another. */
  readonly freer?: KernelRow;
}

/** Neighbours in time taken together, those of known origin apart by their lags: mean of each column, and how many events it stands for. */
function grouped(
  columns: readonly Float64Array[],
  pairs: readonly (KnownPair | undefined)[],
): Pick<RowProblem, 'columns' | 'weights'> {
  const n = pairs.length,
    size = Math.ceil(n / MOST_ROWS);
  if (size <= 1) return { columns };
  const places = Array.from({ length: n }, (_, k) => k),
    known = places.filter((k) => pairs[k] !== undefined);
  const parts = [
    ...chunks(
      places.filter((k) => pairs[k] === undefined),
      size,
    ),
    ...[...new Set(known.map((k) => pairs[k]?.source))].flatMap((source) =>
      chunks(
        known
          .filter((k) => pairs[k]?.source === source)
          .toSorted((a, b) => (pairs[a]?.lag ?? 0) - (pairs[b]?.lag ?? 0)),
        size,
      ),
    ),
  ];
  return {
    weights: Float64Array.from(parts, (part) => part.length),
    columns: columns.map((column) =>
      Float64Array.from(
        parts,
        (part) => part.reduce((sum, k) => sum + (column[k] as number), 0) / part.length,
      ),
    ),
  };
}

const chunks = (places: readonly number[], size: number): (readonly number[])[] =>
  Array.from({ length: Math.ceil(places.length / size) }, (_, r) => places.slice(r * size, r * size + size));

/** Mean of each baseline column over the bin of each event. */
function overBins(bins: EventBins, columns: readonly BaselineColumn[]): Float64Array[] {
  const means = Array.from(bins.low, (from, b) => {
    const to = bins.high[b] as number;
    return integralsOf(columns, [{ from, to }]).map((integral) => integral / (to - from));
  });
  return columns.map((_, j) => perEvent(bins, (b) => means[b]?.[j] as number));
}

/** Each baseline column at each time. */
function atTimes(times: Float64Array, columns: readonly BaselineColumn[]): Float64Array[] {
  const values = columns.map(() => new Float64Array(times.length));
  times.forEach((t, k) => {
    for (const [j, column] of columns.entries()) (values[j] as Float64Array)[k] = column(t);
  });
  return values;
}

/**
 * Builds and fits the row of one target. A baseline free to change takes clusters of events for changes of its own and leaves less to the
 * effects: its level bends only where that gains enough (Schwarz 1978), its hours are as many as the events can tell.
 */
export function kernelRow(input: KernelRowsInput, type: number): KernelRow {
  const { events, halfLives, startHourOfWeek, shocks } = input;
  const bins = events.bins?.get(type),
    times = timesOf(events, type),
    sources = Array.from({ length: events.K }, (_, j) => j);
  const spans =
    bins === undefined
      ? spansWithout(events.horizon, [...shocks, ...(input.unseen?.get(type) ?? [])])
      : Array.from(bins.low, (from, b) => ({ from, to: bins.high[b] as number }));
  const pairs = pairsOf(input, type, times);
  const shapes: (readonly number[] | undefined)[] = [],
    unlearnt: boolean[] = [],
    kernels: Column[] = [],
    local: number[][] = [];
  const place = (columns: readonly Column[]): number[] => columns.map((column) => kernels.push(column) - 1);
  for (const source of sources) {
    const betas = halfLives.map((halfLife) => Math.LN2 / halfLife),
      grid = betas.map((beta) => kernelColumn(input, type, source, beta, spans));
    const lags = pairs.flatMap((pair) => (pair?.source === source ? [pair.lag] : []));
    const isLearnt = lags.length >= LEAST_LAGS,
      isUnknown =
        !isLearnt && Math.min(times.length, timesOf(events, source).length) < leastFor(halfLives.length);
    const even = halfLives.map(() => 1 / halfLives.length);
    const shape = isLearnt ? lagShape(lags, halfLives, events.horizon) : isUnknown ? even : undefined;
    unlearnt.push(isUnknown);
    const unknown = grid.map(({ column, exposure }) => ({ column: ofUnknown(column, pairs), exposure }));
    const known = grid.map(({ exposure }, k) => ({
      column: ofKnown(pairs, source, betas[k] as number),
      exposure,
    }));
    shapes.push(shape);
    local.push([
      ...place(shape === undefined ? unknown : joined(unknown, shape)),
      ...(lags.length === 0 ? [] : place(known)),
    ]);
  }
  const byDay = bins !== undefined;
  const build = (form: BaselineForm, weights?: Float64Array): KernelRow => {
    const baseline = baselineColumns(times, events.horizon, startHourOfWeek, byDay, weights, form);
    const columns = [
      ...(bins === undefined
        ? atTimes(times, baseline).map((own) => ofUnknown(own, pairs))
        : overBins(bins, baseline)),
      ...kernels.map(({ column }) => column),
    ];
    const exposures = [...integralsOf(baseline, spans), ...kernels.map(({ exposure }) => exposure)];
    const problem: RowProblem = { exposures, ...grouped(columns, pairs) };
    return {
      type,
      problem,
      first: baseline.length,
      places: local.map((own) => own.map((k) => baseline.length + k)),
      shapes,
      unlearnt,
      halfLives,
      fit: fitRow(problem),
      events: times.length,
      baseline,
      form,
    };
  };
  const rhythmRounds =
    startHourOfWeek !== undefined && bins === undefined && times.length <= MOST_ROWS ? RHYTHM_ROUNDS : 0;
  const finished = (row: KernelRow): KernelRow => {
    let found = row;
    for (let round = 0; round < rhythmRounds; round++) found = build(row.form, ofBaseline(found));
    return bins === undefined ? found : swollen(found, bins);
  };
  const parts = partsOfDay(times.length, byDay);
  const rows = levelPieces(events.horizon).map((pieces) => build({ pieces, parts }));
  const best = (cost: number): KernelRow => {
    const score = ({ fit, form }: KernelRow): number => fit.logLik - cost * form.pieces;
    return rows.reduce((held, row) => (score(row) > score(held) ? row : held));
  };
  const chosen = best(Math.log(Math.max(times.length, 1)) / 2),
    freer = best(1);
  return { ...finished(chosen), ...(freer !== chosen && { freer: finished(freer) }) };
}

/** What a bin's own events set off in it comes on top of what comes from before and from others. */
function swollen(row: KernelRow, bins: EventBins): KernelRow {
  const { problem, halfLives, type } = row,
    width = (bins.high[0] as number) - (bins.low[0] as number);
  let found = row;
  for (let round = 0; round < 3; round++) {
    const own = kernelsOf(found, type),
      a = own.reduce((sum, value) => sum + value, 0);
    const swell = halfLives.reduce(
      (sum, halfLife, k) =>
        sum + (a > 0 ? (own[k] as number) / a : 0) * (withinBin(a, Math.LN2 / halfLife, width) - 1),
      1,
    );
    const swelled = {
      ...problem,
      columns: problem.columns.map((column) => column.map((value) => value * swell)),
      exposures: problem.exposures.map((value) => value * swell),
    };
    found = { ...row, problem: swelled, fit: fitRow(swelled) };
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
      const part = (fit.theta[j] as number) * (column[k] as number);
      all[k] = (all[k] as number) + part;
      if (j < first) own[k] = (own[k] as number) + part;
    }
  });
  return own.map((part, k) => part / Math.max(all[k] as number, 1e-100));
}

/** αₖ of a source on the target of a row, of known and unknown origin together. */
export function kernelsOf({ fit, places, shapes, halfLives }: KernelRow, source: number): number[] {
  const own = (places[source] ?? []).map((place) => fit.theta[place] as number),
    shape = shapes[source],
    grid = halfLives.length;
  return halfLives.map(
    (_, k) =>
      (shape === undefined ? (own[k] as number) : (shape[k] as number) * (own[0] as number)) +
      (own[grid + k] ?? 0),
  );
}
