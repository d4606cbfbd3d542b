import type { Corpus } from './corpus.js';
import { createIdentity } from './normalise/message-id.js';
import { createKeyedHash } from './normalise/pseudonym.js';
import { pseudonymKey } from './normalise/pseudonym-key.js';
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

/** The `messageId` of a platform's own id where the corpus has it, else what was asked. */
async function messageOf(corpus: Corpus, asked: string, key: string | undefined): Promise<string> {
  const [, platform, id] = /^([\w-]+):(.+)$/s.exec(asked) ?? [];
  if (key === undefined || platform === undefined || id === undefined) return asked;
  const messageId = createIdentity(createKeyedHash(pseudonymKey(key))).ofPlatformId(platform, id);
  const found = await corpus.query('SELECT 1 FROM messages WHERE messageId = $messageId', { messageId });
  return found.numRows() > 0 ? messageId : asked;
}

/**
 * Follows a message, or a case, from the export file and row to the bars it is counted in. An id may be cut to a beginning that no other
 * has, such as the marks of the report. Texts of private messages are hidden unless asked for. Throws `option-invalid` for an id
 * that is not in the corpus or begins several.
 */
export async function follow(
  corpus: Corpus,
  asked: string,
  options: {
    readonly showPrivate?: boolean;
    /** Secret of the corpus: `asked` may then be a platform and its own id, `x:1234567890`. */
    readonly key?: string;
  } = {},
): Promise<FollowPath> {
  const { key, ...others } = options;
  return pathOf(corpus, await messageOf(corpus, asked, key), { ...others, tell: withCues });
}
