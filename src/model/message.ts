import type { Row } from './columns.js';

export const STAGES = ['private', 'public', 'press'] as const;
/** Stage of the funnel a message belongs to. */
export type Stage = (typeof STAGES)[number];

export const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;
/** inbound: from a customer; outbound: from the brand; internal: note of an agent, never seen outside. */
export type Direction = (typeof DIRECTIONS)[number];

export const KINDS = [
  'message',
  'comment',
  'post',
  'review',
  'article',
  'share',
  'ticket',
  'system',
  'deleted',
  'media',
] as const;
/** What the record is. `system`, `deleted` and `media` have no text of a person but are kept. */
export type Kind = (typeof KINDS)[number];

const ZONE_SOURCES = ['explicit', 'documented', 'assumed', 'none'] as const;
/**
 * How the time zone of `sentAt` is known: written in the export, documented by the vendor, assumed from an option,
 * or not known (then the wall clock is read as UTC).
 */
export type ZoneSource = (typeof ZONE_SOURCES)[number];

/** Columns of `messages/*.parquet` that reading and normalising fill. */
export const messageColumns = {
  messageId: {
    kind: 'string',
    required: true,
    doc: 'platform, and a keyed hash of its own id or (after ~) of the content; stable over re-exports',
  },
  threadId: { kind: 'string', doc: 'conversation, post, topic or ticket the message belongs to; keyed' },
  parentId: { kind: 'string', doc: 'messageId of the message answered' },
  platform: { kind: 'string', required: true, doc: 'whatsapp, facebook, x, trustpilot, press, ...' },
  channel: {
    kind: 'string',
    required: true,
    doc: 'platform and form: facebook-dm, facebook-comment, email, ticket, review, ...',
  },
  stage: { kind: 'string', required: true, values: STAGES, doc: 'private, public or press' },
  direction: { kind: 'string', required: true, values: DIRECTIONS, doc: 'inbound, outbound or internal' },
  kind: {
    kind: 'string',
    required: true,
    values: KINDS,
    doc: 'message, comment, post, review, article, ...',
  },
  sentAt: { kind: 'instant', doc: 'instant of sending, UTC' },
  sentAtText: { kind: 'string', doc: 'the date as the export writes it; of one that is none, its shape' },
  sentAtZone: {
    kind: 'string',
    required: true,
    values: ZONE_SOURCES,
    doc: 'how the zone of sentAt is known',
  },
  dayOnly: { kind: 'boolean', required: true, doc: 'the export gives a day without a time' },
  authorKey: {
    kind: 'string',
    doc: 'keyed pseudonym of the author (HMAC-SHA-256, 16 hexadecimal digits); with a mark after it where two sources number authors alike',
  },
  authorByName: {
    kind: 'boolean',
    required: true,
    doc: 'the export gives a name and no account: two people of one name share an authorKey',
  },
  authorIsBrand: {
    kind: 'boolean',
    required: true,
    doc: 'the author is an account of the brand, or an agent',
  },
  title: { kind: 'string', doc: 'title or subject, masked' },
  text: { kind: 'string', doc: 'text, masked' },
  url: {
    kind: 'string',
    doc: 'address of the public item: site and keyed id, whole with --keep-urls; never set for private messages',
  },
  rating: { kind: 'float', doc: 'rating given by the author' },
  ratingMax: { kind: 'float', doc: 'top of the rating scale' },
  likes: { kind: 'int', doc: 'likes or reactions' },
  shares: { kind: 'int', doc: 'shares, retweets, reposts' },
  replies: { kind: 'int', doc: 'replies or comments' },
  views: { kind: 'int', doc: 'views or impressions' },
  reach: { kind: 'int', doc: 'audience the tool gives: potential, not people who saw it' },
  givenLanguage: { kind: 'string', doc: 'language the tool gives, ISO 639-1' },
  givenSentiment: {
    kind: 'string',
    values: ['negative', 'neutral', 'positive'],
    doc: 'sentiment the tool gives',
  },
  givenBrand: {
    kind: 'string',
    doc: 'brand, page or query the export is about; a pseudonym where it is the author',
  },
  sourceName: {
    kind: 'string',
    doc: 'newspaper, site or page that carries the item; a pseudonym where it is the author',
  },
  status: {
    kind: 'string',
    doc: 'status of the ticket as the tool gives it; a pseudonym where it is made of other words than tools write',
  },
  closedAt: {
    kind: 'instant',
    doc: 'when the tool says that the ticket was solved, or else closed, UTC; of a day without an hour its end',
  },
  store: { kind: 'string', doc: 'shop, as the export gives it' },
  product: { kind: 'string', doc: 'product, as the export gives it; those a text names are in products' },
  region: { kind: 'string', doc: 'region, as the export gives it' },
  campaign: { kind: 'string', doc: 'campaign, as the export gives it' },
  segment: { kind: 'string', doc: 'segment of customers, as the export gives it' },
  orderAmount: { kind: 'float', doc: 'amount of the order, in the currency of the export' },
  attributes: {
    kind: 'string',
    doc: 'columns of the export that no other column takes: a JSON object, name → value, masked; columns that name a person hold pseudonyms',
  },
  attachments: { kind: 'int', required: true, doc: 'number of attachments' },
  edited: { kind: 'boolean', required: true, doc: 'the export says the text was edited' },
  contactKeys: {
    kind: 'strings',
    required: true,
    doc: 'keyed hashes of e-mail, phone and order numbers in the text, and of who writes: email:…, phone:…, order:…, handle:…, name:…; spelt:…, of the letters of a handle, and parts:…, of the parts of a name, tell which handles a name may stand behind, and how common it is',
  },
  recipientKeys: {
    kind: 'strings',
    required: true,
    doc: 'keyed hashes of the addresses a mail was sent to: email:…',
  },
  textKey: {
    kind: 'string',
    doc: 'hash of the text without case, accents, links, mentions and punctuation; equal for near duplicates',
  },
  format: { kind: 'string', required: true, doc: 'format of the export, see `deversoir formats`' },
  file: {
    kind: 'string',
    required: true,
    doc: 'export file, relative to the path given, a member of an archive after "!"; for exports that are private, or not seen to be public, format, keyed hash and extension ("deversoir files" lists them)',
  },
  row: { kind: 'int', required: true, doc: 'row, line or item of the file, from 1' },
} as const;

/** One message over all channels: a private message, a public comment, a review, an article. */
export type Message = Row<typeof messageColumns>;

/** Columns of `duplicates/*.parquet`: the twin, whole, and the message it repeats. */
export const duplicateColumns = {
  ...messageColumns,
  duplicateOf: { kind: 'string', required: true, doc: 'messageId of the kept message' },
} as const;

/** A message read again: same id, or same author, time, thread and text. */
export type DuplicateMessage = Row<typeof duplicateColumns>;
