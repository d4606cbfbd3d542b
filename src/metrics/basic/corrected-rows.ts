import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { mixtureShares } from '../../stats/quantification/mixture-shares.js';
import { furtherShares } from '../../stats/quantification/further-shares.js';
import { drawAt, readingErrors } from '../../stats/quantification/reading-errors.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { toldShare, type CorrectedRow } from './labelled-shares.js';
import { labelTableOf, readSetOf, type Stratum } from './read-strata.js';
import { shareInterval } from './score-interval.js';

/** Draws of a table where it is the only one of its head. */
const REPLICATES = 400;

/** Under this share of draws under which what was told can come about, all of them tell the point. */
const LEAST_POSSIBLE = 0.05;

/** Laplace's rule of succession. Under shifted shares it takes a fifth off the error where a label is hardly told apart, and costs nothing. */
const ADDED = 1;

const sizeOf = ({ counts }: HeadConfusion): number => counts.flat().reduce((a, b) => a + b, 0);

export interface Corrected {
  readonly stratum: Stratum;
  readonly table: HeadConfusion;
  readonly shares: readonly number[];
  /** Whether its messages look as the texts of the table do. */
  readonly fits: boolean;
  /** Draws of the shares by the size of the table; drawn when asked for. */
  readonly replicates: () => readonly (readonly number[])[];
}

/** Draws of the shares that the errors of a further labelled set leave, and their middle; absent where too few sets are known. */
function furtherDraws(
  parts: readonly Corrected[],
  known: readonly HeadConfusion[],
  seed: number,
): { readonly draws: readonly (readonly number[])[]; readonly middle: readonly number[] } | undefined {
  // One label against another says all of two.
  if ((known[0]?.labels.length ?? 0) < 3) return undefined;
  const found = furtherShares(
    parts.map(({ stratum: { genre, told, effective, n } }) => ({
      kind: genre,
      told,
      effectiveN: Math.min(n, ...effective),
    })),
    known.map((table) => labelTableOf(table)),
    { seed },
  );
  if (found === undefined) return undefined;
  const { draws, possible } = found,
    of = possible.length < LEAST_POSSIBLE * draws.length ? draws : possible;
  const middles = (draws[0] ?? []).map((_, k) =>
      drawAt(
        of.map((shares) => shares[k] as number),
        0.5,
      ),
    ),
    sum = middles.reduce((a, b) => a + b, 0);
  return { draws, middle: middles.map((share) => share / sum) };
}

/** One row a label of a group of strata: corrected, and raw. */
export function correctedRows(
  head: CorrectedHead,
  genre: string,
  parts: readonly Corrected[],
  known: readonly HeadConfusion[],
  { level, seed }: { readonly level: number; readonly seed: number },
): CorrectedRow[] {
  const n = parts.reduce((sum, { stratum }) => sum + stratum.n, 0);
  const mix = (of: (part: Corrected) => number): number =>
    parts.reduce((sum, part) => sum + (part.stratum.n / n) * of(part), 0);
  const replicatesOf = (k: number): number[] =>
    Array.from({ length: REPLICATES }, (_, r) => mix(({ replicates }) => replicates()[r]?.[k] ?? 0));
  const { labels } = HEAD_COLUMNS[head];
  const further = furtherDraws(parts, known, seed);
  const drawn = labels.map((_, k) => {
    const told = parts.reduce((sum, { stratum }) => sum + (stratum.told[k] ?? 0), 0);
    if (further !== undefined) {
      const draws = further.draws.map((shares) => shares[k] as number);
      return { told, draws, ...percentileInterval(draws, level) };
    }
    const errors = readingErrors(
      parts.map(({ stratum: { told: own, n: all, effective }, table }) => ({
        told: own[k] ?? 0,
        n: all,
        effectiveN: Math.min(all, effective[k] ?? all),
        own: readSetOf(table, k),
      })),
      known.map((table) => readSetOf(table, k)),
      { seed },
    );
    const draws = errors?.trueForTold.map((ratio) => (ratio * told) / n) ?? replicatesOf(k);
    return { told, draws, ...percentileInterval(draws, level) };
  });
  const likeliest = labels.map((_, k) => mix(({ shares }) => shares[k] ?? 0));
  const middles = drawn.map(({ draws }) => drawAt(draws, 0.5));
  const sum = middles.reduce((a, b) => a + b, 0);
  // Messages that look otherwise than the texts of the table: its likeliest shares rest on the very resemblance that they belie.
  const fits = mix((part) => (part.fits ? 1 : 0)) >= 0.5 || sum <= 0;
  const tables = [...new Set(parts.map(({ table }) => table))];
  return labels.map((label, k) => {
    const { told, low, high } = drawn[k] as (typeof drawn)[number];
    const share = further?.middle[k] ?? (fits ? (likeliest[k] as number) : (middles[k] as number) / sum);
    // Both hold where the table fits, what it draws and what sets that differ do: the interval is that of both.
    const own =
      further !== undefined || (share > low && share < high)
        ? { low, high }
        : percentileInterval(replicatesOf(k), level);
    const effectiveN = parts.reduce((all, { stratum }) => all + (stratum.effective[k] ?? stratum.n), 0);
    const raw = shareInterval({ k: told, n, effectiveN }, level);
    const bounds = { low: Math.min(low, own.low, share), high: Math.min(1, Math.max(high, own.high, share)) };
    return {
      head,
      label,
      genre,
      n,
      share: toldShare(share, bounds),
      ...bounds,
      raw: told / n,
      rawLow: raw?.low ?? 0,
      rawHigh: raw?.high ?? 1,
      method: 'confusion-table',
      reference: [...new Set(tables.flatMap(({ source }) => source.split(', ')))].join(', '),
      referenceN: tables.reduce((all, table) => all + sizeOf(table), 0),
    };
  });
}

/** Strata of which a table knows the errors, corrected by it. */
export function correctedParts(
  strata: readonly Stratum[],
  tableOf: (stratum: Stratum) => HeadConfusion | undefined,
  seed: number,
): Corrected[] {
  const parts: Corrected[] = [];
  for (const [at, stratum] of strata.entries()) {
    const table = tableOf(stratum);
    if (table === undefined) continue;
    const input = {
      table: table.counts,
      observed: stratum.cells,
      effectiveN: Math.min(stratum.n, ...stratum.effective),
    };
    const found = mixtureShares(input, { seed: seed + at, replicates: 0, added: ADDED });
    if (!found.measured) continue;
    let drawn: readonly (readonly number[])[] | undefined;
    const replicates = (): readonly (readonly number[])[] => {
      if (drawn !== undefined) return drawn;
      const again = mixtureShares(input, { seed: seed + at, replicates: REPLICATES });
      return (drawn = again.measured ? again.replicates : []);
    };
    parts.push({ stratum, table, shares: found.shares, fits: found.fits, replicates });
  }
  return parts;
}
