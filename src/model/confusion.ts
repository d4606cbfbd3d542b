import type { Genre } from './enrichment.js';

/** Heads whose errors are carried into shares. */
export const CORRECTED_HEADS = ['sentiment', 'complaint', 'harm'] as const;
export type CorrectedHead = (typeof CORRECTED_HEADS)[number];

/**
 * What a head says of texts whose truth is known, while they were held out: counts `[truth][cell]`. A cell is a band of the column that
 * the head fills: cell i holds values from `edges[i − 1]` up to `edges[i]`.
 */
export interface HeadConfusion {
  readonly head: CorrectedHead;
  readonly genre: Genre;
  /** ISO 639-1 of the texts; `null`: French and English. */
  readonly language: string | null;
  readonly labels: readonly string[];
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
  /** Sets that the texts are of. */
  readonly source: string;
}
