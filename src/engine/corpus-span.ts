import type { Manifest } from '../model/index.js';
import type { CorpusTables } from './corpus-tables.js';

/** First and last instant of a corpus, or of a part of one, and its messages. */
export async function spanOf(
  corpus: CorpusTables,
): Promise<Pick<Manifest, 'firstAt' | 'lastAt'> & { readonly messages: number }> {
  const { first, last, messages } = (
    await corpus.query(
      'SELECT min(sentAt) AS first, max(sentAt) AS last, CAST(count(*) AS DOUBLE) AS messages FROM messages',
    )
  ).object() as { first: Date | null; last: Date | null; messages: number };
  return { firstAt: first?.toISOString() ?? null, lastAt: last?.toISOString() ?? null, messages };
}
