import { seededRandom } from '../../util/random.js';
import { beta } from './linkability.js';
import type { ReadingErrors } from './reading-errors.js';

/** How many texts there are, and how many of them the event befell. */
export interface Befallen {
  readonly n: number;
  readonly k: number;
}

/**
 * How often an event befalls the texts of a class, where a reader tells the class and errs: those told hold some that are not of it, those
 * not told some that are. With the event as frequent among what is told rightly as among what is missed, the two shares that are seen,
 * of the told and of the others, are mixtures of the same two rates, by the precision and by what is missed (the matrix method of Barron
 * 1977); solved for draws of the reader's errors and of both shares, within [0, 1].
 *
 * @returns median of the draws with its bounds; `undefined` where nothing is told
 * @example
 * // of 100 told 80 are of the class, and 20 of the 900 others are: 41 and 10 answered come from 50 % of the class and 5 % of the rest
 * const errors = { recall: [0.8], precision: [0.8], trueForTold: [1] };
 * const rate = misreadRate({ n: 100_000, k: 41_000 }, { n: 900_000, k: 54_000 }, errors, { seed: 1 });
 * Math.round(100 * rate.share)
 * // → 50
 */
export function misreadRate(
  told: Befallen,
  others: Befallen,
  { precision, trueForTold }: ReadingErrors,
  { seed, level = 0.95 }: { readonly seed: number; readonly level?: number },
): { readonly share: number; readonly low: number; readonly high: number } | undefined {
  if (told.n === 0 || precision.length === 0) return undefined;
  const uniform = seededRandom(seed);
  const drawn = ({ n, k }: Befallen): number => beta(uniform, k + 0.5, n - k + 0.5);
  const rates = Float64Array.from(precision, (right, draw) => {
    const [seen, besides] = [drawn(told), drawn(others)];
    const truly = trueForTold[draw] as number,
      missed = others.n === 0 ? 0 : Math.min(1, (told.n * Math.max(0, truly - right)) / others.n);
    if (right <= missed) return Math.min(1, seen);
    const rest = (besides * right - seen * missed) / (right - missed);
    // without any event besides the class, all of them are its own
    const rate =
      rest < 0
        ? (told.n * seen + others.n * besides) / (told.n * right + others.n * missed)
        : (seen * (1 - missed) - besides * (1 - right)) / (right - missed);
    return Math.min(1, Math.max(0, rate));
  }).sort();
  const place = (p: number): number =>
    rates[Math.min(rates.length - 1, Math.floor(p * rates.length))] as number;
  return { share: place(0.5), low: place((1 - level) / 2), high: place((1 + level) / 2) };
}
