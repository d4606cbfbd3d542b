import { type FeatureExtractor, GRAM_VALUE, MEANING_VALUE } from './features.js';
import type { LinearHead } from './head.js';

/** What a word of a text adds to the margin of a label. */
export interface Cue {
  /** The token as written. */
  readonly text: string;
  /** Offsets in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Margin added; positive speaks for the label. */
  readonly weight: number;
}

/**
 * Why a head says a label of a text: its words with what each adds to the label's margin, strongest first. A pair of words
 * counts half for each; document features, such as the number of exclamation marks, belong to no word and are left out.
 *
 * @example
 * const head = loadHeads().get('sentiment-review');
 * explain(createFeatures(), head, 'Service odieux mais plat correct', 'negative')[0]?.text
 * // → 'odieux'
 */
export function explain(
  features: FeatureExtractor,
  head: LinearHead,
  text: string,
  label: string,
): readonly Cue[] {
  const k = head.labels.indexOf(label);
  if (k < 0) return [];
  features.read(text);
  const { tokens } = features;
  const wide = head.labels.length,
    mask = (1 << head.bits) - 1,
    scale = head.scales[k] as number,
    meaning = head.meaning?.[k];
  const weightOf = (feature: number): number => scale * (head.weights[(feature & mask) * wide + k] as number);
  const sums = new Float64Array(tokens.count);
  let squares = features.pairCount;
  for (let u = 0; u < features.unitCount; u++) {
    const count = features.unitFeatures(u),
      words = features.unitWords;
    squares += words + (count - words) * GRAM_VALUE * GRAM_VALUE;
    let sum = meaning ? MEANING_VALUE * (features.vectors?.dot(features.unitVector(u), meaning) ?? 0) : 0;
    for (let j = 0; j < count; j++)
      sum += (j < words ? 1 : GRAM_VALUE) * weightOf(features.unit[j] as number);
    sums[features.unitTokens[u] as number]! += sum;
  }
  const seen = new Set<number>();
  for (let i = 1; i < tokens.count; i++) {
    const pair = features.pairOf(tokens.hashes[i - 1] as number, tokens.hashes[i] as number);
    if (seen.has(pair)) continue;
    seen.add(pair);
    sums[i - 1]! += weightOf(pair) / 2;
    sums[i]! += weightOf(pair) / 2;
  }
  const norm = 1 / Math.sqrt(squares || 1);
  return Array.from(sums, (sum, i) => ({
    text: tokens.written(i),
    start: tokens.starts[i] as number,
    end: tokens.ends[i] as number,
    weight: sum * norm,
  }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
