import type { CorrectedHead } from '../../model/index.js';

/** The column that a head fills, its bands, and what is told from it. */
export const HEAD_COLUMNS: Readonly<
  Record<
    CorrectedHead,
    {
      readonly value: string;
      readonly labels: readonly string[];
      /** Values from which the next label is told. */
      readonly cuts: readonly number[];
      readonly told: (label: string) => string;
    }
  >
> = {
  sentiment: {
    value: 'polarity',
    labels: ['negative', 'neutral', 'positive'],
    cuts: [-0.2, 0.2],
    told: (label) => (label === 'neutral' ? `sentiment IN ('neutral', 'mixed')` : `sentiment = '${label}'`),
  },
  complaint: {
    value: 'complaintProbability',
    labels: ['none', 'complaint'],
    cuts: [0.5],
    told: (label) => `${label === 'none' ? 'NOT ' : ''}list_contains(intents, 'complaint')`,
  },
  harm: {
    value: 'harmProbability',
    labels: ['none', 'harm'],
    cuts: [0.5],
    told: (label) => `len(harms) ${label === 'none' ? '=' : '>'} 0`,
  },
};
