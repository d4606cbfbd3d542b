import { UNDETERMINED } from './language-detector.js';
import type { ColumnBatch, enrichmentColumns } from '../../model/index.js';

/** Columns that enrichment fills, row by row. */
export type EnrichmentBatch = ColumnBatch<typeof enrichmentColumns>;

/** Languages the heads learnt to read; a text in another, surely told, is not read: absent, not a figure. */
export const READ: ReadonlySet<string> = new Set(['fr', 'en', UNDETERMINED]);
export const SURE_LANGUAGE = 0.95;

/** Most rows have no name, no harm…: one empty list stands for all. */
export const NONE: readonly never[] = Object.freeze([]);
export const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

/** A row that says nothing, or in a language that is not read: absent, never zero. */
export function pushUnread(
  out: EnrichmentBatch,
  told: { readonly language: string; readonly confidence: number | null } | null,
): void {
  out.languageCode.push(told?.language ?? null);
  out.languageConfidence.push(told?.confidence ?? null);
  out.languageMixed.push(told === null ? null : false);
  for (const name of [
    'drivers',
    'driverSentiments',
    'driverEvidence',
    'intents',
    'escalations',
    'escalationEvidence',
    'harms',
    'contributions',
    ...(told === null ? (['brands', 'products', 'places'] as const) : []),
  ] as const)
    (out[name] as (readonly string[])[]).push(NONE);
  for (const name of [
    'register',
    'registerProbability',
    'sentiment',
    'polarity',
    'emotion',
    'complaintProbability',
    'agreement',
    'urgency',
    'harmProbability',
    'contributionValue',
  ] as const)
    (out[name] as null[]).push(null);
}
