import { at } from './checks.js';
import { exposure, memoryAt, timesOf } from './hawkes-memory.js';
import { FINER_HARMONICS, LEAST_HARMONICS, priorOf, refined, rhythmColumns, rhythmFactors, rhythmStep, varianceGrowth, type BaselineSums, type FittedRhythm, type RhythmShape } from './hawkes-rhythm.js';
import { Rhythm, type EventSequence, type WeeklyProfile } from './hawkes-model.js';
import { maximiseOnInterval } from './line-search.js';
import { fitRow, type RowFit, type RowProblem } from './mixture-row.js';
import { hoursOfWeek } from './weekly-rhythm.js';

/** How decays are had: given per pair, one fitted for all, or one fitted per pair. */
export type DecayPlan = { readonly kind: 'given'; readonly beta: number[][] } | { readonly kind: 'shared' } | { readonly kind: 'pair' };

export type RhythmPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly profile: WeeklyProfile }
  | { readonly kind: 'estimated'; readonly startHourOfWeek: number };

export interface Plan { readonly decay: DecayPlan; readonly rhythm: RhythmPlan }

/** Maximum-likelihood values, and each type's problem at them. */
export interface Estimate {
  readonly mu: number[];
  readonly A: number[][];
  readonly beta: number[][];
  readonly profile?: WeeklyProfile;
  /** Per type, where the rhythm is estimated. */
  readonly rhythms?: readonly FittedRhythm[];
  /** Per type and parameter of its row: how much the estimated rhythm widens the variance. */
  readonly varianceGrowth?: readonly (readonly number[])[];
  readonly logLik: number;
  /** Highest log-likelihood without any excitation, where the decay is fitted. */
  readonly logLikOfBaseline?: number;
  readonly problems: readonly RowProblem[];
  readonly fits: readonly RowFit[];
  readonly converged: boolean;
  /** The shared decay ran to an end of the range tried: the data do not say how long memory lasts. */
  readonly decayAtBound: boolean;
}

interface Memory { readonly beta: number; readonly column: Float64Array; readonly exposure: number }

/** The sequence seen from one target type, with the last memory column per source kept. */
class Target {
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

  /** p = baseline probability of each event, summed over the hours of the week. */
  private baselineSums(beta: readonly number[], all = false): BaselineSums {
    const { columns } = this.problem(beta), { theta } = this.fit as RowFit;
    const live = columns.flatMap((_, j) => (all || at(theta, j) > 0 ? [j] : []));
    const expected = new Float64Array(168), squares = new Float64Array(168);
    const crossed = live.map(() => new Float64Array(168)), information = live.map(() => live.map(() => 0));
    const ratio = new Float64Array(live.length);
    for (let k = 0; k < this.times.length; k++) {
      let lambda = 0;
      for (const j of live) lambda += (theta[j] as number) * ((columns[j] as Float64Array)[k] as number);
      const p = (at(theta, 0) * ((columns[0] as Float64Array)[k] as number)) / lambda, h = this.hourOf[k] as number;
      expected[h] = (expected[h] as number) + p;
      squares[h] = (squares[h] as number) + p * p;
      for (let a = 0; a < live.length; a++) {
        ratio[a] = ((columns[live[a] as number] as Float64Array)[k] as number) / lambda;
        const own = crossed[a] as Float64Array, row = information[a] as number[];
        own[h] = (own[h] as number) + p * (ratio[a] as number);
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

  /** Per parameter of the row; at the fit. */
  varianceGrowth(beta: readonly number[]): number[] {
    return this.fitted === undefined ? [] : varianceGrowth(rhythmColumns(this.fitted.shape), this.baselineSums(beta, true));
  }

  private resume(beta: readonly number[], { shape, coefficients }: FittedRhythm): void {
    this.fitted = { shape, coefficients };
    this.reach(rhythmColumns(shape), coefficients, beta);
  }
}

/** Half-lives tried, in hours: from 3 minutes to 10 days, at most half the window. */
function decayRange(horizon: number): [number, number] {
  const longest = Math.min(240, horizon / 2), shortest = Math.min(0.05, longest / 100);
  return [Math.log(Math.LN2 / longest), Math.log(Math.LN2 / shortest)];
}

const logLikOf = (targets: readonly Target[]): number => targets.reduce((sum, target) => sum + (target.fit?.logLik ?? 0), 0);

/** Coarse grid, then golden section around its best point. */
function sharedDecay(targets: readonly Target[], horizon: number, start: number | undefined): { beta: number; atBound: boolean } {
  const K = targets.length;
  const value = (logBeta: number): number => {
    const beta = Array.from({ length: K }, () => Math.exp(logBeta));
    for (const target of targets) target.solve(beta);
    return logLikOf(targets);
  };
  const [low, high] = decayRange(horizon);
  let centre = start === undefined ? undefined : Math.log(start), width = 0.7;
  if (centre === undefined) {
    const points = Array.from({ length: 13 }, (_, k) => low + ((high - low) * k) / 12);
    const values = points.map(value);
    centre = points[values.indexOf(Math.max(...values))] as number;
    width = (high - low) / 12;
  }
  const best = maximiseOnInterval(value, Math.max(low, centre - width), Math.min(high, centre + width), 1e-4);
  return { beta: Math.exp(best.x), atBound: best.x < low + 0.01 || best.x > high - 0.01 };
}

/** One pair after the other, until a sweep gains nothing. A pair with a_ij = 0 keeps its decay: the data don't speak of it. */
function pairDecays(targets: readonly Target[], beta: number[][], horizon: number): void {
  const [low, high] = decayRange(horizon);
  for (const target of targets) {
    const row = beta[target.type] as number[];
    for (let sweep = 0; sweep < 6; sweep++) {
      const before = target.solve(row).logLik;
      for (let j = 0; j < row.length; j++) {
        const old = row[j] as number, standing = target.solve(row);
        if (at(standing.theta, j + 1) === 0) continue;
        const value = (logBeta: number): number => target.solve(row.with(j, Math.exp(logBeta))).logLik;
        const best = maximiseOnInterval(value, Math.max(low, Math.log(old) - 2), Math.min(high, Math.log(old) + 2), 1e-3);
        if (best.value > standing.logLik) row[j] = Math.exp(best.x);
      }
      if (target.solve(row).logLik - before < 1e-4) break;
    }
  }
}

/** The shape is chosen before and after the first fit of the decays, then kept, as it is in refits of similar data. */
function rhythmOfRound(target: Target, beta: readonly number[], hours: Float64Array, round: number, start: FittedRhythm | undefined): void {
  const kept = target.fitted ?? start;
  if (kept === undefined || (round === 1 && start === undefined)) target.chooseRhythm(beta, hours);
  else target.fitRhythm(beta, hours, kept.shape, kept.coefficients);
}

/**
 * Maximum likelihood under a plan. The rhythm and the decays are improved in turn; given both, each type is a concave
 * problem solved by Newton steps. O(n·K) a step.
 *
 * @param start values of an earlier fit, to start a refit of similar data from
 */
export function estimateHawkes(events: EventSequence, plan: Plan, start?: Pick<Estimate, 'beta' | 'rhythms'>): Estimate {
  const { K, horizon } = events;
  const { rhythm } = plan;
  const startHour = rhythm.kind === 'given' ? rhythm.profile.startHourOfWeek : rhythm.kind === 'estimated' ? rhythm.startHourOfWeek : 0;
  const targets = Array.from({ length: K }, (_, i) => new Target(events, i, startHour));
  if (rhythm.kind === 'given') for (const target of targets) target.factors = Float64Array.from(rhythm.profile.factors[target.type] as ArrayLike<number>);
  const square = (value: number): number[][] => Array.from({ length: K }, () => Array.from({ length: K }, () => value));
  const hours = rhythm.kind === 'estimated' ? hoursOfWeek(horizon, startHour) : new Float64Array(168);
  let beta = plan.decay.kind === 'given' ? plan.decay.beta : (start?.beta.map((row) => [...row]) ?? square(Math.LN2 / Math.min(4, horizon / 4)));
  let atBound = false;
  const rounds = rhythm.kind === 'estimated' && plan.decay.kind !== 'given' ? 4 : 1;
  for (let round = 0, last = -Infinity; round < rounds; round++) {
    if (rhythm.kind === 'estimated') for (const target of targets) rhythmOfRound(target, beta[target.type] as number[], hours, round, start?.rhythms?.[target.type]);
    if (plan.decay.kind === 'shared' || (plan.decay.kind === 'pair' && start === undefined && round === 0)) {
      const found = sharedDecay(targets, horizon, start?.beta[0]?.[0] ?? (round > 0 ? beta[0]?.[0] : undefined));
      atBound = found.atBound;
      beta = square(found.beta);
    }
    if (plan.decay.kind === 'pair') pairDecays(targets, beta, horizon);
    for (const target of targets) target.solve(beta[target.type] as number[]);
    const reached = logLikOf(targets);
    if (reached - last < 0.01) break;
    last = reached;
  }
  const fits = targets.map((target) => target.solve(beta[target.type] as number[]));
  return {
    mu: fits.map((fit) => at(fit.theta, 0)), A: fits.map((fit) => [...fit.theta.subarray(1)]), beta, logLik: logLikOf(targets),
    ...(rhythm.kind === 'none' ? {} : { profile: { factors: targets.map((target) => target.factors as Float64Array), startHourOfWeek: startHour } }),
    ...(rhythm.kind === 'estimated' ? { rhythms: targets.map((target) => target.fitted as FittedRhythm), varianceGrowth: targets.map((target) => target.varianceGrowth(beta[target.type] as number[])) } : {}),
    ...(plan.decay.kind === 'given' ? {} : { logLikOfBaseline: targets.reduce((sum, target) => sum + target.logLikOfBaseline(beta[target.type] as number[], hours), 0) }),
    problems: targets.map((target) => target.problem(beta[target.type] as number[])),
    fits, converged: fits.every((fit) => fit.converged), decayAtBound: atBound,
  };
}
