/**
 * Where the records of a format stand, from the root of the document, or of each value where the document is a list or several values.
 * Segments are keys in lower case, `*` any key or index, `**` any number of them.
 */
export interface Pointers {
  /** Lists of records: what holds them is none itself. */
  readonly lists: readonly string[];
  /** Lists of records that stand for the record they are in, which is one where they are empty. */
  readonly instead?: readonly string[];
  /** Lists of records inside a record, such as answers. */
  readonly inside?: readonly string[];
  /** A value by itself can be a record, but where one of `lists` or `not` is in it. */
  readonly alone?: boolean;
  /** Keys of lists or objects that show that a value is no record. */
  readonly not?: readonly string[];
}

const ALONE = { lists: [], alone: true } as const;

/** Where the records of the JSON formats stand. */
const POINTERS: Readonly<Record<string, Pointers | undefined>> = {
  telegram: { lists: ['messages', '*/list/*/messages'] },
  discord: { lists: ['messages'] },
  messenger: { lists: ['messages'] },
  'instagram-dm': { lists: ['messages'] },
  'signal-json': ALONE,
  'facebook-comments': { lists: ['comments_v2'] },
  'instagram-comments': { lists: ['comments_reels_comments', 'comments_media_comments'], alone: true },
  'twitter-archive': { lists: ['dmconversation/messages'], alone: true },
  'twitter-api-v1': { lists: ['statuses', 'events', 'direct_messages'], alone: true },
  'twitter-api-v2': { lists: ['data'], alone: true, not: ['meta', 'errors'] },
  'crowdtangle-api': { lists: ['result/posts', 'posts'], alone: true },
  'facebook-graph': {
    lists: ['data', 'posts/data', 'feed/data', 'conversations/data', '**/messages/data'],
    inside: ['**/comments/data', '**/replies/data'],
    alone: true,
  },
  'youtube-api': { lists: ['items'], inside: ['**/replies/comments'], alone: true },
  'tiktok-ndjson': { lists: ['comments', 'itemlist', 'aweme_list'], alone: true },
  zeeschuimer: ALONE,
  'tiktok-account': { lists: ['**/chathistory/*', '**/commentslist'] },
  snapchat: { lists: ['*'] },
  mastodon: {
    lists: ['orderedItems', 'first/orderedItems', 'statuses', 'ancestors', 'descendants'].map((one) =>
      one.toLowerCase(),
    ),
    alone: true,
  },
  bluesky: { lists: ['feed', 'posts', 'records', 'notifications'], inside: ['**/replies'], alone: true },
  discourse: { lists: ['post_stream/posts', 'latest_posts', 'posts'], alone: true },
  isso: { lists: ['comments'] },
  'trustpilot-json': { lists: ['props/pageprops/reviews', 'pageprops/reviews', 'reviews'], alone: true },
  'app-store': { lists: ['data', 'feed/entry'] },
  'google-business': { lists: ['reviews', 'locationreviews', 'features'], alone: true },
  'amazon-reviews': ALONE,
  zendesk: { lists: ['tickets', 'audits', 'ticket_audits', 'comments', 'tickets/*/comments'], alone: true },
  intercom: {
    lists: ['conversations', 'data'],
    inside: ['**/conversation_parts', '**/conversation_parts/conversation_parts'],
    alone: true,
  },
  freshdesk: { lists: ['tickets'], inside: ['**/notes', '**/conversations'], alone: true },
  gorgias: { lists: ['data', 'tickets'], instead: ['*/*/messages', 'messages'], alone: true },
  jira: { lists: ['issues', 'values'], inside: ['**/comment/comments'], alone: true },
  salesforce: {
    lists: ['records'],
    inside: ['**/emailmessages/records', '**/casecomments/records'],
    alone: true,
  },
  chatwoot: { lists: ['payload', 'data/payload'], instead: ['messages'], alone: true },
  crisp: { lists: ['data', 'messages'], alone: true },
  freshchat: { lists: ['conversations', 'messages'], instead: ['**/messages'], alone: true },
  tawk: { lists: ['chats', 'data'], instead: ['**/messages'], alone: true },
  trengo: { lists: ['data', 'tickets'], instead: ['**/messages'], alone: true },
  slack: { lists: ['messages'], alone: true },
  'whatsapp-cloud': { lists: [], instead: ['**/messages', '**/message_echoes'], alone: true },
  dataforseo: { lists: ['tasks/*/result/*/items', 'result/*/items', 'items'] },
  reddit: ALONE,
  'help-scout': {
    lists: ['_embedded/conversations', '_embedded/threads'],
    instead: ['**/_embedded/threads'],
    alone: true,
  },
  'zoho-desk': { lists: ['data', 'tickets'], instead: ['**/conversations', '**/threads'], alone: true },
  zammad: { lists: ['tickets', 'articles', 'ticket_articles'], instead: ['**/articles'], alone: true },
  hubspot: { lists: ['results', 'messages/results', 'messages'] },
};

/** Where records stand in a file of a JSON format, or in a table written as JSON; `undefined` where that is not known. */
export const pointersOf = (
  format: string,
  table: readonly string[] | 'lines' | undefined,
): Pointers | undefined =>
  POINTERS[format] ??
  (table === undefined
    ? undefined
    : table === 'lines' || table.length === 0
      ? ALONE
      : { lists: [table.join('/').toLowerCase()] });
