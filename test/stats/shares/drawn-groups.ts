import { gammaVariate } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

/** Groups whose shares follow a beta law of this mean and size. */
export function drawn(
  count: number,
  mean: number,
  size: number,
  seed: number,
): { k: number; n: number; share: number }[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const a = gammaVariate(random, mean * size),
      b = gammaVariate(random, (1 - mean) * size);
    const share = a / (a + b),
      n = 20 + Math.floor(random() * 180);
    let k = 0;
    for (let i = 0; i < n; i++) if (random() < share) k++;
    return { k, n, share };
  });
}
