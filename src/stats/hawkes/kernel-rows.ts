import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';
import { perEvent, withinBin } from './hawkes-bins.js';
import { timesOf } from './hawkes-memory.js';
import { lagShape } from './lag-shape.js';
import { AKAIKE, bestLevel, schwarz } from './level-choice.js';
import type { EventBins } from './hawkes-model.js';
import {
  integralsOf,
  leastFor,
  levelColumns,
  levelPieces,
  partsOfDay,
  rhythmColumns,
  spansWithout,
  valuesAt,
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
} from './kernel-columns.js';
import { WatchedDays } from './watched-days.js';

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

/** Mean of each baseline column over the bin of each event. */
function overBins(bins: EventBins, columns: readonly BaselineColumn[]): Float64Array[] {
  const means = Array.from(bins.low, (from, b) => {
    const to = bins.high[b] as number;
    return integralsOf(columns, [{ from, to }]).map((integral) => integral / (to - from));
  });
  return columns.map((_, j) => perEvent(bins, (b) => means[b]?.[j] as number));
}

/** Baseline columns as a problem takes them, and their integrals. */
type Measured = Pick<RowProblem, 'columns' | 'exposures'>;
/** A rhythm, with what its hours are to the problem: the same whatever the level does. */
type Rhythm = ReturnType<typeof rhythmColumns> & { readonly measured: Measured };

/**
 * Builds and fits the row of one target. A baseline free to change takes clusters of events for changes of its own and leaves less to the
 * effects: its level bends only where that gains enough (Schwarz 1978), its hours are as many as the events can tell.
 */
export function kernelRow(input: KernelRowsInput, type: number): KernelRow {
  const { events, halfLives, startHourOfWeek, shocks } = input;
  const bins = events.bins?.get(type),
    all = timesOf(events, type),
    days = new WatchedDays(bins === undefined ? all.length : 0),
    watched = (values: Float64Array): Float64Array =>
      days.every === 1 ? values : values.filter((_, k) => days.holds(all[k] as number)),
    times = watched(all),
    sources = Array.from({ length: events.K }, (_, j) => j);
  const spans =
    bins === undefined
      ? spansWithout(events.horizon, [
          ...shocks,
          ...(input.unseen?.get(type) ?? []),
          ...days.rest(events.horizon),
        ])
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
    const unknown = grid.map(({ column, exposure }) => ({
      column: ofUnknown(watched(column), pairs),
      exposure,
    }));
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
  const parts = partsOfDay(times.length, byDay);
  /** Columns of a baseline as the problem takes them, with what they cost. */
  const measured = (columns: readonly BaselineColumn[]): Measured => ({
    columns:
      bins === undefined
        ? valuesAt(columns, times).map((own) => ofUnknown(own, pairs))
        : overBins(bins, columns),
    exposures: [...integralsOf(columns, spans)],
  });
  const rhythmOf = (weights?: Float64Array): Rhythm => {
    const rhythm = rhythmColumns(times, events.horizon, startHourOfWeek, byDay, weights, parts);
    return { ...rhythm, measured: measured(rhythm.hours) };
  };
  const build = ({ hours, level, measured: ofHours }: Rhythm, pieces: number): KernelRow => {
    const levels = levelColumns(level, events.horizon, pieces),
      baseline = [...hours, ...levels],
      ofLevel = measured(levels);
    const problem: RowProblem = {
      exposures: [...ofHours.exposures, ...ofLevel.exposures, ...kernels.map(({ exposure }) => exposure)],
      columns: [...ofHours.columns, ...ofLevel.columns, ...kernels.map(({ column }) => column)],
    };
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
      form: { pieces, parts },
    };
  };
  const rhythmRounds = startHourOfWeek !== undefined && bins === undefined ? RHYTHM_ROUNDS : 0;
  const finished = (row: KernelRow): KernelRow => {
    let found = row;
    for (let round = 0; round < rhythmRounds; round++)
      found = build(rhythmOf(ofBaseline(found)), row.form.pieces);
    return bins === undefined ? found : swollen(found, bins);
  };
  const shown = rhythmOf(),
    [even = 0, ...bent] = levelPieces(events.horizon),
    rows = [build(shown, even), ...bent.map((pieces) => build(shown, pieces))] as const;
  const [chosen, freer] = [schwarz(times.length), AKAIKE].map((cost) =>
    bestLevel(rows, ({ fit, form }) => ({ logLik: fit.logLik, bends: form.pieces }), cost),
  ) as [KernelRow, KernelRow];
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
