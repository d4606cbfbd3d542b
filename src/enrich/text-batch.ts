import { type Genre, GENRES } from '../model/index.js';

/** Columns of a `TextBatch`. */
export const textColumns = {
  text: { kind: 'string', doc: 'body' },
  title: { kind: 'string', doc: 'title' },
  genre: { kind: 'string', values: GENRES, required: true, doc: 'kind of writing' },
  givenLanguage: { kind: 'string', doc: 'language that the tool gives' },
} as const;

/** Texts to understand, as columns of one length. */
export interface TextBatch {
  readonly length: number;
  readonly text: readonly (string | null)[];
  readonly title: readonly (string | null)[];
  readonly genre: readonly Genre[];
  readonly givenLanguage: readonly (string | null)[];
}
