import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { checkNumbers, checkSameLength, type Numbers } from '../checks.js';
import { DeversoirError } from '../../util/errors.js';

/** Events of several types on [0, horizonHours]. */
export interface HawkesEvents {
  /** Hours since the start of the window, in any order. */
  readonly times: Numbers;
  /** Type of each event: an index into `typeNames`, or one of the names. */
  readonly types: Numbers | readonly string[];
  /** Names of the K types, such as ['private', 'public', 'press']. */
  readonly typeNames: readonly string[];
  readonly horizonHours: number;
}

/** A rhythm of the week: factors of the baseline per type, mean 1 over the week. */
export interface WeeklyProfile {
  /** Per type, 168 factors from Monday 00:00 to Sunday 23:00. */
  readonly factors: readonly Numbers[];
  /** Hour of the week at time 0: 0 for Monday 00:00, 24 for Tuesday 00:00; may be fractional. Local time without clock changes. */
  readonly startHourOfWeek: number;
}

/**
 * A mutually exciting process with exponential memory:
 * λᵢ(t) = μᵢ·profileᵢ(t) + Σⱼ Σ aᵢⱼ·βᵢⱼ·exp(−βᵢⱼ·(t − t_k)) over events t_k < t of type j.
 */
export interface HawkesParameters {
  /** Baseline, events an hour, per type. */
  readonly mu: readonly number[];
  /** `A[i][j]`: expected direct events of type i per event of type j. */
  readonly A: readonly (readonly number[])[];
  /** Decay an hour: one for all pairs, or `beta[i][j]`. Half-life ln 2 / beta. */
  readonly beta: number | readonly (readonly number[])[];
  readonly profile?: WeeklyProfile;
}

/** Events of one type known only by their bin: all bins, empty ones too, upwards and apart. */
export interface EventBins {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly counts: Float64Array;
}

/** Events in time order with integer types: what the sweeps run on. */
export interface EventSequence {
  readonly times: Float64Array;
  readonly types: Uint8Array;
  readonly count: number;
  readonly K: number;
  readonly horizon: number;
  /** Types known only by bins; their `times` are only places in them. */
  readonly bins?: ReadonlyMap<number, EventBins>;
}

export function sequenceOf({ times, types, typeNames, horizonHours }: HawkesEvents): EventSequence {
  checkNumbers('times', times, 0);
  checkSameLength('times and types', times, types);
  if (!(horizonHours >= 0 && Number.isFinite(horizonHours)))
    throw new DeversoirError('data-invalid', `horizonHours ${horizonHours}`, {
      hint: 'give the length of the observed window',
    });
  if (typeNames.length === 0 || typeNames.length > 64)
    throw new DeversoirError('option-invalid', `${typeNames.length} types`, { hint: 'name 1 to 64 types' });
  const indexOf = new Map<string | number, number>(
    typeNames.flatMap((name, i) => [
      [name, i],
      [i, i],
    ]),
  );
  const codes = Uint8Array.from({ length: types.length }, (_, i) => {
    const code = indexOf.get(types[i] as string | number);
    if (code === undefined)
      throw new DeversoirError('data-invalid', `type ${String(types[i])} at index ${i}`, {
        hint: `use one of ${typeNames.join(', ')}`,
      });
    if ((times[i] as number) > horizonHours)
      throw new DeversoirError('data-invalid', `time ${times[i] as number} at index ${i}`, {
        hint: `events must not be after the horizon, ${horizonHours}`,
      });
    return code;
  });
  let sorted = true;
  for (let i = 1; sorted && i < times.length; i++) sorted = (times[i] as number) >= (times[i - 1] as number);
  const order = sorted
    ? undefined
    : Uint32Array.from({ length: times.length }, (_, i) => i).sort(
        (a, b) => (times[a] as number) - (times[b] as number) || (codes[a] as number) - (codes[b] as number),
      );
  return {
    times:
      order === undefined ? Float64Array.from(times) : Float64Array.from(order, (i) => times[i] as number),
    types: order === undefined ? codes : Uint8Array.from(order, (i) => codes[i] as number),
    count: times.length,
    K: typeNames.length,
    horizon: horizonHours,
  };
}

export const decayOf = (beta: HawkesParameters['beta'], i: number, j: number): number =>
  typeof beta === 'number' ? beta : (beta[i]?.[j] as number);

export function checkParameters({ mu, A, beta, profile }: HawkesParameters, K: number): void {
  const square = (matrix: readonly (readonly number[])[]): boolean =>
    matrix.length === K && matrix.every((row) => row.length === K);
  if (mu.length !== K || !square(A) || (typeof beta !== 'number' && !square(beta))) {
    throw new DeversoirError('data-invalid', `parameters of ${mu.length} types for ${K}`, {
      hint: `mu needs ${K} values, A and beta ${K} × ${K}`,
    });
  }
  const values = [...mu, ...A.flat()];
  if (values.some((value) => !(value >= 0 && Number.isFinite(value))))
    throw new DeversoirError('data-invalid', 'negative or missing mu or A', {
      hint: 'give finite numbers of at least 0',
    });
  const decays = typeof beta === 'number' ? [beta] : beta.flat();
  if (decays.some((value) => !(value > 0 && Number.isFinite(value))))
    throw new DeversoirError('data-invalid', 'decay not above 0', { hint: 'give beta an hour, above 0' });
  if (profile !== undefined) checkProfile(profile, K);
}

export function checkProfile({ factors, startHourOfWeek }: WeeklyProfile, K: number): void {
  if (factors.length !== K || factors.some((own) => own.length !== 168))
    throw new DeversoirError('data-invalid', 'weekly profile', {
      hint: `give ${K} lists of 168 hourly factors`,
    });
  if (!Number.isFinite(startHourOfWeek))
    throw new DeversoirError('data-invalid', `startHourOfWeek ${startHourOfWeek}`, {
      hint: 'give the hour of the week at time 0',
    });
  for (const own of factors) {
    checkNumbers('profile factor', own, 0);
    let sum = 0;
    for (let h = 0; h < 168; h++) sum += own[h] as number;
    if (Math.abs(sum / 168 - 1) > 1e-6)
      throw new DeversoirError('data-invalid', `weekly profile with mean ${sum / 168}`, {
        hint: 'scale each list to mean 1',
      });
  }
}

/** The profile as a function of time and its integral from 0. */
export class Rhythm {
  private readonly cumulative = new Float64Array(169);
  private readonly offset: number;

  constructor(
    private readonly factors: Numbers | undefined,
    startHourOfWeek: number,
  ) {
    this.offset = ((startHourOfWeek % 168) + 168) % 168;
    for (let h = 0; h < 168; h++)
      this.cumulative[h + 1] =
        (this.cumulative[h] as number) + (factors === undefined ? 1 : (factors[h] as number));
  }

  hourOfWeek(t: number): number {
    return Math.floor((t + this.offset) % 168);
  }

  at(t: number): number {
    return this.factors === undefined ? 1 : (this.factors[this.hourOfWeek(t)] as number);
  }

  integral(t: number): number {
    return this.factors === undefined ? t : this.upTo(t + this.offset) - this.upTo(this.offset);
  }

  private upTo(clock: number): number {
    const weeks = Math.floor(clock / 168),
      rest = clock - weeks * 168,
      hour = Math.floor(rest);
    const part =
      hour >= 168 ? 0 : (rest - hour) * (this.factors === undefined ? 1 : (this.factors[hour] as number));
    return weeks * (this.cumulative[168] as number) + (this.cumulative[hour] as number) + part;
  }
}

export const rhythmOf = (profile: WeeklyProfile | undefined, i: number): Rhythm =>
  new Rhythm(profile?.factors[i], profile?.startHourOfWeek ?? 0);

/**
 * Spectral radius of a branching matrix: below 1 the process is stable, at 1 or above it would not come to rest.
 *
 * @example
 * branchingRadius([[0.2, 0.3], [0.4, 0.3]])
 * // → 0.6
 */
export function branchingRadius(A: readonly (readonly number[])[]): number {
  if (A.length === 0) return 0;
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(
    new Matrix(A.map((row) => [...row])),
  );
  return realEigenvalues.reduce(
    (largest, real, k) => Math.max(largest, Math.hypot(real, imaginaryEigenvalues[k] ?? 0)),
    0,
  );
}

/**
 * Total effect (I − A)⁻¹ − I: expected events of type i that one event of type j sets off directly and through others.
 *
 * @returns the matrix, or `undefined` when the spectral radius of A is 1 or more, where the sum has no end
 * @example
 * totalEffect([[0.5]])
 * // → [[1]]
 */
export function totalEffect(A: readonly (readonly number[])[]): number[][] | undefined {
  if (!(branchingRadius(A) < 1)) return undefined;
  const identity = Matrix.eye(A.length);
  return inverse(Matrix.sub(identity, new Matrix(A.map((row) => [...row]))))
    .sub(identity)
    .to2DArray();
}
