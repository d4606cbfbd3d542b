import { logGamma } from '../../stats/special.js';

/** How names spread over people: Pitman and Yor's law. */
export interface NameLaw {
  /** In [0, 1): near 1, nearly every name is new; near 0, the same few come back. */
  readonly discount: number;
  /** How many names there are: the larger, the rarer a namesake. */
  readonly strength: number;
}

/**
 * Before data: two people of France have one first and last name about once in a million pairs. The sums of squared shares of first
 * names (about 0.007) and of last names (about 0.0001) of INSEE's files of names, taken as independent.
 */
const NATIONAL: NameLaw = { discount: 0.5, strength: 500_000 };
/** Fewer accounts say little about how often names meet. */
const LEAST_ACCOUNTS = 30;
const DISCOUNTS = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
const STRENGTHS = Array.from({ length: 25 }, (_, step) => 10 ** (0.5 + step / 4));

/** How many names are borne by exactly 1, 2, 3, … accounts of one place where accounts are told apart. */
type Spectrum = ReadonlyMap<number, number>;

/** Log-probability that `n` accounts share names as they do: the exchangeable partition of Pitman and Yor (1997). */
function logLikelihood(spectrum: Spectrum, { discount: d, strength: t }: NameLaw): number {
  let names = 0,
    accounts = 0,
    sum = 0;
  for (const [size, count] of spectrum) {
    names += count;
    accounts += size * count;
    if (size > 1) sum += count * (logGamma(size - d) - logGamma(1 - d));
  }
  return (
    sum +
    (names - 1) * Math.log(d) +
    logGamma(t / d + names) -
    logGamma(t / d + 1) -
    (logGamma(t + accounts) - logGamma(t + 1))
  );
}

/**
 * The law of names by maximum likelihood over groups of accounts that are certainly different people, such as those of one platform;
 * the national one where there are too few. A grid: the surface is smooth, and the same counts give the same law.
 */
export function fitNameLaw(groups: Iterable<Iterable<number>>): NameLaw {
  const spectra: Spectrum[] = [];
  let accounts = 0;
  for (const group of groups) {
    const spectrum = new Map<number, number>();
    for (const size of group) {
      spectrum.set(size, (spectrum.get(size) ?? 0) + 1);
      accounts += size;
    }
    if (spectrum.size > 0) spectra.push(spectrum);
  }
  if (accounts < LEAST_ACCOUNTS) return NATIONAL;
  let best = NATIONAL,
    highest = -Infinity;
  for (const discount of DISCOUNTS) {
    for (const strength of STRENGTHS) {
      const law = { discount, strength };
      const value = spectra.reduce((sum, spectrum) => sum + logLikelihood(spectrum, law), 0);
      if (value > highest) {
        highest = value;
        best = law;
      }
    }
  }
  return best;
}

/**
 * Probability that the next person has a given name when `seen` of `accounts` others have it: (seen − d) / (accounts + t). Homonyms
 * grow with the crowd through `seen` and through how many pairs are weighed.
 *
 * @example
 * chanceOfName(1, 999, { discount: 0.5, strength: 4001 })
 * // → 0.0001
 */
export const chanceOfName = (seen: number, accounts: number, { discount, strength }: NameLaw): number =>
  Math.max(1e-7, (Math.max(1, seen) - discount) / (accounts + strength));
