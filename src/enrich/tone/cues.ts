import type { Genre } from '../../model/enrichment.js';
import { explain } from '../heads/explain.js';
import { createFeatures } from '../heads/head-reader.js';
import { loadHeads } from '../heads/model-files.js';
import { sentimentHeadName } from './sentiment-heads.js';

/** Words told of each answer. */
const CUES = 5;

/** A text whose sentiment was told. */
export interface Understood {
  readonly text: string;
  readonly genre: Genre | null;
  readonly sentiment: string | null;
}

/**
 * The words of a text that made its sentiment and its complaint, strongest first, with what each adds for (+) or against (−). By the
 * shipped heads; an answer that no word speaks of is absent.
 *
 * @example
 * cuesOf({ text: 'Service odieux mais plat correct', genre: 'review', sentiment: 'negative' })['sentiment']?.[0]?.split(' ')[0]
 * // → 'odieux'
 */
export function cuesOf({ text, genre, sentiment }: Understood): Readonly<Record<string, readonly string[]>> {
  const heads = loadHeads();
  const features = createFeatures();
  const words = (name: string, label: string): string[] => {
    const head = heads.get(name);
    return head === undefined
      ? []
      : explain(features, head, text, label)
          .slice(0, CUES)
          .map(({ text: word, weight }) => `${word} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`);
  };
  return Object.fromEntries(
    [
      ['sentiment', sentiment === null ? [] : words(sentimentHeadName(genre), sentiment)] as const,
      ['complaint', words('complaint', 'complaint')] as const,
    ].filter(([, list]) => list.length > 0),
  );
}
