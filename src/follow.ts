import type { Corpus } from './corpus.js';
import { genreOf } from './model/genre.js';
import { type FollowedMessage, type FollowPath, pathOf } from './metrics/path-of-message.js';

export type { FollowPath } from './metrics/path-of-message.js';
export { followLines } from './metrics/path-lines.js';

const CUES = 5;

/** The words that made the sentiment and the complaint of a shown text. */
async function withCues(message: FollowedMessage): Promise<FollowedMessage> {
  const { text, understood } = message;
  if (text === null) return message;
  const { explain } = await import('./enrich/explain.js');
  const { createFeatures } = await import('./enrich/head-reader.js');
  const { loadHeads } = await import('./enrich/model-files.js');
  const { sentimentHeadName } = await import('./enrich/sentiment-heads.js');
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
  const sentiment = understood['sentiment'];
  const genre = genreOf(message.stage, message.kind, message.messageId.split(':')[0] ?? '');
  return {
    ...message,
    cues: Object.fromEntries(
      [
        [
          'sentiment',
          typeof sentiment === 'string' ? words(sentimentHeadName(genre), sentiment) : [],
        ] as const,
        ['complaint', words('complaint', 'complaint')] as const,
      ].filter(([, list]) => list.length > 0),
    ),
  };
}

/**
 * Follows a message, or a case, from the export file and row to the bars it is counted in. An id may be cut to a beginning that no other
 * has, such as the marks of the report. Texts of private messages are hidden unless asked for. Throws `option-invalid` for an id
 * that is not in the corpus or begins several.
 */
export async function follow(
  corpus: Corpus,
  asked: string,
  options: { readonly showPrivate?: boolean } = {},
): Promise<FollowPath> {
  return pathOf(corpus, asked, { ...options, tell: withCues });
}
