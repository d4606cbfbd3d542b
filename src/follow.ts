import type { Corpus } from './corpus.js';
import { type FollowedMessage, type FollowPath, pathOf } from './metrics/path-of-message.js';
import { genreOf } from './model/genre.js';
import { createIdentity } from './normalise/message-id.js';
import { createPseudonymiser } from './normalise/pseudonym.js';
import { pseudonymKey } from './normalise/pseudonym-key.js';
import { checkCorpus, checkOptions } from './util/checked-options.js';

export type { FollowPath } from './metrics/path-of-message.js';
export { followLines } from './metrics/path-lines.js';

/** The words that made the sentiment and the complaint of a shown text. */
async function withCues(message: FollowedMessage): Promise<FollowedMessage> {
  const { text, stage, kind, messageId, understood } = message;
  if (text === null) return message;
  const { cuesOf } = await import('./enrich/tone/cues.js');
  const sentiment = understood['sentiment'];
  return {
    ...message,
    cues: cuesOf({
      text,
      genre: genreOf(stage, kind, messageId.split(':')[0] ?? ''),
      sentiment: typeof sentiment === 'string' ? sentiment : null,
    }),
  };
}

/** The `messageId` that a platform's own id, `x:1234567890`, has under a key. */
function keyedId(asked: string, key: string | undefined): string | undefined {
  const [, platform, id] = /^([\w-]+):(.+)$/s.exec(asked) ?? [];
  return key === undefined || platform === undefined || id === undefined
    ? undefined
    : createIdentity(createPseudonymiser(pseudonymKey(key))).ofPlatformId(platform, id);
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
  checkCorpus('follow', corpus);
  checkOptions(options, ['showPrivate', 'key']);
  const { key, ...others } = options;
  return pathOf(corpus, asked, { ...others, keyed: keyedId(asked, key), tell: withCues });
}
