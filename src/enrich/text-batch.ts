import type { Direction, Genre } from '../model/index.js';

/** Texts to understand, as columns of one length. */
export interface TextBatch {
  readonly length: number;
  readonly text: readonly (string | null)[];
  readonly title: readonly (string | null)[];
  readonly genre: readonly Genre[];
  readonly givenLanguage: readonly (string | null)[];
  /** Who writes, where it is known: a firm's message is no customer's. */
  readonly direction?: readonly (Direction | null)[];
  /** Stars of five that the author gave beside the text, where there are any. */
  readonly stars?: readonly (number | null)[];
}

/** Fewer stars than this are few; fewer than that, and not few, are three. */
export const FEW_STARS = 2.5,
  SOME_STARS = 3.5;

/** A rating brought to five stars; `null` without one, or off its scale. */
export const starsOf = (rating: number | null | undefined, top: number | null | undefined): number | null =>
  rating == null || top == null || top <= 0 || rating < 0 || rating > top ? null : (5 * rating) / top;
