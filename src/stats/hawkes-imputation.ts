import { at } from './checks.js';
import type { Estimate } from './hawkes-estimate.js';
import { Rhythm, type EventSequence } from './hawkes-model.js';
import type { Uniform } from './variates.js';

/** Events of one type known only by their bin: a time is imputed for each. */
export interface BinnedType {
  readonly type: number;
  /** Per event: the bin it lies in. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Contributions older than this many mean lifetimes are below 1e-9 of their start. */
const LIFETIMES = 20;

/** A sequence whose binned events can be moved one at a time, with every event's intensity kept up to date. */
class Imputation {
  private readonly lambda: Float64Array;
  private readonly order: Uint32Array;
  private readonly reach: number;
  private readonly rhythms: Rhythm[];

  constructor(private readonly times: Float64Array, private readonly types: Uint8Array, private readonly horizon: number, private readonly estimate: Estimate) {
    this.order = Uint32Array.from(times, (_, k) => k).sort((a, b) => at(times, a) - at(times, b));
    this.reach = LIFETIMES / Math.min(...estimate.beta.flat());
    this.rhythms = estimate.mu.map((_, i) => new Rhythm(estimate.profile?.factors[i], estimate.profile?.startHourOfWeek ?? 0));
    this.lambda = Float64Array.from(times, (t, k) => this.intensity(at(types, k), t, k));
  }

  private firstAfter(t: number): number {
    let low = 0, high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.times, at(this.order, middle)) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** λ of a type at t, from the past without event `left`. */
  private intensity(i: number, t: number, left: number): number {
    const { A, beta, mu } = this.estimate;
    let total = at(mu, i) * (this.rhythms[i] as Rhythm).at(t);
    for (let position = this.firstAfter(t) - 1; position >= 0; position--) {
      const k = this.order[position] as number, age = t - (this.times[k] as number);
      if (age > this.reach) break;
      if (k === left || age <= 0) continue;
      const j = this.types[k] as number, b = beta[i]?.[j] as number;
      total += (A[i]?.[j] as number) * b * Math.exp(-b * age);
    }
    return total;
  }

  /** Proposes a new time for event k in its bin (Metropolis, uniform proposal); true when it moved. */
  propose(k: number, to: number, threshold: number): boolean {
    const { A, beta } = this.estimate;
    const p = at(this.types, k), from = at(this.times, k);
    const arrived = this.intensity(p, to, k);
    let ratio = Math.log(arrived) - Math.log(at(this.lambda, k));
    A.forEach((row, i) => {
      const b = beta[i]?.[p] as number;
      ratio -= at(row, p) * (Math.exp(-b * (this.horizon - from)) - Math.exp(-b * (this.horizon - to)));
    });
    const touched: number[] = [], values: number[] = [];
    for (let position = this.firstAfter(Math.min(from, to)); position < this.order.length; position++) {
      const other = this.order[position] as number, t = this.times[other] as number;
      if (t > Math.max(from, to) + this.reach) break;
      if (other === k) continue;
      const i = this.types[other] as number, b = beta[i]?.[p] as number, gain = (A[i]?.[p] as number) * b;
      if (gain === 0) continue;
      const change = gain * ((t > to ? Math.exp(-b * (t - to)) : 0) - (t > from ? Math.exp(-b * (t - from)) : 0));
      const value = Math.max(Number.MIN_VALUE, (this.lambda[other] as number) + change);
      ratio += Math.log(value / (this.lambda[other] as number));
      touched.push(other);
      values.push(value);
    }
    if (!(threshold < ratio)) return false;
    touched.forEach((other, index) => { this.lambda[other] = at(values, index); });
    this.lambda[k] = arrived;
    this.move(k, to);
    return true;
  }

  private move(k: number, to: number): void {
    let position = this.order.indexOf(k);
    this.times[k] = to;
    for (; position > 0 && at(this.times, at(this.order, position - 1)) > to; position--) this.order[position] = at(this.order, position - 1);
    for (; position < this.order.length - 1 && at(this.times, at(this.order, position + 1)) < to; position++) this.order[position] = at(this.order, position + 1);
    this.order[position] = k;
  }
}

/**
 * One sweep of imputed times: each binned event is offered a few new times in its bin, accepted by the ratio of the
 * likelihood of everything: its own intensity there and what it then explains of the events after it.
 */
export function sweepTimes(times: Float64Array, types: Uint8Array, horizon: number, binned: readonly BinnedType[], estimate: Estimate, uniform: Uniform): void {
  const imputation = new Imputation(times, types, horizon, estimate);
  let offset = times.length - binned.reduce((sum, one) => sum + one.low.length, 0);
  for (const { low, high } of binned) {
    for (let e = 0; e < low.length; e++) {
      for (let offer = 0; offer < 3; offer++) {
        const to = at(low, e) + uniform() * (at(high, e) - at(low, e));
        imputation.propose(offset + e, to, Math.log(1 - uniform()));
      }
    }
    offset += low.length;
  }
}

/** The same events in time order. */
export function sortedSequence(times: Float64Array, types: Uint8Array, K: number, horizon: number): EventSequence {
  const order = Uint32Array.from(times, (_, k) => k).sort((a, b) => at(times, a) - at(times, b));
  return { times: Float64Array.from(order, (k) => at(times, k)), types: Uint8Array.from(order, (k) => at(types, k)), count: times.length, K, horizon };
}
