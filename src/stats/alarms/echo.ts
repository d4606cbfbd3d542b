import type { Numbers } from '../checks.js';

/** How far messages call for others, as in a Hawkes model with one exponential kernel. */
export interface Echo {
  readonly share: number;
  readonly halfLifeHours: number;
  /** What it may be and how likely, in the order tried; absent where it is taken for known. */
  readonly likely?: readonly (Omit<Echo, 'likely'> & { readonly weight: number })[];
}

/** Half-lives and shares tried: beyond the largest share the calm would hardly ever come back to itself. All are as likely before data. */
const HALF_LIVES = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
const SHARES = Array.from({ length: 17 }, (_, step) => step / 20);

/** Share of a message's echo that is left a period later. */
const leftOf = (halfLifeHours: number, hoursPerPeriod: number): number =>
  0.5 ** (hoursPerPeriod / halfLifeHours);

/** What the messages before each period still call for. */
function recentOf(counts: Numbers, left: number): Float64Array {
  const recent = new Float64Array(counts.length);
  for (let k = 1; k < counts.length; k++)
    recent[k] = left * (recent[k - 1] as number) + (counts[k - 1] as number);
  return recent;
}

/** Mean of every period given the counts before it: what comes by itself, and what recent messages still call for. */
export function conditionalMeans(
  counts: Numbers,
  means: Float64Array,
  { share, halfLifeHours }: Echo,
  hoursPerPeriod: number,
): Float64Array {
  const left = leftOf(halfLifeHours, hoursPerPeriod),
    called = share * (1 - left);
  return recentOf(counts, left).map((recent, k) => (1 - share) * (means[k] as number) + called * recent);
}

/**
 * The echo of the counts themselves, over the periods kept: the mean share and the mean (logarithm of the) half-life over
 * all that is tried, each as likely as it makes the counts. Few messages leave the share between nothing and the largest: a calm that may
 * echo is taken for one, so that false alarms stay as announced.
 */
export function fitEcho(
  counts: Float64Array,
  keep: readonly boolean[],
  means: Float64Array,
  hoursPerPeriod: number,
): Echo {
  const held: number[] = [];
  let meant = 0;
  keep.forEach((isKept, k) => {
    if (!isKept) return;
    meant += means[k] as number;
    if (counts[k] !== 0) held.push(k);
  });
  const heldOf = (values: Float64Array): Float64Array => Float64Array.from(held, (k) => values[k] as number),
    [heldCounts, heldMeans] = [heldOf(counts), heldOf(means)];
  // what is due over all periods is a sum known beforehand: only those that hold something are looked at for each echo
  const tried = HALF_LIVES.flatMap((halfLifeHours) => {
    const left = leftOf(halfLifeHours, hoursPerPeriod),
      recent = recentOf(counts, left),
      heldRecent = heldOf(recent),
      calling = keep.reduce((sum, isKept, k) => (isKept ? sum + (recent[k] as number) : sum), 0);
    return SHARES.map((share) => {
      const called = share * (1 - left);
      let logLik = -(1 - share) * meant - called * calling;
      for (let at = 0; at < held.length; at++)
        logLik +=
          (heldCounts[at] as number) *
          Math.log((1 - share) * (heldMeans[at] as number) + called * (heldRecent[at] as number));
      return { share, halfLifeHours, logLik };
    });
  });
  const highest = tried.reduce((most, one) => Math.max(most, one.logLik), -Infinity);
  let [total, share, logHalfLife] = [0, 0, 0];
  for (const one of tried) {
    const weight = Math.exp(one.logLik - highest);
    total += weight;
    // without an echo a half-life means nothing
    share += weight * one.share;
    logHalfLife += weight * one.share * Math.log(one.halfLifeHours);
  }
  return {
    share: share / total,
    halfLifeHours: share === 0 ? 1 : Math.exp(logHalfLife / share),
    likely: tried.map((one) => ({
      share: one.share,
      halfLifeHours: one.halfLifeHours,
      weight: Math.exp(one.logLik - highest) / total,
    })),
  };
}
