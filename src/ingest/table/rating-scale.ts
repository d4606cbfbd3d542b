import type { TablePeek } from '../bytes/export-file.js';
import { readRating } from '../values/numbers.js';

/** Share of ratings beyond a scale from which it is not theirs: fewer are slips. */
const BEYOND = 0.1;

const ratingsIn = (table: TablePeek, column: number): number[] =>
  table.rows.flatMap((cells) => readRating(cells[column] ?? '')?.rating ?? []);

/** TripAdvisor's bubbles, as its pages name them: 10 to 50, halves too. */
const isBubbles = (ratings: readonly number[]): boolean =>
  ratings.length > 2 &&
  Math.max(...ratings) === 50 &&
  ratings.every((rating) => rating >= 10 && rating % 5 === 0);

const scaleOf = (ratings: readonly number[]): number | undefined => {
  const top = Math.max(0, ...ratings);
  if (isBubbles(ratings)) return 50;
  return ratings.length === 0 ? undefined : [5, 10, 20, 100].find((scale) => top <= scale);
};

/** Top of the scale that the ratings of a column use. */
export const ratingTop = (table: TablePeek, column: number): number | undefined =>
  scaleOf(ratingsIn(table, column));

/** The scale of a table whose ratings go beyond that of its format: reviews of ten points written for a shop of five. */
export function scaleBeyond(
  table: TablePeek | undefined,
  names: readonly string[],
  given: number | undefined,
): { readonly ratingMax?: number } {
  const at = names.map((name) => table?.names.indexOf(name) ?? -1).find((one) => one >= 0);
  if (table === undefined || at === undefined || given === undefined) return {};
  const ratings = ratingsIn(table, at),
    beyond = ratings.filter((rating) => rating > given);
  const ratingMax = beyond.length > BEYOND * ratings.length ? scaleOf(ratings) : undefined;
  return ratingMax === undefined ? {} : { ratingMax };
}
