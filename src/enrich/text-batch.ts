import type { Genre } from '../model/index.js';

/** Texts to understand, as columns of one length. */
export interface TextBatch {
  readonly length: number;
  readonly text: readonly (string | null)[];
  readonly title: readonly (string | null)[];
  readonly genre: readonly Genre[];
  readonly givenLanguage: readonly (string | null)[];
}
