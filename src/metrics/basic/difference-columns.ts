import type { ToldFigure } from './score-interval.js';

/** Columns of how far a figure lies from the one it is compared with; empty where there is nothing to compare. */
export const DIFFERENCE_COLUMNS = {
  difference: 'number?',
  differenceLow: 'number?',
  differenceHigh: 'number?',
} as const;

/** A difference with its interval as columns of a row. */
export const differenceRow = (
  told: ToldFigure | null | undefined,
): { readonly [Name in keyof typeof DIFFERENCE_COLUMNS]: number | null } => ({
  difference: told?.value ?? null,
  differenceLow: told?.low ?? null,
  differenceHigh: told?.high ?? null,
});
