import { seededRandom } from '../../util/random.js';
import { beta } from './linkability.js';

/** A case that a reader judged, and of which a person may have said what it is. */
export interface ReadCase {
  /** Whether the reader takes it for one of the class. */
  readonly told: boolean;
  /** Whether what is counted befell it. */
  readonly befell: boolean;
  /** What the person says; `undefined`: nobody was asked. */
  readonly known: boolean | undefined;
  /** Whether it is of a part of the cases of which the reader may be right more or less often. Default: there is no such part. */
  readonly apart?: boolean;
}

/** How likely a case without a label is of the class: by cell (see `cellOf`), and as draws; cells of a part alone where there is one. */
export interface ReadChances {
  readonly middle: readonly number[];
  readonly draws: readonly (readonly number[])[];
}

/** A sum over the cases of the class, and its draws. */
export interface ReadTotal {
  readonly value: number;
  readonly draws: readonly number[];
}

const DRAWS = 1000;
/** Cells of those of a part follow those of all others. */
const CELLS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7],
  OF_ONE_PART = 4;
const isTold = (cell: number): boolean => (cell & 2) > 0;

/** Cases of one cell are read alike and befallen alike, and of one part. */
const cellOf = ({ told, befell, apart = false }: ReadCase): number =>
  OF_ONE_PART * Number(apart) + 2 * Number(told) + Number(befell);

/**
 * How likely a case without a label is of a class, from the labels of a random part of the cases: the share of those labelled that are read and befallen as it
 * is (Beta draws, the share of those read as it is as a prior that weighs one label; before any label, one half). Those of a part, if there is one,
 * have chances of their own.
 *
 * @example
 * const labelled = (told, known, n) => Array.from({ length: n }, () => ({ told, befell: false, known }));
 * const cases = [...labelled(true, true, 90), ...labelled(true, false, 10), ...labelled(false, false, 100)];
 * readChances(cases, { seed: 1 }).middle.map((chance) => Math.round(10 * chance) / 10)
 * // → [0, 0, 0.9, 0.9]
 */
export function readChances(cases: readonly ReadCase[], { seed }: { readonly seed: number }): ReadChances {
  const cells = cases.some(({ apart = false }) => apart) ? CELLS : CELLS.slice(0, OF_ONE_PART);
  const labelled = cells.map(() => 0),
    right = cells.map(() => 0);
  for (const one of cases) {
    if (one.known === undefined) continue;
    const cell = cellOf(one);
    labelled[cell] = (labelled[cell] ?? 0) + 1;
    right[cell] = (right[cell] ?? 0) + Number(one.known);
  }
  const of = (counts: readonly number[], cell: number): number => counts[cell] as number;
  const ofAlike = (counts: readonly number[], cell: number): number =>
    cells.reduce((sum, other) => sum + (isTold(other) === isTold(cell) ? of(counts, other) : 0), 0);
  const prior = cells.map((cell) => (ofAlike(right, cell) + 0.5) / (ofAlike(labelled, cell) + 1));
  const yes = cells.map((cell) => of(right, cell) + of(prior, cell)),
    no = cells.map((cell) => of(labelled, cell) + 1 - of(yes, cell));
  const uniform = seededRandom(seed);
  return {
    middle: cells.map((cell) => of(yes, cell) / (of(labelled, cell) + 1)),
    draws: Array.from({ length: DRAWS }, () =>
      cells.map((cell) => beta(uniform, of(yes, cell), of(no, cell))),
    ),
  };
}

/** How likely a case is of the class: 0 or 1 where a person said it. */
export const chanceOf = (one: ReadCase, { middle }: ReadChances): number =>
  one.known === undefined ? (middle[cellOf(one)] as number) : Number(one.known);

/** The sum of a value over the cases of the class. Its draws are all one where each case has a label. */
export function readTotal<Case extends ReadCase>(
  cases: readonly Case[],
  { middle, draws }: ReadChances,
  valueOf: (one: Case) => number = () => 1,
): ReadTotal {
  let sure = 0;
  const unsure = middle.map(() => 0);
  for (const one of cases) {
    const value = valueOf(one),
      cell = cellOf(one);
    if (one.known === undefined) unsure[cell] = (unsure[cell] as number) + value;
    else if (one.known) sure += value;
  }
  const sum = (chances: readonly number[]): number =>
    unsure.reduce((total, value, cell) => total + value * (chances[cell] as number), sure);
  return { value: sum(middle), draws: draws.map(sum) };
}

/** The quantile function of draws. */
export function quantileOf(draws: readonly number[]): (p: number) => number {
  const sorted = draws.toSorted((a, b) => a - b);
  return (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] as number;
}
