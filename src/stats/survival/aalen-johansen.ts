import { DeversoirError } from '../../util/errors.js';
import { checkLevel, checkNumbers, checkSameLength, checkSome, orderBy, type Numbers } from '../checks.js';
import { clopperPearsonInterval, zOf } from '../shares/interval.js';
import { lastIndexUpTo, logLogInterval } from './kaplan-meier.js';

export interface CompetingRisksInput {
  /** Time from start to the first event or to the end of observation, any unit, at least 0. */
  readonly durations: Numbers;
  /** Which event ended it: 0 for censored, 1..K for the causes. */
  readonly eventTypes: Numbers;
  /** Number of causes K; the largest in `eventTypes` by default. */
  readonly causes?: number;
  readonly level?: number;
}

export interface IncidencePoint {
  /** Share with this event by time t, the other causes taken into account. */
  readonly incidence: number;
  readonly stdErr: number;
  readonly low: number;
  readonly high: number;
  /** Events of this cause up to t. */
  readonly events: number;
  /** Under observation and without any event just before t. */
  readonly atRisk: number;
}

export interface AalenJohansen {
  /** Distinct durations, upwards; the columns below have this length. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  /** Share without any event: Kaplan-Meier over all causes. */
  readonly eventFree: Float64Array;
  /** `incidence[cause − 1][k]` at `times[k]`; with `eventFree` they sum to 1. */
  readonly incidence: readonly Float64Array[];
  /** Infinitesimal-jackknife standard errors, as R `survfit` gives them. */
  readonly stdErr: readonly Float64Array[];
  readonly events: readonly Float64Array[];
  readonly n: number;
  readonly level: number;
  readonly method: string;
  /** Incidence of a cause (1..K) at time t; `undefined` after the last duration, unless no one is left without an event. */
  at(cause: number, t: number): IncidencePoint | undefined;
}

function check(input: CompetingRisksInput): number {
  checkLevel(input.level ?? 0.95);
  checkSome('durations', input.durations);
  checkNumbers('durations', input.durations, 0);
  checkSameLength('durations and eventTypes', input.durations, input.eventTypes);
  let largest = 0;
  for (let i = 0; i < input.eventTypes.length; i++)
    largest = Math.max(largest, input.eventTypes[i] as number);
  const causes = input.causes ?? Math.max(1, largest);
  for (let i = 0; i < input.eventTypes.length; i++) {
    const type = input.eventTypes[i] as number;
    if (!Number.isInteger(type) || type < 0 || type > causes) {
      throw new DeversoirError('data-invalid', `event type ${type} at index ${i}`, {
        hint: `use 0 for censored and 1 to ${causes} for the causes`,
      });
    }
  }
  return causes;
}

/**
 * Sum of squared influences. All who are still at risk share one influence vector (on the event-free share, on each
 * cause); those who left keep theirs, moved on by the same linear step, so three running sums per cause replace n vectors.
 */
class Influence {
  private freeAtRisk = 0;
  private readonly atRisk: Float64Array;
  private freeSquares = 0;
  private readonly cross: Float64Array;
  private readonly squares: Float64Array;

  constructor(causes: number) {
    this.atRisk = new Float64Array(causes);
    this.cross = new Float64Array(causes);
    this.squares = new Float64Array(causes);
  }

  /** One time: `died[c]` events of each cause and `censored` leave, out of y at risk, with `free` the share before it. */
  step(died: Float64Array, censored: number, y: number, free: number): void {
    const hazard = died.map((d) => d / y);
    const all = hazard.reduce((a, b) => a + b, 0);
    const { atRisk, cross, squares } = this;
    const freeBefore = this.freeAtRisk;
    for (let c = 0; c < squares.length; c++) {
      const h = hazard[c] as number;
      squares[c] = (squares[c] as number) + 2 * h * (cross[c] as number) + h * h * this.freeSquares;
      cross[c] = (1 - all) * ((cross[c] as number) + h * this.freeSquares);
      atRisk[c] = (atRisk[c] as number) + h * freeBefore - (free * h) / y;
    }
    this.freeSquares *= (1 - all) ** 2;
    this.freeAtRisk = freeBefore * (1 - all) + (free * all) / y;
    died.forEach((count, cause) => this.leave(count, this.freeAtRisk - free / y, cause, free / y));
    this.leave(censored, this.freeAtRisk, -1, 0);
  }

  private leave(count: number, free: number, cause: number, gain: number): void {
    if (count === 0) return;
    this.freeSquares += count * free * free;
    for (let c = 0; c < this.squares.length; c++) {
      const own = (this.atRisk[c] as number) + (c === cause ? gain : 0);
      this.cross[c] = (this.cross[c] as number) + count * free * own;
      this.squares[c] = (this.squares[c] as number) + count * own * own;
    }
  }

  variance(cause: number, stillAtRisk: number): number {
    return (this.squares[cause] as number) + stillAtRisk * (this.atRisk[cause] as number) ** 2;
  }
}

/**
 * Aalen-Johansen cumulative incidence of competing events: CIF(t) = Σ S(tᵢ−)·dᵢ/nᵢ, S over all causes. 1 − Kaplan-Meier
 * of one cause overstates it. Standard errors by the infinitesimal jackknife. Equals R `survfit(Surv(time, factor))`.
 * Aalen & Johansen 1978. O(n log n + times·K).
 *
 * @returns columns per distinct duration; shares in [0, 1] that sum to 1 with `eventFree`
 * @throws DeversoirError `data-invalid` for no duration, negative ones, unequal lengths or an unknown event type
 * @example
 * const hours = [5, 8, 10, 24, 30];
 * const outcome = [1, 2, 1, 0, 2]; // 1 spilled, 2 resolved, 0 still open
 * const curve = aalenJohansen({ durations: hours, eventTypes: outcome });
 * [curve.at(1, 24).incidence, curve.at(2, 24).incidence, curve.at(1, 24).atRisk]
 * // → [0.4, 0.2, 2]
 */
export function aalenJohansen(input: CompetingRisksInput): AalenJohansen {
  const { durations, eventTypes, level = 0.95 } = input;
  const causes = check(input);
  const n = durations.length;
  const order = orderBy(n, (i) => durations[i] as number);
  const times: number[] = [],
    atRisk: number[] = [],
    eventFree: number[] = [];
  const columns = Array.from({ length: causes }, () => ({
    incidence: [] as number[],
    stdErr: [] as number[],
    events: [] as number[],
    total: 0,
  }));
  const influence = new Influence(causes);
  let free = 1;
  for (let k = 0; k < n;) {
    const t = durations[order[k] as number] as number;
    const y = n - k;
    const died = new Float64Array(causes);
    let censored = 0;
    for (; k < n && (durations[order[k] as number] as number) === t; k++) {
      const type = eventTypes[order[k] as number] as number;
      if (type === 0) censored++;
      else died[type - 1] = (died[type - 1] as number) + 1;
    }
    influence.step(died, censored, y, free);
    columns.forEach((column, c) => {
      column.total += (free * (died[c] as number)) / y;
      column.incidence.push(column.total);
      column.stdErr.push(Math.sqrt(Math.max(0, influence.variance(c, n - k))));
      column.events.push(died[c] as number);
    });
    const dead = died.reduce((a, b) => a + b, 0);
    free = dead === y ? 0 : free * (1 - dead / y);
    times.push(t);
    atRisk.push(y);
    eventFree.push(free);
  }
  const result = {
    times: Float64Array.from(times),
    atRisk: Float64Array.from(atRisk),
    eventFree: Float64Array.from(eventFree),
    incidence: columns.map((column) => Float64Array.from(column.incidence)),
    stdErr: columns.map((column) => Float64Array.from(column.stdErr)),
    events: columns.map((column) => Float64Array.from(column.events)),
    n,
    level,
    method: 'aalen-johansen, log-log interval',
  };
  return { ...result, at: (cause, t) => pointAt(result, cause, t) };
}

function pointAt(curve: Omit<AalenJohansen, 'at'>, cause: number, t: number): IncidencePoint | undefined {
  const incidences = curve.incidence[cause - 1];
  const stdErrs = curve.stdErr[cause - 1];
  const counts = curve.events[cause - 1];
  if (incidences === undefined || stdErrs === undefined || counts === undefined) {
    throw new DeversoirError('option-invalid', `cause ${cause}`, {
      hint: `use 1 to ${curve.incidence.length}`,
    });
  }
  const last = curve.times.length - 1;
  if (!(t >= 0) || (t > (curve.times[last] as number) && (curve.eventFree[last] as number) > 0))
    return undefined;
  const k = lastIndexUpTo(curve.times, t);
  const next = k >= 0 && curve.times[k] === t ? k : k + 1;
  const atRisk = next > last ? 0 : (curve.atRisk[next] as number);
  const incidence = k < 0 ? 0 : (incidences[k] as number);
  const stdErr = k < 0 ? 0 : (stdErrs[k] as number);
  const events = counts.subarray(0, k + 1).reduce((a, b) => a + b, 0);
  const z = zOf(curve.level);
  const plain: [number, number] = [Math.max(0, incidence - z * stdErr), Math.min(1, incidence + z * stdErr)];
  // Without an event the curve has no width: what the numbers still at risk can exclude, exactly.
  const people = Math.max(1, atRisk);
  const exact = clopperPearsonInterval(incidence > 0 ? people : 0, people, curve.level);
  const [low, high] =
    stdErr === 0 || !(incidence < 1)
      ? [exact.low, exact.high]
      : (logLogInterval(incidence, stdErr, z) ?? plain);
  return { incidence, stdErr, low, high, events, atRisk };
}
