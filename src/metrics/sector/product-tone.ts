import { effectiveSize } from '../care/clustered-counts.js';
import type { Mentioned } from './product-mentions.js';

/** Messages on nutrition and additives, and their tone. */
export interface ToneSums {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

/** Adds what a mention says of nutrition to what its author said. */
export function joinTone(
  tones: Map<string, ToneSums>,
  {
    cluster,
    nutritionN,
    positive,
    negative,
  }: Pick<Mentioned, 'cluster' | 'nutritionN' | 'positive' | 'negative'>,
): void {
  if (cluster === null) return;
  const known = tones.get(cluster) ?? { n: 0, positive: 0, negative: 0 };
  tones.set(cluster, {
    n: known.n + nutritionN,
    positive: known.positive + positive,
    negative: known.negative + negative,
  });
}

/** The tone of all authors together; `effectiveN` is smaller where some write several times. */
export function clusterTone(
  tones: ReadonlyMap<string, ToneSums>,
): ToneSums & { readonly effectiveN: number } {
  const all = [...tones.values()];
  const sum = (of: (one: ToneSums) => number): number => all.reduce((total, one) => total + of(one), 0);
  const n = sum((one) => one.n),
    nn = sum((one) => one.n ** 2);
  const sizeOf = (tone: 'positive' | 'negative'): number =>
    effectiveSize({
      n,
      clusters: all.length,
      k: sum((one) => one[tone]),
      nn,
      kk: sum((one) => one[tone] ** 2),
      kn: sum((one) => one[tone] * one.n),
    });
  return {
    n,
    positive: sum((one) => one.positive),
    negative: sum((one) => one.negative),
    effectiveN: Math.min(sizeOf('positive'), sizeOf('negative')),
  };
}
