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
}

/** How likely a case without a label is of the class: by cell (see `cellOf`), and as draws. */
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
const CELLS = [0, 1, 2, 3] as const;

/** Cases of one cell are read alike and befallen alike. */
const cellOf = ({ told, befell }: ReadCase): number => 2 * Number(told) + Number(befell);

/**
 * How likely a case without a label is of a class, from the labels of a random part of the cases: the share of those labelled that are read and befallen as it
 * is (Beta draws, the share of those read as it is as a prior that weighs one label; before any label, one half).
 *
 * @example
 * const labelled = (told, known, n) => Array.from({ length: n }, () => ({ told, befell: false, known }));
 * const cases = [...labelled(true, true, 90), ...labelled(true, false, 10), ...labelled(false, false, 100)];
 * readChances(cases, { seed: 1 }).middle.map((chance) => Math.round(10 * chance) / 10)
 * // → [0, 0, 0.9, 0.9]
 */
export function readChances(cases: readonly ReadCase[], { seed }: { readonly seed: number }): ReadChances {
  const labelled = CELLS.map(() => 0),
    right = CELLS.map(() => 0);
  for (const one of cases) {
    if (one.known === undefined) continue;
    const cell = cellOf(one);
    labelled[cell] = (labelled[cell] ?? 0) + 1;
    right[cell] = (right[cell] ?? 0) + Number(one.known);
  }
  const of = (counts: readonly number[], cell: number): number => counts[cell] as number;
  const prior = CELLS.map((cell) => {
    const alike = cell ^ 1;
    return (of(right, cell) + of(right, alike) + 0.5) / (of(labelled, cell) + of(labelled, alike) + 1);
  });
  const yes = CELLS.map((cell) => of(right, cell) + of(prior, cell)),
    no = CELLS.map((cell) => of(labelled, cell) + 1 - of(yes, cell));
  const uniform = seededRandom(seed);
  return {
    middle: CELLS.map((cell) => of(yes, cell) / (of(labelled, cell) + 1)),
    draws: Array.from({ length: DRAWS }, () =>
      CELLS.map((cell) => beta(uniform, of(yes, cell), of(no, cell))),
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
  const unsure = CELLS.map(() => 0);
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
