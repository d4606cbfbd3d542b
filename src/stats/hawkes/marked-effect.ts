import { fitRow, type RowProblem } from '../quantification/mixture-row.js';
import {
  baselineColumns,
  integralsOf,
  spansWithout,
  type BaselineColumn,
  type Span,
} from './kernel-baseline.js';
import { exposureIn } from './kernel-columns.js';
import { effectInterval } from './kernel-intervals.js';
import { KERNEL_HALF_LIVES } from './kernel-fit.js';
import { lagShape } from './lag-shape.js';
import { memories, pacedExposure, scaled, type Column, type MarkedEvents } from './marked-memory.js';
import { MarkedRows } from './marked-rows.js';

export type { MarkedEvents } from './marked-memory.js';

export interface MarkedEffectInput {
  readonly sources: MarkedEvents;
  readonly targets: MarkedEvents;
  /** Events of a third kind that set off targets of any mark. */
  readonly others: readonly number[];
  readonly marks: number;
  readonly horizonHours: number;
  readonly startHourOfWeek?: number | undefined;
  /** Spans whose targets are not explained: of one mark, or of all (`null`). */
  readonly shocks: readonly (Span & { readonly mark: number | null })[];
  /** Share of the pairs of a source and the target it set off that bear the same mark. */
  readonly agreement: number;
  /** Delays of pairs known to belong together: their law is then that of the effect. */
  readonly lags: readonly number[];
  readonly level?: number;
}

export interface MarkedEffect {
  /** Expected targets that directly follow one source. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Half-lives of the effect, in hours: what people do after days of waiting reaches weeks. */
const HALF_LIVES = [...KERNEL_HALF_LIVES, 504] as const;
/** Of these, those that last over nights: their effect may come at the pace of the day. */
const SLOW = HALF_LIVES.filter((halfLife) => halfLife > 12);
/** Marks with fewer targets have no level of their own. */
const LEAST_OF_MARK = 15;
/** Hours between two knots of the level of a mark. */
const KNOTS = 28 * 24;
const HOURS_OF_DAY = 24,
  HOURS_OF_WEEK = 168;

/** Everything the columns are made of. */
class Layout {
  readonly targets: MarkedEvents;
  readonly share: readonly number[];
  readonly spans: readonly (readonly Span[])[];
  /** The same for marks that have the same spans, as most have: what is added up over them is so once. */
  readonly #spansKey: readonly string[];
  readonly #everybody: readonly number[];
  readonly rows: MarkedRows;
  readonly shapes: readonly BaselineColumn[];
  /** How much faster than on average targets come at a time of the week. */
  readonly rhythm: (t: number) => number;

  constructor(readonly input: MarkedEffectInput) {
    const { targets, marks, horizonHours, shocks } = input;
    this.spans = Array.from({ length: marks }, (_, mark) =>
      spansWithout(
        horizonHours,
        shocks.filter((one) => one.mark === null || one.mark === mark),
      ),
    );
    this.#spansKey = this.spans.map((spans) => JSON.stringify(spans));
    this.#everybody = Array.from({ length: marks }, (_, mark) => mark);
    const kept = targets.times.flatMap((t, k) =>
      this.spans[targets.marks[k] as number]?.some(({ from, to }) => t >= from && t <= to) === true
        ? [k]
        : [],
    );
    this.targets = {
      times: kept.map((k) => targets.times[k] as number),
      marks: kept.map((k) => targets.marks[k] as number),
    };
    const counts = Array.from({ length: marks }, () => 1);
    for (const mark of this.targets.marks) counts[mark] = (counts[mark] as number) + 1;
    const total = counts.reduce((a, b) => a + b, 0);
    this.share = counts.map((n) => n / total);
    this.rows = new MarkedRows(this.targets, marks);
    const { startHourOfWeek } = input;
    this.shapes = baselineColumns(this.targets.times, horizonHours, startHourOfWeek, false);
    const trend = this.shapes.slice(startHourOfWeek === undefined ? 0 : HOURS_OF_DAY);
    const ofWeek = Array.from({ length: HOURS_OF_WEEK }, (_, h) =>
      trend.reduce((sum, shape) => sum + shape(Math.min(h + 0.5, horizonHours)), 0),
    );
    this.rhythm = (t) => ofWeek[Math.floor(t) % HOURS_OF_WEEK] ?? 1;
  }

  /** `over` of the spans of each mark, worked out once for the same spans. */
  #eachOver<T>(over: (spans: readonly Span[]) => T): (mark: number) => T {
    const known = new Map<string, T>();
    return (mark) => {
      const key = this.#spansKey[mark] as string,
        value = known.get(key) ?? over(this.spans[mark] as readonly Span[]);
      known.set(key, value);
      return value;
    };
  }

  /** Effects of sources on targets of the same mark for `agreement`, on any mark for the rest; one column a half-life. */
  kernels(
    sources: MarkedEvents,
    agreement: number,
    halfLives: readonly number[] = KERNEL_HALF_LIVES,
  ): Column[] {
    const { marks } = this.input,
      { share, targets } = this;
    const timesOf = this.#everybody.map((mark) => sources.times.filter((_, k) => sources.marks[k] === mark));
    return halfLives.map((halfLife) => {
      const beta = Math.LN2 / halfLife,
        { all, same } = memories(sources, targets, marks, beta);
      const whole = this.#eachOver((spans) => exposureIn(sources.times, beta, spans));
      let exposure = 0;
      for (let mark = 0; mark < marks; mark++) {
        if (agreement > 0)
          exposure +=
            agreement *
            exposureIn(timesOf[mark] as readonly number[], beta, this.spans[mark] as readonly Span[]);
        if (agreement < 1) exposure += (1 - agreement) * (share[mark] as number) * whole(mark);
      }
      const values = this.rows.meansOf(
        (k) =>
          beta *
          (agreement * (same[k] as number) +
            (1 - agreement) * (share[targets.marks[k] as number] as number) * (all[k] as number)),
        this.#everybody,
      );
      return { values, exposure };
    });
  }

  /** The same at the pace at which targets come: who waits for days still writes by day. */
  paced(sources: MarkedEvents, agreement: number, halfLives: readonly number[]): Column[] {
    const { rhythm, share, spans, targets } = this;
    const paces = this.rows.meansOf((k) => rhythm(targets.times[k] as number), this.#everybody);
    return this.kernels(sources, agreement, halfLives).map(({ values }, at) => ({
      values: values.map((value, row) => value * (paces[row] as number)),
      exposure: pacedExposure(sources, Math.LN2 / (halfLives[at] as number), {
        rhythm,
        share,
        spans,
        agreement,
        hours: Math.ceil(this.input.horizonHours),
      }),
    }));
  }

  /** Hours of the day for all marks, and the slow level of each frequent mark; the rare ones share theirs. */
  baseline(): Column[] {
    const { horizonHours, startHourOfWeek } = this.input,
      { times, marks: own } = this.targets,
      { rhythm, shapes } = this,
      { starts } = this.rows;
    const hours = startHourOfWeek === undefined ? [] : shapes.slice(0, HOURS_OF_DAY);
    const knots = Math.max(1, Math.round(horizonHours / KNOTS)),
      width = horizonHours / knots;
    const isFrequent = (mark: number): boolean =>
      (starts[mark + 1] as number) - (starts[mark] as number) >= LEAST_OF_MARK;
    const frequent = this.#everybody.filter(isFrequent),
      rare = this.#everybody.filter((mark) => !isFrequent(mark));
    const groups = [...frequent.map((mark) => [mark]), ...(rare.length > 0 ? [rare] : [])];
    const column = (
      shape: (t: number) => number,
      over: (mark: number) => number,
      group: readonly number[],
    ): Column => {
      const total = group.reduce((sum, mark) => sum + (this.share[mark] as number), 0);
      return {
        values: this.rows.meansOf(
          (k) => (shape(times[k] as number) * (this.share[own[k] as number] as number)) / total,
          group,
        ),
        exposure: group.reduce((sum, mark) => sum + ((this.share[mark] as number) / total) * over(mark), 0),
      };
    };
    const levels = Array.from(
      { length: knots + 1 },
      (_, k) =>
        (t: number): number =>
          Math.max(0, 1 - Math.abs(t - k * width) / width) * rhythm(t),
    );
    const overHours = this.#eachOver((spans) => integralsOf(hours, spans)),
      overLevels = this.#eachOver((spans) => integralsOf(levels, spans));
    return [
      ...hours.map((shape, k) => column(shape, (mark) => overHours(mark)[k] as number, this.#everybody)),
      ...groups.flatMap((group) =>
        levels.map((shape, k) => column(shape, (mark) => overLevels(mark)[k] as number, group)),
      ),
    ];
  }
}

/**
 * How many targets directly follow one source, from their times and subjects alone: a self-exciting process in which a target of a
 * subject comes by itself (hour of the day, slow level of its subject), from earlier targets of its subject or of any, from others, or
 * from a source, which passes its subject on for `agreement` and any for the rest. Each subject is a control for the others: what moves
 * all of them together is not lent to the sources. Concave log-likelihood, profile interval. Hawkes 1971; Bacry & Muzy 2016; the lags of
 * known pairs as second witness after Fox et al. 2016.
 *
 * @returns `undefined` without sources or with fewer than 10 targets outside the shocks
 * @example
 * const sources = { times: [10, 200, 400, 700], marks: [0, 1, 0, 1] };
 * const targets = { times: [11, 90, 150, 201, 300, 401, 500, 600, 701, 800], marks: [0, 0, 1, 1, 0, 0, 1, 0, 1, 0] };
 * const found = markedEffect({ sources, targets, others: [], marks: 2, horizonHours: 1000, shocks: [], agreement: 1, lags: [1, 1, 2] });
 * [found.low <= found.value, found.value <= found.high, found.high > 0.5]
 * // → [true, true, true]
 */
export function markedEffect(input: MarkedEffectInput): MarkedEffect | undefined {
  const { sources, others, agreement, lags, level = 0.95, horizonHours } = input;
  const layout = new Layout(input);
  if (sources.times.length === 0 || layout.targets.times.length < 10) return undefined;
  const baseline = layout.baseline();
  const own = [layout.kernels(sources, agreement, HALF_LIVES), layout.paced(sources, agreement, SLOW)];
  const shape = lags.length === 0 ? undefined : lagShape(lags, HALF_LIVES, horizonHours);
  const effect =
    shape === undefined
      ? own.flat()
      : [
          scaled(own[0] as Column[], shape),
          scaled([...(own[0] as Column[]).slice(0, -SLOW.length), ...(own[1] as Column[])], shape),
        ];
  const columns = [
    ...baseline,
    ...effect,
    ...layout.kernels(input.targets, 1),
    ...layout.kernels(input.targets, 0),
    ...layout.kernels({ times: others, marks: others.map(() => 0) }, 0),
  ];
  const { weights } = layout.rows;
  const problem: RowProblem = {
    columns: columns.map(({ values }) => values),
    exposures: columns.map(({ exposure }) => exposure),
    ...(weights !== undefined && { weights }),
  };
  const fit = fitRow(problem);
  const places = effect.map((_, k) => baseline.length + k);
  const value = places.reduce((sum, place) => sum + (fit.theta[place] as number), 0);
  return { value, ...effectInterval({ problem, fit }, places, level) };
}
