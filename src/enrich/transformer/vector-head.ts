import { DeversoirError } from '../../util/errors.js';

/** What a reader told of the texts of one labelled set while they were held out. */
export interface ReaderErrors {
  readonly source: string;
  /** Kind of text: `review`, `tweet`, `private`, `comment`. */
  readonly genre: string;
  /** `[truth][told]`, in the order of the labels. */
  readonly counts: readonly (readonly number[])[];
}

/** Classes told from the vector of a text: softmax(W·v + b). */
export interface VectorHead {
  readonly labels: readonly string[];
  /** One row a label. */
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly errors: readonly ReaderErrors[];
}

/** File of the head in the folder of an encoder. */
export const VECTOR_HEAD_FILE = 'deversoir-head.json';

const isNumbers = (value: unknown, length?: number): value is number[] =>
  Array.isArray(value) &&
  value.every((one) => Number.isFinite(one)) &&
  (length === undefined || value.length === length);

/** The head of a document of `VECTOR_HEAD_FILE`. Errors: `model-invalid`. */
export function vectorHeadOf(json: Readonly<Record<string, unknown>>, file: string): VectorHead {
  const { labels, weights, biases, errors = [] } = json;
  const wide = isNumbers((weights as unknown[] | undefined)?.[0]) ? (weights as number[][])[0]?.length : 0;
  const count = Array.isArray(labels) ? labels.length : 0;
  if (
    count < 2 ||
    !(labels as unknown[]).every((label) => typeof label === 'string') ||
    !Array.isArray(weights) ||
    weights.length !== count ||
    !weights.every((row) => isNumbers(row, wide)) ||
    !isNumbers(biases, count) ||
    !Array.isArray(errors) ||
    !errors.every(isReaderErrors)
  )
    throw new DeversoirError('model-invalid', 'not a head over vectors', {
      hint: 'learn it again with deversoir train --on-vectors',
      place: { file },
    });
  return { labels: labels as string[], weights: weights as number[][], biases, errors };
}

/** Whether a value of a file says what a reader told of a labelled set. */
export function isReaderErrors(value: unknown): value is ReaderErrors {
  const { source, genre, counts } = (value ?? {}) as Partial<ReaderErrors>;
  return (
    typeof source === 'string' &&
    typeof genre === 'string' &&
    Array.isArray(counts) &&
    counts.length > 0 &&
    counts.every((row) => isNumbers(row, counts.length) && row.every((n) => n >= 0))
  );
}

/** Margins of the labels, one row a vector. */
export function vectorMargins({ weights, biases }: VectorHead, vector: Float32Array): Float32Array {
  return Float32Array.from(weights, (row, k) =>
    row.reduce((sum, weight, i) => sum + weight * (vector[i] as number), biases[k] as number),
  );
}
