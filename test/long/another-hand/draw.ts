import { seededRandom } from '../../../src/util/random.js';

/** Seeded draws of one quarter. */
export class Draw {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = seededRandom(Math.imul(seed, 0x2545f491) ^ 0x6a09e667);
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }
  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  weighted<T>(pairs: readonly (readonly [T, number])[]): T {
    let left = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) if ((left -= weight) < 0) return value;
    return (pairs.at(-1) as readonly [T, number])[0];
  }
  /** Rank r of a list is drawn in proportion to (r + shift)^−power. */
  zipf<T>(list: readonly T[], power: number, shift = 2): T {
    return this.weighted(list.map((value, rank) => [value, (rank + shift) ** -power] as const));
  }
  exponential(): number {
    return -Math.log(1 - this.next());
  }
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }
  digits(length: number): string {
    return Array.from({ length }, (_, i) => this.integer(i === 0 ? 1 : 0, 9)).join('');
  }
}
