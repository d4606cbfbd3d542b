import {
  integralsOf,
  levelColumns,
  levelPieces,
  partsOfDay,
  rhythmColumns,
  valuesAt,
  type BaselineColumn,
} from './kernel-baseline.js';
import type { Column, MarkedEvents } from './marked-memory.js';
import type { MarkedSpans } from './marked-spans.js';

/** Marks with fewer targets have no level of their own. */
const LEAST_OF_MARK = 15;
/** Hours between two knots of the level of a group of marks. */
const KNOTS = 28 * 24;
const HOURS_OF_WEEK = 168;

/** Straight pieces of the level of all marks alike, and of that of each group of marks; 0: it stays as it is. */
export interface MarkedForm {
  readonly all: number;
  readonly each: number;
}

interface Given {
  readonly targets: MarkedEvents;
  readonly spans: MarkedSpans;
  /** Of each mark among the targets. */
  readonly share: readonly number[];
  readonly horizonHours: number;
  readonly startHourOfWeek: number | undefined;
}

/** What comes by itself: hours of the day for all marks, and the slow level of each frequent mark; the rare ones share theirs. */
export class MarkedBaseline {
  /** How much faster than on average targets come at a time of the week. */
  readonly rhythm: (t: number) => number;
  readonly #groups: readonly (readonly number[])[];
  readonly #everybody: readonly number[];
  readonly #hours: readonly BaselineColumn[];

  constructor(readonly given: Given) {
    const { targets, share, horizonHours, startHourOfWeek } = given;
    const parts = partsOfDay(targets.times.length, false),
      { hours, level } = rhythmColumns(targets.times, horizonHours, startHourOfWeek, false, undefined, parts);
    this.#hours = hours;
    const ofWeek = Array.from({ length: HOURS_OF_WEEK }, (_, h) => level(Math.min(h + 0.5, horizonHours)));
    this.rhythm = (t) => ofWeek[Math.floor(t) % HOURS_OF_WEEK] ?? 1;
    this.#everybody = share.map((_, mark) => mark);
    const isFrequent = (mark: number): boolean =>
      targets.marks.filter((own) => own === mark).length >= LEAST_OF_MARK;
    const rare = this.#everybody.filter((mark) => !isFrequent(mark));
    this.#groups = [
      ...this.#everybody.filter(isFrequent).map((mark) => [mark]),
      ...(rare.length > 0 ? [rare] : []),
    ];
  }

  /** The level as it is; bent more and more for all marks alike; last and freest, bent for each group of marks. */
  forms(): readonly [MarkedForm, ...MarkedForm[]] {
    const { horizonHours } = this.given;
    return [
      { all: 0, each: 0 },
      ...levelPieces(horizonHours)
        .slice(1)
        .map((all) => ({ all, each: 0 })),
      { all: 0, each: Math.max(1, Math.round(horizonHours / KNOTS)) },
    ];
  }

  /** Numbers that the bends of a form are. */
  bends({ all, each }: MarkedForm): number {
    return all + each * this.#groups.length;
  }

  hours(): Column[] {
    return this.#columns(this.#hours, [this.#everybody]);
  }

  levels({ all, each }: MarkedForm): Column[] {
    const { horizonHours } = this.given;
    return [
      ...this.#columns(levelColumns(this.rhythm, horizonHours, each), this.#groups),
      ...(all > 0 ? this.#columns(levelColumns(this.rhythm, horizonHours, all), [this.#everybody]) : []),
    ];
  }

  /** Each shape for each group of marks, by their shares. */
  #columns(shapes: readonly BaselineColumn[], groups: readonly (readonly number[])[]): Column[] {
    const { targets, spans, share } = this.given,
      shareOf = (mark: number): number => share[mark] as number;
    const integrals = spans.each((own) => integralsOf(shapes, own)),
      atTargets = valuesAt(shapes, targets.times);
    return groups.flatMap((group) => {
      const total = group.reduce((sum, mark) => sum + shareOf(mark), 0),
        inGroup = new Set(group);
      return atTargets.map((values, place) => ({
        values: values.map((value, k) => {
          const mark = targets.marks[k] as number;
          return value !== 0 && inGroup.has(mark) ? (value * shareOf(mark)) / total : 0;
        }),
        exposure: group.reduce(
          (sum, mark) => sum + (shareOf(mark) / total) * (integrals(mark)[place] as number),
          0,
        ),
      }));
    });
  }
}
