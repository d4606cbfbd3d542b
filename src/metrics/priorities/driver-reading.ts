import { beta } from '../../stats/quantification/linkability.js';
import { gammaVariate } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import { boundsOf } from '../funnel/complaint-reading.js';

/** Texts on a driver in which it is read, in which it is not, and others in which it is. */
export type DriverReading = readonly [hits: number, misses: number, alarms: number];

/** What is read of the labelled messages to a care desk that taught nothing (`test/enrich/drivers/driver-cases*.tsv`, n 131; its test counts them again). */
export const DRIVER_READING: Readonly<Record<string, DriverReading>> = {
  additives: [1, 0, 0],
  'after-sales': [10, 5, 4],
  'animal-welfare': [3, 0, 0],
  'app-site': [3, 2, 1],
  availability: [1, 4, 1],
  checkout: [4, 3, 0],
  'click-and-collect': [3, 2, 0],
  delivery: [11, 4, 2],
  freshness: [6, 3, 1],
  loyalty: [4, 1, 0],
  nutrition: [3, 5, 1],
  'organic-label': [1, 0, 0],
  origin: [2, 2, 0],
  packaging: [5, 5, 1],
  price: [1, 4, 1],
  'producer-pay': [1, 1, 0],
  safety: [9, 2, 1],
  staff: [8, 2, 1],
  store: [6, 2, 0],
  taste: [3, 2, 0],
  traceability: [1, 3, 0],
};

/** A driver, its share of all messages as read, and of how many messages drawn one by one that tells. */
export interface ToldEffort {
  readonly driver: string;
  readonly share: number;
  readonly effectiveN: number;
}

export interface EffortBounds {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;
const NOTHING_KNOWN: DriverReading = [0, 0, 0];

/**
 * Bounds of the true share of each driver, from the shares read (which leave what is read as on no driver). Of what is told a driver a part is right (its precision on
 * the labelled texts, Jeffreys' law); all the rest, wrongly told or not at all, stands anywhere: spread as what the table says is missed of each,
 * only as surely as a flat law over the drivers would (Dirichlet of as many in all as there are drivers). Shares are of what is on a driver.
 */
export function effortBounds(
  told: readonly ToldEffort[],
  { level, seed }: { readonly level: number; readonly seed: number },
  table: Readonly<Record<string, DriverReading>> = DRIVER_READING,
): readonly EffortBounds[] {
  const uniform = seededRandom(seed),
    draws = told.map((): number[] => []);
  const jeffreys = (yes: number, no: number): number => beta(uniform, yes + 0.5, no + 0.5);
  for (let draw = 0; draw < DRAWS; draw++) {
    const parts = told.map(({ driver, share, effectiveN: n }) => {
      const [hits, misses, alarms] = table[driver] ?? NOTHING_KNOWN,
        right = jeffreys(share * n, (1 - share) * n) * jeffreys(hits, alarms),
        found = Math.max(1e-6, jeffreys(hits, misses));
      return { right, missed: (right * (1 - found)) / found };
    });
    const sum = (of: (part: (typeof parts)[number]) => number): number =>
      parts.reduce((all, part) => all + of(part), 0);
    const right = sum((part) => part.right),
      missed = sum((part) => part.missed),
      rest = Math.max(0, 1 - right);
    const spread = parts.map((part) =>
        missed > 0 && part.missed > 0 ? gammaVariate(uniform, (told.length * part.missed) / missed) : 0,
      ),
      all = spread.reduce((total, one) => total + one, 0);
    parts.forEach((part, at) => {
      const elsewhere = all > 0 ? (rest * (spread[at] as number)) / all : 0;
      draws[at]?.push((part.right + elsewhere) / (right + (all > 0 ? rest : 0)));
    });
  }
  return draws.map((own) => {
    const { low, high } = boundsOf(own, level);
    return { low, high };
  });
}
