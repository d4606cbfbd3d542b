/** Texts of one part by band of a reader's probability: how many, and how many of them the event befell. */
export interface BandedTexts {
  readonly n: readonly number[];
  readonly k: readonly number[];
}

export interface BandedRate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const RATES = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100);
/** Cells of the rate among texts besides, finer near none. */
const EDGES = [0, 0.0015, 0.006, 0.015, 0.027, 0.045, 0.067, 0.1, 0.15, 0.23, 0.36, 0.57, 1];
const BESIDES = EDGES.slice(1).map((edge, j) => (edge + (EDGES[j] as number)) / 2);
/** Jeffreys' prior of both rates, as logarithms. */
const OF_RATES = RATES.map((rate) => -Math.log(rate * (1 - rate)) / 2),
  OF_BESIDES = EDGES.slice(1).map((edge, j) =>
    Math.log(Math.asin(Math.sqrt(edge)) - Math.asin(Math.sqrt(EDGES[j] as number))),
  );
/** Logits by which what a band says is shifted, in all and for one corpus. */
const LEVELS = Array.from({ length: 33 }, (_, i) => -5 + 0.3125 * i),
  SHIFTS = Array.from({ length: 31 }, (_, i) => -3.75 + 0.25 * i);
/** Labelled sets lie that far apart, in logits; parts of one corpus share a reader and a subject, and differ by less. */
const APART = 1.2,
  WITHIN = 0.4;
/** A table that pools texts of many subjects is as steep as those of one or flatter, up to half as steep. */
const SLOPES = [
  { slope: 1, weight: 0.3 },
  { slope: 1.4, weight: 0.4 },
  { slope: 2, weight: 0.3 },
] as const;
/** Texts of a band are alike, in how often the event befalls them, to some degree only: a band counts for no more than these. */
const MOST = 300;

/** A logarithm of a weight so small that it moves nothing. */
const LEAST = -50;

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
const lightened = (n: number): number => n / (1 + Math.max(0, n - 1) / MOST);
const normal = (x: number, spread: number): number => Math.exp(-((x / spread) ** 2) / 2);

/** Likelihood of each rate, the rate besides summed over, where bands hold these shares of the class; as logarithms. */
function likelihoods(shares: readonly number[], n: readonly number[], k: readonly number[]): Float64Array {
  const bands = shares.flatMap((share, band) =>
    (n[band] as number) > 0 ? [{ share, n: n[band] as number, k: k[band] as number }] : [],
  );
  return Float64Array.from(RATES, (rate, i) => {
    const logs = BESIDES.map((besides, j) =>
      bands.reduce((log, band) => {
        const q = band.share * rate + (1 - band.share) * besides;
        return log + band.k * Math.log(q) + (band.n - band.k) * Math.log(1 - q);
      }, OF_BESIDES[j] as number),
    );
    const top = Math.max(...logs);
    return top + Math.log(sum(logs.map((log) => Math.exp(log - top)))) + (OF_RATES[i] as number);
  });
}

/** For each slope and shift of a corpus: how likely each rate is in a part, with what the part's own shift may be beside. */
function rowsOf({ n, k }: BandedTexts, signs: readonly number[], told: number): Float64Array[] {
  const few = n.map(lightened),
    befallen = k.map((count, band) =>
      n[band] === 0 ? 0 : (count * (few[band] as number)) / (n[band] as number),
    );
  const logs = SLOPES.flatMap(({ slope }) =>
    LEVELS.map((level) =>
      likelihoods(
        signs.map((sign) => 1 / (1 + Math.exp(-(slope * sign + level)))),
        few,
        befallen,
      ),
    ),
  );
  const top = logs.reduce((most, row) => Math.max(most, ...row), -Infinity);
  const base = Math.log((sum(few.slice(told)) + 0.5) / (sum(few.slice(0, told)) + 0.5));
  return SLOPES.flatMap((_, s) =>
    SHIFTS.map((shift) => {
      const weights = LEVELS.map((level) => normal(level - base - shift, WITHIN)),
        all = sum(weights);
      const row = new Float64Array(RATES.length);
      weights.forEach((weight, a) => {
        if (weight < 1e-5 * all) return;
        const own = logs[s * LEVELS.length + a] as Float64Array;
        for (let i = 0; i < row.length; i++)
          row[i] = (row[i] as number) + (weight / all) * Math.exp((own[i] as number) - top);
      });
      return row;
    }),
  );
}

const PRIOR = SLOPES.flatMap(({ weight }) => SHIFTS.map((shift) => Math.log(weight * normal(shift, APART))));

function placeIn(density: Float64Array): (p: number) => number {
  const all = sum(density);
  return (p) => {
    let passed = 0;
    for (const [i, mass] of density.entries()) {
      if (passed + mass >= p * all) return (i + (p * all - passed) / mass) / density.length;
      passed += mass;
    }
    return 1;
  };
}

/**
 * How often an event befalls the texts of a class, where a reader gives each text a probability and errs. In each band of that probability the
 * event is a mixture of its rates in the class and besides, which are the same in all bands: bands where hardly any text is of the class
 * tell the one, those where nearly all are the other, and those between how much the reader takes wrongly and misses here. How much likelier
 * a band is in the class (`signs`, as logarithms) is known from labelled sets up to a shift, as far as such sets lie apart, and a slope.
 * Parts of one corpus (channels) are read together: they share both but for a little. Posterior on a grid, Jeffreys' priors of the rates.
 *
 * @param told - first of the bands that the reader takes for the class
 * @returns median with bounds for each part; `undefined` for a part of which nothing is told
 * @example
 * // no text of the lowest band is of the class and all of the highest are, of which half are answered; between, 100 of 200 are
 * const part = { n: [200, 200, 200], k: [0, 50, 100] };
 * bandedRates([part], [-6, 0, 6], 2).map((rate) => Math.round(20 * rate.share) / 20)
 * // → [0.5]
 */
export function bandedRates(
  parts: readonly BandedTexts[],
  signs: readonly number[],
  told: number,
  level = 0.95,
): (BandedRate | undefined)[] {
  const rows = parts.map((part) => (sum(part.n.slice(told)) > 0 ? rowsOf(part, signs, told) : undefined));
  const likely = rows.map((own) => own?.map((row) => Math.log(sum(row) + Number.MIN_VALUE)));
  const together = PRIOR.map((prior, at) => likely.reduce((log, own) => log + (own?.[at] ?? 0), prior));
  return rows.map((own, part) => {
    if (own === undefined) return undefined;
    const top = Math.max(...together),
      density = new Float64Array(RATES.length);
    own.forEach((row, at) => {
      const log = together[at] as number,
        weight = Math.exp(log - top - (likely[part]?.[at] ?? 0));
      if (log - top < LEAST) return;
      for (let i = 0; i < row.length; i++) density[i] = (density[i] as number) + weight * (row[i] as number);
    });
    const place = placeIn(density);
    return { share: place(0.5), low: place((1 - level) / 2), high: place((1 + level) / 2) };
  });
}
