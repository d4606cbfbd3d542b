import type { Genre } from '../../model/enrichment.js';

/** Name of the sentiment head of a genre: tweets and reviews have their own, the others share the pooled one. */
export function sentimentHeadName(genre: Genre | null): string {
  return genre === 'tweet' || genre === 'review' ? `sentiment-${genre}` : 'sentiment';
}
