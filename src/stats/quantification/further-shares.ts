import { seededRandom } from '../../util/random.js';
import type { Numbers } from '../checks.js';
import { sumOf } from './corrected-share.js';
import { gammaVariate, normal, type Uniform } from '../variates.js';

/** What a reader told of a labelled set: `[class][label]`, labels in the order of the classes. */
export interface LabelTable {
  /** Sets of one kind are nearer to each other than to others. */
  readonly kind: string;
  readonly counts: readonly Numbers[];
}

/** Texts to measure of one kind: how many were told each label, and their effective number. */
export interface ToldLabels {
  readonly kind: string;
  readonly told: Numbers;
  readonly effectiveN: number;
}

/** Draws of the shares of the classes, each summing to 1. */
export interface FurtherShares {
  readonly draws: readonly (readonly number[])[];
  /** Those of the draws under which what was told comes about exactly. */
  readonly possible: readonly (readonly number[])[];
}

const DRAWS = 1000;
/** With fewer labelled sets nothing is known of how they differ. */
export const LEAST_SETS = 4;
/** Texts of each class, spread as in the mean of the sets, that are added to each set: none of few is not never. */
const ADDED = 2;
/** A class of fewer texts tells nothing of the mean set. */
const LEAST_TEXTS = 10;
const ROUNDS = 80;

const meanOf = (values: readonly number[]): number => sumOf(values) / Math.max(1, values.length);

/** Log-odds of each wrong label against the right one, class by class. */
function logOdds(table: readonly Numbers[]): number[] {
  return table.flatMap((row, k) =>
    Array.from(row).flatMap((count, j) => (j === k ? [] : [Math.log(count / (row[k] as number))])),
  );
}

/** The table of these log-odds: a row a class, summing to 1. */
function tableOf(odds: readonly number[], classes: number): number[][] {
  return Array.from({ length: classes }, (_, k) => {
    const own = odds.slice(k * (classes - 1), (k + 1) * (classes - 1)).map(Math.exp);
    const total = 1 + sumOf(own);
    return [...own.slice(0, k), 1, ...own.slice(k)].map((value) => value / total);
  });
}

/** Share of the variance between kinds that sets of these kinds show: none where all are of one, all where each is of its own. */
function shownOf(kinds: readonly string[]): number {
  const squares = [...new Set(kinds)].reduce(
    (sum, kind) => sum + kinds.filter((one) => one === kind).length ** 2,
    0,
  );
  return (kinds.length - squares / kinds.length) / (kinds.length - 1);
}

/** Each set with the texts added, as log-odds. */
function oddsOf(sets: readonly LabelTable[]): number[][] {
  const classes = sets[0]?.counts.length ?? 0;
  const mean = Array.from({ length: classes }, (_, k) => {
    const rows = sets.map(({ counts }) => counts[k] as Numbers).filter((row) => sumOf(row) >= LEAST_TEXTS);
    return Array.from({ length: classes }, (__, j) =>
      rows.length === 0 ? 1 / classes : meanOf(rows.map((row) => (row[j] as number) / sumOf(row))),
    );
  });
  return sets.map(({ counts }) =>
    logOdds(
      counts.map((row, k) =>
        Array.from(row, (count, j) => count + ADDED * Math.max(1e-3, mean[k]?.[j] ?? 0)),
      ),
    ),
  );
}

/** Solves Σ π_k·table[k][j] = told[j] by Gauss and Jordan; `undefined` for a table that tells nothing apart. */
function solved(table: readonly (readonly number[])[], told: readonly number[]): number[] | undefined {
  const n = told.length,
    rows = told.map((share, j) => [...table.map((row) => row[j] as number), share]);
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .map((row, r) => ({ r, size: r < i ? -1 : Math.abs(row[i] as number) }))
      .reduce((best, one) => (one.size > best.size ? one : best));
    if (pivot.size < 1e-9) return undefined;
    const own = rows[pivot.r] as number[];
    rows[pivot.r] = rows[i] as number[];
    rows[i] = own;
    rows.forEach((row, r) => {
      if (r === i) return;
      const factor = (row[i] as number) / (own[i] as number);
      for (let c = i; c <= n; c++) row[c] = (row[c] as number) - factor * (own[c] as number);
    });
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}

/** The shares that come nearest to what was told: expectation-maximisation. Plain loops, as 80 rounds a draw are most of what reading tones allocates. */
function nearest(table: readonly (readonly number[])[], told: readonly number[]): number[] {
  const n = told.length,
    chances = Float64Array.from(table.flat()),
    shares = told.map(() => 1 / n),
    weights = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (shares[k] as number) * (chances[k * n + j] as number);
      weights[j] = (told[j] as number) / sum;
    }
    for (let k = 0; k < n; k++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += (weights[j] as number) * (chances[k * n + j] as number);
      shares[k] = (shares[k] as number) * sum;
    }
  }
  return shares;
}

function drawShares(uniform: Uniform, weights: readonly number[]): number[] {
  const drawn = weights.map((weight) => gammaVariate(uniform, weight)),
    sum = sumOf(drawn);
  return drawn.map((value) => value / sum);
}

/**
 * Shares of the classes of texts that nobody labelled, from the labels that a reader tells of them and from what it told of labelled sets.
 * Sets differ: the table of a further set is drawn whole, each log-odds of a wrong label from the mean and the variance between sets
 * (random effects; Student's t, as sets are few), near the mean of the sets of its own kind by a share of the variance that is unknown and drawn (0 to 1). The shares
 * are then those under which what was told comes about (adjusted count: Rogan & Gladen 1978 for two classes); draws under which it can't
 * give the shares that come nearest, so that a class may be all but missing. All kinds of one corpus are drawn together.
 *
 * @returns `undefined` with fewer than four labelled sets, or nothing told
 * @example
 * const set = { kind: 'review', counts: [[700_000, 200_000, 100_000], [150_000, 700_000, 150_000], [150_000, 100_000, 750_000]] };
 * // .7·.2 + .15·.8 = .26 are told the first label of 20 % that are
 * const { draws } = furtherShares([{ kind: 'review', told: [26_000, 42_000, 32_000], effectiveN: 100_000 }], [set, set, set, set], { seed: 1 });
 * draws.every(([first]) => Math.abs(first - 0.2) < 0.02)
 * // → true
 */
export function furtherShares(
  kinds: readonly ToldLabels[],
  sets: readonly LabelTable[],
  { seed, draws = DRAWS }: { readonly seed: number; readonly draws?: number },
): FurtherShares | undefined {
  const all = kinds.reduce((sum, { told }) => sum + sumOf(told), 0);
  if (sets.length < LEAST_SETS || all === 0) return undefined;
  const classes = sets[0]?.counts.length ?? 0,
    odds = oddsOf(sets),
    entries = odds[0]?.map((_, i) => odds.map((own) => own[i] as number)) ?? [];
  const means = entries.map(meanOf),
    variances = entries.map(
      (values, i) =>
        sumOf(values.map((value) => (value - (means[i] as number)) ** 2)) / Math.max(1, values.length - 1),
    );
  const ofKind = kinds.map(({ kind }) => odds.filter((_, s) => sets[s]?.kind === kind)),
    kindMeans = ofKind.map((own) => means.map((_, i) => meanOf(own.map((one) => one[i] as number))));
  const degrees = sets.length - 1,
    shown = shownOf(sets.map(({ kind }) => kind)),
    uniform = seededRandom(seed);
  const found: { shares: number[]; possible: boolean }[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const kept = uniform(),
      // Student's t: each variance is known from so many sets.
      z = means.map(() => normal(uniform) / Math.sqrt(gammaVariate(uniform, degrees / 2) / (degrees / 2)));
    const exact = Array.from({ length: classes }, () => 0),
      kindly = Array.from({ length: classes }, () => 0);
    let isSolved = true;
    kinds.forEach(({ told, effectiveN }, s) => {
      const known = (ofKind[s] as number[][]).length,
        pull = known === 0 ? 0 : (known * kept) / (1 - kept + known * kept),
        spread = Math.sqrt((1 - kept * pull) / (1 - kept * (1 - shown)) + 1 / sets.length);
      const table = tableOf(
        means.map(
          (mean, i) =>
            mean +
            pull * ((kindMeans[s]?.[i] ?? mean) - mean) +
            (z[i] as number) * spread * Math.sqrt(variances[i] as number),
        ),
        classes,
      );
      const n = sumOf(told);
      if (n === 0) return;
      const shares = drawShares(
        uniform,
        Array.from(told, (count) => (count * effectiveN) / n + 0.5),
      );
      const own = solved(table, shares);
      if (own === undefined) isSolved = false;
      const near = own?.every((share) => share >= 0) === true ? own : nearest(table, shares);
      for (let k = 0; k < classes; k++) {
        exact[k] = (exact[k] as number) + (n / all) * (own?.[k] ?? 0);
        kindly[k] = (kindly[k] as number) + (n / all) * (near[k] as number);
      }
    });
    const possible = isSolved && exact.every((share) => share >= 0);
    found.push({ shares: possible ? exact : kindly, possible });
  }
  return {
    draws: found.map(({ shares }) => shares),
    possible: found.flatMap(({ shares, possible }) => (possible ? [shares] : [])),
  };
}
