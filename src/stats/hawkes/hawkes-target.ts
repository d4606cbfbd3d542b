import { BinnedMemory, perEvent, withinBin } from './hawkes-bins.js';
import { exposure, memoryAt, timesOf } from './hawkes-memory.js';
import { Rhythm, type EventBins, type EventSequence } from './hawkes-model.js';
import {
  hourProducts,
  LEVEL_AND_RHYTHM,
  priorOf,
  RHYTHM_COLUMNS,
  rhythmFactors,
  rhythmStep,
  WEEKDAY_COLUMNS,
  weightedSquares,
} from './hawkes-rhythm.js';
import { baselineSums, effectScore, type BaselineScore } from './hawkes-scores.js';
import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';

interface Memory {
  readonly beta: number;
  readonly column: Float64Array;
  readonly exposure: number;
}

/** Where a target stands: enough to go on from. `rhythm` is there where it is estimated. */
export interface Standing {
  readonly theta: Float64Array;
  readonly rhythm?: Float64Array;
}

/** The baseline's rhythm of one type: given by its factors, or estimated from so many hours in each hour of the week; or none. */
export interface TargetRhythm {
  readonly startHourOfWeek: number;
  readonly factors?: Float64Array;
  readonly hours?: Float64Array;
}

/** The sequence seen from one target type, with the last memory column per source kept. */
export class Target {
  readonly times: Float64Array;
  private readonly kept: Memory[] = [];
  factors: Float64Array | undefined;
  fit: RowFit | undefined;
  private coefficients: Float64Array | undefined;
  /** Events of a binned type over those that bins before it, and other types, bring about. */
  private swell = 1;
  /** Added to the score of each parameter of the row: it lowers what the parameter costs, by half at most. */
  tilt: Float64Array | undefined;
  private readonly hourOf: Uint8Array;
  private readonly bins: EventBins | undefined;
  private readonly binned: (BinnedMemory | undefined)[];

  constructor(
    private readonly events: EventSequence,
    readonly type: number,
    private readonly rhythm: TargetRhythm,
  ) {
    this.times = timesOf(events, type);
    this.factors = rhythm.factors;
    this.bins = events.bins?.get(type);
    this.binned = Array.from({ length: events.K }, (_, j) =>
      this.bins === undefined && events.bins?.has(j) !== true ? undefined : new BinnedMemory(events, type, j),
    );
    const clock = this.clock(),
      middle =
        this.bins === undefined
          ? this.times
          : perEvent(
              this.bins,
              (b) => (((this.bins?.low ?? [])[b] as number) + ((this.bins?.high ?? [])[b] as number)) / 2,
            );
    this.hourOf = Uint8Array.from(middle, (t) => clock.hourOfWeek(t));
    if (rhythm.hours !== undefined)
      this.setRhythm(new Float64Array(this.bins === undefined ? RHYTHM_COLUMNS.length : WEEKDAY_COLUMNS));
  }

  private memory(source: number, beta: number): Memory {
    const known = this.kept[source];
    if (known?.beta === beta) return known;
    const binned = this.binned[source];
    const column =
      binned?.at(beta) ??
      memoryAt(this.events, this.type, source, beta, known?.column ?? new Float64Array(this.times.length));
    for (let k = 0; k < column.length; k++) column[k] = (column[k] as number) * beta;
    return (this.kept[source] = {
      beta,
      column,
      exposure: binned?.exposure(beta) ?? exposure(this.events, source, beta),
    });
  }

  private clock(): Rhythm {
    return new Rhythm(this.factors, this.rhythm.startHourOfWeek);
  }

  private setRhythm(coefficients: Float64Array): void {
    this.coefficients = coefficients;
    this.factors = rhythmFactors(coefficients);
  }

  get standing(): Standing {
    return {
      theta: (this.fit as RowFit).theta,
      ...(this.coefficients === undefined ? {} : { rhythm: this.coefficients }),
    };
  }

  problem(beta: readonly number[]): RowProblem {
    const memories = beta.map((own, j) => this.memory(j, own));
    const { factors } = this,
      baseline =
        this.bins === undefined ? new Float64Array(this.times.length).fill(1) : this.meansOfBins(this.bins);
    if (this.bins === undefined && factors !== undefined)
      for (let k = 0; k < baseline.length; k++) baseline[k] = factors[this.hourOf[k] as number] as number;
    return {
      columns: [baseline, ...memories.map((memory) => memory.column)],
      exposures: [
        this.clock().integral(this.events.horizon),
        ...memories.map((memory) => memory.exposure),
      ].map((own, j) => this.swell * Math.max(0.5 * own, own - (this.tilt?.[j] ?? 0))),
    };
  }

  private meansOfBins(bins: EventBins): Float64Array {
    const clock = this.clock();
    return perEvent(
      bins,
      (b) =>
        (clock.integral(bins.high[b] as number) - clock.integral(bins.low[b] as number)) /
        ((bins.high[b] as number) - (bins.low[b] as number)),
    );
  }

  /** How much of a binned type's events its own bin adds, at an effect of the type on itself. */
  private setSwell(beta: readonly number[], own: number): void {
    if (this.bins === undefined) return;
    const { low, high, counts } = this.bins,
      total = counts.reduce((a, b) => a + b, 0);
    this.swell = counts.reduce(
      (sum, count, b) =>
        sum +
        (count / total) * withinBin(own, beta[this.type] as number, (high[b] as number) - (low[b] as number)),
      0,
    );
  }

  /** Scores of effects, and of level and rhythm (prior left out), at given values, with the information on the latter. */
  scoreAt(beta: readonly number[], { theta, rhythm }: Standing): BaselineScore {
    if (rhythm !== undefined) this.setRhythm(rhythm);
    const problem = this.problem(beta),
      effects = beta.map((_, j) => j + 1);
    const { expected, squares, crossed } = baselineSums(problem, theta, effects, this.hourOf);
    const { hours = new Float64Array(168) } = this.rhythm,
      factors = this.factors as Float64Array;
    const excess = expected.map(
      (own, h) => own - this.swell * (theta[0] as number) * (factors[h] as number) * (hours[h] as number),
    );
    const columns = LEVEL_AND_RHYTHM.slice(0, 1 + (this.coefficients?.length ?? 0));
    return {
      effects: effects.map((j) => effectScore(problem, theta, j)),
      baseline: hourProducts(columns, [excess]),
      information: weightedSquares(columns, squares),
      crossed: hourProducts(columns, crossed),
    };
  }

  /** What the tilt adds to the log-likelihood of the fit. */
  get tilted(): number {
    return (this.fit?.theta ?? new Float64Array()).reduce(
      (sum, value, j) => sum + value * (this.tilt?.[j] ?? 0),
      0,
    );
  }

  /** Log-likelihood of the events. */
  get logLik(): number {
    return (this.fit?.logLik ?? 0) + this.times.length * Math.log(this.swell) - this.tilted;
  }

  /** Log-likelihood of the fit, with the prior of an estimated rhythm. */
  get reached(): number {
    return (
      (this.fit?.logLik ?? 0) +
      this.times.length * Math.log(this.swell) +
      (this.coefficients === undefined ? 0 : priorOf(this.coefficients))
    );
  }

  /**
   * To the maximum over level, effects and, where it is estimated, rhythm. The rhythm climbs by scoring steps, the row solved after each.
   *
   * @param held parameters of the row held at a value
   * @param from where to start; where it stands, failing that
   * @returns `reached`
   */
  climb(
    beta: readonly number[],
    options: {
      readonly held?: ReadonlyMap<number, number>;
      readonly from?: Standing;
      readonly precision?: number;
    } = {},
  ): number {
    const { held, from, precision = 1e-3 } = options;
    if (from?.rhythm !== undefined) this.setRhythm(from.rhythm);
    this.setSwell(
      beta,
      held?.get(this.type + 1) ?? from?.theta[this.type + 1] ?? this.fit?.theta[this.type + 1] ?? 0,
    );
    let problem: RowProblem | undefined;
    const solve = (coefficients: Float64Array | undefined, start: ArrayLike<number> | undefined): number => {
      if (coefficients !== undefined) this.setRhythm(coefficients);
      this.fit = fitRow((problem = this.problem(beta)), start, held);
      return this.reached;
    };
    let value = solve(undefined, from?.theta ?? this.fit?.theta);
    const { hours } = this.rhythm;
    if (hours === undefined) return value;
    for (let round = 0; round < 40; round++) {
      const { theta } = this.fit as RowFit,
        level = theta[0] as number,
        factors = this.factors as Float64Array,
        coefficients = this.coefficients as Float64Array;
      if (level === 0) break;
      const moving = [...theta.keys()].filter((j) => (theta[j] as number) > 0 && held?.has(j) !== true);
      const { step, gain } = rhythmStep(
        coefficients,
        baselineSums(problem as RowProblem, theta, moving, this.hourOf),
        factors.map((own, h) => this.swell * level * own * (hours[h] as number)),
      );
      if (gain < precision) break;
      let reached = -Infinity;
      for (let part = 1; reached <= value && part > 1e-3; part /= 2)
        reached = solve(
          coefficients.map((own, j) => own + part * (step[j] as number)),
          theta,
        );
      if (reached <= value) return solve(coefficients, theta);
      const small = reached - value < precision;
      value = reached;
      if (small) break;
    }
    return value;
  }
}
