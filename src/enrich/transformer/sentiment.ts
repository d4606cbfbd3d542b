import { type ColumnBatch, type enrichmentColumns, SENTIMENTS } from '../../model/index.js';
import { DeversoirError } from '../../util/errors.js';
import type { TextBatch } from '../text-batch.js';
import type { Transformer } from './transformer.js';

type Enriched = ColumnBatch<typeof enrichmentColumns>;

const NAMES: readonly RegExp[] = [
  /^(neg|negative|négatif|negatif|label_0)$/i,
  /^(neu|neutral|neutre|mixed|label_1)$/i,
  /^(pos|positive|positif|label_2)$/i,
];
const STARS = /^([1-5]) ?(stars?|étoiles?|etoiles?)$/i;

/**
 * Index in `SENTIMENTS` of each label of a model: by name, or by stars (1 and 2 negative, 3 neutral, 4 and 5 positive).
 * `LABEL_0`, `LABEL_1`, `LABEL_2` are read in that order, when there are exactly three. Errors: `model-invalid` for other labels.
 *
 * @example
 * sentimentOfLabels(['1 star', '2 stars', '3 stars', '4 stars', '5 stars'])
 * // → [0, 0, 1, 2, 2]
 */
export function sentimentOfLabels(labels: readonly string[]): number[] {
  const unnamed = labels.some((label) => /^label_/i.test(label));
  const indices = labels.map((label) => {
    const stars = Number(STARS.exec(label.trim())?.[1] ?? 0);
    if (stars > 0) return stars < 3 ? 0 : stars === 3 ? 1 : 2;
    return NAMES.findIndex((name) => name.test(label.trim()));
  });
  if (
    !indices.includes(0) ||
    !indices.includes(2) ||
    indices.includes(-1) ||
    (unnamed && labels.length !== 3)
  ) {
    throw new DeversoirError('model-invalid', `labels ${labels.join(', ') || '(none)'}`, {
      hint: 'expected negative, neutral, positive, or 1 star to 5 stars, in id2label of config.json',
    });
  }
  return indices;
}

/**
 * What an enricher said of a batch, with `sentiment` and `polarity` as the transformer sees them. Rows without text stay
 * absent. The transformer must be a sentiment classifier: see `sentimentOfLabels`.
 */
export async function withTransformerSentiment(
  batch: TextBatch,
  enriched: Enriched,
  transformer: Transformer,
): Promise<Enriched> {
  const classes = sentimentOfLabels(transformer.labels);
  const rows = enriched.sentiment.flatMap((sentiment, row) => (sentiment === null ? [] : [row]));
  const judged = await transformer.classify(
    rows.map((row) => [batch.title[row], batch.text[row]].filter(Boolean).join('\n')),
  );
  const sentiment = [...enriched.sentiment],
    polarity = [...enriched.polarity];
  rows.forEach((row, i) => {
    const sums = [0, 0, 0];
    judged[i]?.forEach((p, label) => {
      sums[classes[label] as number]! += p;
    });
    sentiment[row] = SENTIMENTS[sums.indexOf(Math.max(...sums))] as (typeof SENTIMENTS)[number];
    polarity[row] = (sums[2] as number) - (sums[0] as number);
  });
  return { ...enriched, sentiment, polarity };
}
