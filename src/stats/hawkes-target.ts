import { at } from './checks.js';
import { exposure, memoryAt, timesOf } from './hawkes-memory.js';
import { Rhythm, type EventSequence } from './hawkes-model.js';
import { FINER_HARMONICS, LEAST_HARMONICS, priorOf, refined, rhythmColumns, rhythmFactors, rhythmStep, varianceGrowth, type BaselineSums, type FittedRhythm, type RhythmShape } from './hawkes-rhythm.js';
import { fitRow, type RowFit, type RowProblem } from './mixture-row.js';

interface Memory { readonly beta: number; readonly column: Float64Array; readonly exposure: number }

/** The sequence seen from one target type, with the last memory column per source kept. */
export class Target {
  readonly times: Float64Array;
  private readonly kept: Memory[] = [];
  factors: Float64Array | undefined;
  fit: RowFit | undefined;
  fitted: FittedRhythm | undefined;
  private readonly hourOf: Uint8Array;
  /** Parameters of the row held at a value. */
  private held = new Map<number, number>();

  constructor(private readonly events: EventSequence, readonly type: number, private readonly startHourOfWeek: number) {
    this.times = timesOf(events, type);
    const clock = this.rhythm();
    this.hourOf = Uint8Array.from(this.times, (t) => clock.hourOfWeek(t));
  }

  private memory(source: number, beta: number): Memory {
    const known = this.kept[source];
    if (known?.beta === beta) return known;
    const column = memoryAt(this.events, this.type, source, beta, known?.column ?? new Float64Array(this.times.length));
    for (let k = 0; k < column.length; k++) column[k] = (column[k] as number) * beta;
    return (this.kept[source] = { beta, column, exposure: exposure(this.events, source, beta) });
  }

  rhythm(): Rhythm {
    return new Rhythm(this.factors, this.startHourOfWeek);
  }

  problem(beta: readonly number[]): RowProblem {
    const rhythm = this.rhythm();
    const memories = beta.map((own, j) => this.memory(j, own));
    return {
      columns: [Float64Array.from(this.hourOf, (h) => this.factors?.[h] ?? 1), ...memories.map((memory) => memory.column)],
      exposures: [rhythm.integral(this.events.horizon), ...memories.map((memory) => memory.exposure)],
    };
  }

  solve(beta: readonly number[]): RowFit {
    return (this.fit = fitRow(this.problem(beta), this.fit?.theta, this.held));
  }

  /** p = baseline probability of each event, summed over the hours of the week; with `slopes`, for every parameter and these. */
  private baselineSums(beta: readonly number[], slopes?: readonly Float64Array[]): BaselineSums {
    const { columns: own } = this.problem(beta), { theta } = this.fit as RowFit;
    const columns = [...own, ...(slopes ?? [])];
    const working = own.flatMap((_, j) => (at(theta, j) > 0 ? [j] : [])), live = slopes === undefined ? working : columns.map((_, j) => j);
    const expected = new Float64Array(168), squares = new Float64Array(168);
    const crossed = live.map(() => new Float64Array(168)), information = live.map(() => live.map(() => 0));
    const ratio = new Float64Array(live.length);
    for (let k = 0; k < this.times.length; k++) {
      let lambda = 0;
      for (const j of working) lambda += (theta[j] as number) * ((columns[j] as Float64Array)[k] as number);
      const p = (at(theta, 0) * ((columns[0] as Float64Array)[k] as number)) / lambda, h = this.hourOf[k] as number;
      expected[h] = (expected[h] as number) + p;
      squares[h] = (squares[h] as number) + p * p;
      for (let a = 0; a < live.length; a++) {
        ratio[a] = ((columns[live[a] as number] as Float64Array)[k] as number) / lambda;
        const cross = crossed[a] as Float64Array, row = information[a] as number[];
        cross[h] = (cross[h] as number) + p * (ratio[a] as number);
        for (let b = 0; b <= a; b++) row[b] = (row[b] as number) + (ratio[a] as number) * (ratio[b] as number);
      }
    }
    information.forEach((row, a) => { for (let b = 0; b < a; b++) (information[b] as number[])[a] = row[b] as number; });
    return { expected, squares, crossed, information };
  }

  /** Penalised log-likelihood at coefficients, the baseline level and the excitation refitted. */
  private reach(columns: readonly Float64Array[], coefficients: Float64Array, beta: readonly number[]): number {
    this.factors = rhythmFactors(columns, coefficients);
    return this.solve(beta).logLik + priorOf(coefficients);
  }

  /** Maximum over the coefficients of a shape by scoring steps; returns Akaike's criterion, of this type alone. */
  fitRhythm(beta: readonly number[], hours: Float64Array, shape: RhythmShape, start?: Float64Array): number {
    const columns = rhythmColumns(shape);
    let coefficients = start ?? new Float64Array(columns.length), value = this.reach(columns, coefficients, beta);
    for (let round = 0; round < 40; round++) {
      const level = at((this.fit as RowFit).theta, 0), factors = this.factors as Float64Array;
      if (level === 0) break;
      const { step, gain } = rhythmStep(columns, coefficients, this.baselineSums(beta), factors.map((own, h) => level * own * at(hours, h)));
      if (gain < 1e-3) break;
      let next = coefficients, reached = -Infinity;
      for (let part = 1; reached <= value && part > 1e-3; part /= 2) {
        next = coefficients.map((own, j) => own + part * at(step, j));
        reached = this.reach(columns, next, beta);
      }
      if (reached <= value) { this.reach(columns, coefficients, beta); break; }
      const small = reached - value < 1e-3;
      [coefficients, value] = [next, reached];
      if (small) break;
    }
    this.fitted = { shape, coefficients };
    return 2 * columns.length - 2 * (this.fit as RowFit).logLik;
  }

  /** Four harmonics and a weekend factor (one harmonic per 25 events where events are few); a finer shape where it lowers Akaike's criterion. */
  chooseRhythm(beta: readonly number[], hours: Float64Array): void {
    const first: RhythmShape = { harmonics: Math.min(LEAST_HARMONICS, Math.floor(this.times.length / 25)), days: 'weekend' };
    let best = this.fitRhythm(beta, hours, first), kept = this.fitted as FittedRhythm, worse = 0;
    const attempt = (shape: RhythmShape): boolean => {
      const criterion = this.fitRhythm(beta, hours, shape, refined(kept, shape));
      if (criterion >= best) return false;
      [best, kept] = [criterion, this.fitted as FittedRhythm];
      return true;
    };
    if (first.harmonics === LEAST_HARMONICS) {
      for (const harmonics of FINER_HARMONICS) if (worse < 2) worse = attempt({ harmonics, days: 'weekend' }) ? 0 : worse + 1;
      attempt({ harmonics: kept.shape.harmonics, days: 'each' });
    }
    this.resume(beta, kept);
  }

  /** Log-likelihood of a baseline alone, its rhythm of the same shape fitted anew. */
  logLikOfBaseline(beta: readonly number[], hours: Float64Array): number {
    const { fit, factors, fitted } = this;
    this.held = new Map(beta.map((_, j) => [j + 1, 0]));
    if (fitted === undefined) this.solve(beta);
    else this.fitRhythm(beta, hours, fitted.shape, fitted.coefficients);
    const { logLik } = this.fit as RowFit;
    this.held = new Map();
    Object.assign(this, { fit, factors, fitted });
    return logLik;
  }

  /** Per parameter of the row, at the fit: variance with rhythm and decays estimated over variance with both known. */
  varianceGrowth(beta: readonly number[], decay: 'given' | 'shared' | 'pair'): number[] {
    const columns = this.fitted === undefined ? [] : rhythmColumns(this.fitted.shape);
    return varianceGrowth(columns, this.baselineSums(beta, this.decaySlopes(beta, decay)), beta.length + 1);
  }

  /** ∂λ/∂log β at each event: of the one decay, or of each source with an effect. */
  private decaySlopes(beta: readonly number[], decay: 'given' | 'shared' | 'pair'): Float64Array[] {
    if (decay === 'given') return [];
    const { theta } = this.fit as RowFit, step = 1e-4;
    const slopes = beta.flatMap((own, j) => {
      const a = at(theta, j + 1);
      if (a === 0) return [];
      const before = this.memory(j, own).column, after = memoryAt(this.events, this.type, j, own * (1 + step), new Float64Array(before.length));
      return [before.map((value, k) => (a * (own * (1 + step) * at(after, k) - value)) / step)];
    });
    const [first, ...others] = slopes;
    return decay === 'pair' || first === undefined ? slopes : [first.map((value, k) => others.reduce((sum, own) => sum + at(own, k), value))];
  }

  private resume(beta: readonly number[], { shape, coefficients }: FittedRhythm): void {
    this.fitted = { shape, coefficients };
    this.reach(rhythmColumns(shape), coefficients, beta);
  }
}
