import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';
import type { Span } from './kernel-baseline.js';
import { exposureIn } from './kernel-columns.js';
import { widestInterval } from './kernel-intervals.js';
import { KERNEL_HALF_LIVES } from './kernel-fit.js';
import { lagShape } from './lag-shape.js';
import { bestLevel, schwarz } from './level-choice.js';
import { MarkedBaseline, type MarkedForm } from './marked-baseline.js';
import { memories, pacedExposure, scaled, type Column, type MarkedEvents } from './marked-memory.js';
import { recoveredShare, type Recovered } from './marked-recovery.js';
import { MarkedSpans } from './marked-spans.js';
import { WatchedDays } from './watched-days.js';

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
  /** Places of targets known to be set off by a source. */
  readonly known?: readonly number[];
  readonly level?: number;
}

export interface MarkedEffect {
  /** Expected targets that directly follow one source. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How much of the known ones it counts; absent where none is known. */
  readonly recovered?: Recovered;
}

/** Half-lives of the effect, in hours: what people do after days of waiting reaches weeks. */
const HALF_LIVES = [...KERNEL_HALF_LIVES, 504] as const;
/** Of these, those that last over nights: their effect may come at the pace of the day. */
const SLOW = HALF_LIVES.filter((halfLife) => halfLife > 12);

/** Everything the columns are made of. */
class Layout {
  readonly targets: MarkedEvents;
  /** Of these, the places of those known to be set off. */
  readonly known: readonly number[];
  readonly days: WatchedDays;
  readonly share: readonly number[];
  readonly spans: MarkedSpans;
  readonly #everybody: readonly number[];
  readonly baseline: MarkedBaseline;

  constructor(readonly input: MarkedEffectInput) {
    const { targets, marks, horizonHours, startHourOfWeek, shocks } = input;
    this.days = new WatchedDays(targets.times.length);
    const rest = this.days.rest(horizonHours).map((span) => ({ ...span, mark: null }));
    this.spans = new MarkedSpans(horizonHours, marks, [...shocks, ...rest]);
    this.#everybody = Array.from({ length: marks }, (_, mark) => mark);
    const kept = targets.times.flatMap((t, k) =>
      this.spans.holds(targets.marks[k] as number, t) ? [k] : [],
    );
    this.targets = {
      times: kept.map((k) => targets.times[k] as number),
      marks: kept.map((k) => targets.marks[k] as number),
    };
    const counts = Array.from({ length: marks }, () => 1);
    for (const mark of this.targets.marks) counts[mark] = (counts[mark] as number) + 1;
    const total = counts.reduce((a, b) => a + b, 0);
    this.share = counts.map((n) => n / total);
    const known = new Set(input.known);
    this.known = kept.flatMap((k, place) => (known.has(k) ? [place] : []));
    this.baseline = new MarkedBaseline({ ...this, horizonHours, startHourOfWeek });
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
      const whole = this.spans.each((spans) => exposureIn(sources.times, beta, spans));
      let exposure = 0;
      for (let mark = 0; mark < marks; mark++) {
        if (agreement > 0)
          exposure +=
            agreement * exposureIn(timesOf[mark] as readonly number[], beta, this.spans.ofMarks[mark] ?? []);
        if (agreement < 1) exposure += (1 - agreement) * (share[mark] as number) * whole(mark);
      }
      const values = Float64Array.from(
        targets.marks,
        (mark, k) =>
          beta *
          (agreement * (same[k] as number) + (1 - agreement) * (share[mark] as number) * (all[k] as number)),
      );
      return { values, exposure };
    });
  }

  /** Such columns at the pace at which targets come: who waits for days still writes by day. */
  paced(
    columns: readonly Column[],
    sources: MarkedEvents,
    agreement: number,
    halfLives: readonly number[],
  ): Column[] {
    const { share, spans, targets } = this,
      { rhythm } = this.baseline;
    const paces = targets.times.map(rhythm);
    return columns.map(({ values }, at) => ({
      values: values.map((value, k) => value * (paces[k] as number)),
      exposure: pacedExposure(sources, Math.LN2 / (halfLives[at] as number), {
        rhythm,
        share,
        spans: spans.ofMarks,
        agreement,
        hours: Math.ceil(this.input.horizonHours),
      }),
    }));
  }
}

/**
 * How many targets directly follow one source, from their times and subjects alone: a self-exciting process in which a target of a
 * subject comes by itself (hour of the day, slow level of its subject), from earlier targets of its subject or of any, from others, or
 * from a source, which passes its subject on for `agreement` and any for the rest. Each subject is a control for the others: what moves
 * all of them together is not lent to the sources. The level bends only where it gains enough (Schwarz 1978), as one that is free to bend takes
 * follow-ups for changes of its own; the interval, by profile likelihood, holds the effect under a level of each subject too. Concave
 * log-likelihood. Hawkes 1971; Bacry & Muzy 2016; the lags of known pairs as second witness after Fox et al. 2016.
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
  const layout = new Layout(input),
    { baseline } = layout;
  if (sources.times.length === 0 || layout.targets.times.length < 10) return undefined;
  const even = layout.kernels(sources, agreement, HALF_LIVES),
    quick = even.slice(0, -SLOW.length),
    paced = layout.paced(even.slice(-SLOW.length), sources, agreement, SLOW);
  const shape = lags.length === 0 ? undefined : lagShape(lags, HALF_LIVES, horizonHours);
  const effect =
    shape === undefined ? [...even, ...paced] : [scaled(even, shape), scaled([...quick, ...paced], shape)];
  const fixed = [
    ...effect,
    ...layout.kernels(input.targets, 1),
    ...layout.kernels(input.targets, 0),
    ...layout.kernels({ times: others, marks: others.map(() => 0) }, 0),
    ...baseline.hours(),
  ];
  const own = [...effect.keys()];
  const fitted = (form: MarkedForm): Fitted => {
    const columns = [...fixed, ...baseline.levels(form)];
    const problem: RowProblem = {
      columns: columns.map(({ values }) => values),
      exposures: columns.map(({ exposure }) => exposure),
    };
    return { problem, fit: fitRow(problem), own, bends: baseline.bends(form) };
  };
  const [straight, ...bent] = baseline.forms();
  const fits = [fitted(straight), ...bent.map(fitted)] as const,
    freest = fits.at(-1) as Fitted;
  const chosen = bestLevel(
    fits,
    ({ fit, bends }) => ({ logLik: fit.logLik, bends }),
    schwarz(layout.targets.times.length),
  );
  const value = own.reduce((sum, place) => sum + (chosen.fit.theta[place] as number), 0);
  const recovered =
    layout.known.length === 0
      ? undefined
      : recoveredShare(chosen, layout.known, sources.times.length / layout.days.every);
  return { value, ...widestInterval([chosen, freest], level), ...(recovered && { recovered }) };
}

interface Fitted {
  readonly problem: RowProblem;
  readonly fit: RowFit;
  readonly own: readonly number[];
  readonly bends: number;
}
