import { LOCAL_PLATFORMS, type MessageRecord } from '../model/index.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Addresses that name one item: the same post exported by two tools is one message. */
const ITEM_ADDRESSES: readonly { readonly platform: string; readonly pattern: RegExp }[] = [
  {
    platform: 'x',
    pattern: /^https?:\/\/(?:[a-z]+\.)?(?:twitter|x)\.com\/[^/?#]+\/status(?:es)?\/(\d{5,20})(?:[/?#]|$)/i,
  },
  { platform: 'youtube', pattern: /^https?:\/\/(?:www\.)?youtube\.com\/watch\?(?:[^#]*&)?lc=([\w.-]{10,})/i },
  {
    platform: 'facebook',
    pattern: /^https?:\/\/(?:[a-z]+\.)?facebook\.com\/[^#]*[?&]reply_comment_id=(\d{5,20})/i,
  },
  {
    platform: 'facebook',
    pattern: /^https?:\/\/(?:[a-z]+\.)?facebook\.com\/[^#]*[?&]comment_id=(\d{5,20})/i,
  },
];

/**
 * The platform's own id that an address holds, or `undefined`.
 *
 * @example
 * idFromAddress('x', 'https://twitter.com/somebody/status/1234567890?s=20')
 * // → '1234567890'
 */
export function idFromAddress(platform: string, url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000) return undefined;
  for (const address of ITEM_ADDRESSES) {
    const id = address.platform === platform ? address.pattern.exec(url)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

const LOCAL = new Set(LOCAL_PLATFORMS);
/** Ids that are made to hold everywhere: addresses, tags, universal ones. */
const UNIVERSAL = /^(?:https?|tag|urn|at):|^[\da-f-]{32,40}$/i;

/**
 * The site, desk or publication within which the ids of a record, or that of its thread or author, hold; `undefined` where they hold everywhere, or it is not said.
 *
 * @example
 * siteOf({ row: 1, platform: 'press', stage: 'press', kind: 'article', id: '7', url: 'https://www.journal.example/a/7' })
 * // → 'journal.example'
 */
export function siteOf(record: MessageRecord): string | undefined {
  const { platform, site, url, sourceName, id, threadId, authorId } = record,
    named = id ?? threadId ?? authorId;
  if (named === undefined || !LOCAL.has(platform) || UNIVERSAL.test(named)) return undefined;
  const host = site ?? (url === undefined ? undefined : /^https?:\/\/([^/?#\s]+)/i.exec(url)?.[1]);
  return host?.toLowerCase().replace(/^www\./, '') ?? (sourceName && `name ${sourceName}`);
}

/** Identity of the messages of one key: keyed, so that nobody finds a phone number, a handle or a mail's machine back by trying. */
export interface Identity {
  /**
   * `platform:` and 16 hexadecimal digits, of the id in its address, where one names the item, else of the id the export gives. Without
   * either `platform:~` and a hash of thread, author, time and text, so that a second export of the same conversation gives the
   * same id whatever its row order.
   */
  readonly messageId: (record: MessageRecord) => string;
  /** The `messageId` of what a platform's own id names. */
  readonly ofPlatformId: (platform: string, id: string) => string;
  /** Conversation, post or topic: that of a public one is the `messageId` of what it begins with, where the platform says so. */
  readonly threadId: (record: MessageRecord) => string | null;
}

/**
 * Makes the identity of messages.
 *
 * @example
 * createIdentity(() => '0123456789abcdef').ofPlatformId('x', '12')
 * // → 'x:0123456789abcdef'
 */
export function createIdentity(hash: Pseudonymiser): Identity {
  const ofPlatformId = (platform: string, id: string): string =>
    `${platform}:${hash('message', `${platform}:${id}`)}`;
  return {
    ofPlatformId,
    messageId(record) {
      const id =
        (record.stage === 'public' ? idFromAddress(record.platform, record.url) : undefined) ?? record.id;
      if (id !== undefined && id !== '') return ofPlatformId(record.platform, id);
      const content = [
        record.threadId,
        record.authorId ?? record.authorName,
        record.sentAt?.raw,
        record.title,
        record.text,
        record.url,
      ]
        .map((part) => part ?? '')
        .join('\u0001');
      return `${record.platform}:~${hash('content', content)}`;
    },
    threadId({ platform, threadId, stage }) {
      if (threadId === undefined) return null;
      return stage === 'private'
        ? `${platform}:${hash('thread', `${platform}:${threadId}`)}`
        : ofPlatformId(platform, threadId);
    },
  };
}

/**
 * Whether two records with the same content-made id in one file are one message read twice. In a chat with minute
 * resolution the same person may write "ok" twice; where author or time are unknown, two people may write the same.
 */
export function repeatsAreDuplicates(record: MessageRecord): boolean {
  if (record.id !== undefined && record.id !== '') return true;
  const timeKnown =
    record.sentAt !== undefined && record.sentAt.epochMs !== null && record.sentAt.dayOnly !== true;
  const authorKnown = (record.authorId ?? record.authorName) !== undefined;
  return record.stage !== 'private' && timeKnown && authorKnown;
}
