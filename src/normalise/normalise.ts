import { emptyBatch, type ColumnBatch, type MessageRecord, messageColumns } from '../model/index.js';
import { fold } from '../util/fold.js';
import { canonicalPhone, maskText } from './mask.js';
import { messageId, repeatsAreDuplicates } from './message-id.js';
import { createPseudonymiser, type Pseudonymiser } from './pseudonym.js';
import { textKey } from './text-key.js';

export interface NormaliseOptions {
  /** Secret of the pseudonyms. Same key, same pseudonyms over exports and quarters. */
  readonly key: string;
  /** Names, handles or addresses of the brand's own accounts and agents. */
  readonly brandAccounts?: readonly string[];
}

/** What a batch comes from. */
export interface BatchOrigin {
  readonly file: string;
  readonly format: string;
}

/** Messages as columns, and for each whether a repeat of its content in the same file is a duplicate. */
export interface NormalisedBatch {
  readonly columns: ColumnBatch<typeof messageColumns>;
  readonly repeatsAreDuplicates: readonly boolean[];
}

/** Turns records into messages: pseudonyms, masking, identity, defaults. Same length and order in and out. */
export type Normaliser = (records: readonly MessageRecord[], origin: BatchOrigin) => NormalisedBatch;

const handleKind = (name: string): string => (/\s/.test(name.trim()) ? 'name' : 'handle');

/** `email:…`, `phone:…`, `handle:…`, `name:…` of the author: links a person across channels without naming them. */
function authorKeys(record: MessageRecord, pseudonym: Pseudonymiser): string[] {
  const keys: string[] = [];
  const name = record.authorName?.trim();
  if (name) {
    const kind = handleKind(name);
    if (/^\+?[\d\s().-]{8,}$/.test(name)) keys.push(`phone:${pseudonym('phone', canonicalPhone(name))}`);
    else keys.push(`${kind}:${pseudonym(kind, fold(name).replace(/^[@~\s]+/, ''))}`);
  }
  for (const contact of record.authorContacts ?? []) {
    if (contact.includes('@')) keys.push(`email:${pseudonym('email', contact.trim().toLowerCase())}`);
    else if (/\d{6}/.test(contact.replace(/[\s.-]/g, ''))) keys.push(`phone:${pseudonym('phone', canonicalPhone(contact))}`);
  }
  return keys;
}

/** Whole numbers stay, anything else is absent. */
const count = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
const given = <T>(value: T | undefined): T | null => value ?? null;
const wording = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text);

/**
 * Makes a normaliser. The text is masked, the author becomes a keyed pseudonym, private messages lose their address.
 *
 * @example
 * const normalise = createNormaliser({ key: 'k' });
 * normalise([{ row: 1, platform: 'x', id: '1', stage: 'public', kind: 'post', text: 'appelez le 06 12 34 56 78' }], { file: 'f', format: 'g' }).columns.text
 * // → ['appelez le [téléphone]']
 */
export function createNormaliser(options: NormaliseOptions): Normaliser {
  const pseudonym = createPseudonymiser(options.key);
  const brandNames = new Set((options.brandAccounts ?? []).map((name) => fold(name).replace(/^@/, '').trim()));
  const isBrandName = (name: string | undefined): boolean =>
    name !== undefined && brandNames.size > 0 && brandNames.has(fold(name).replace(/^@/, '').trim());

  const one = (record: MessageRecord, origin: BatchOrigin): Record<keyof typeof messageColumns, unknown> => {
    const text = wording(record.text);
    const title = wording(record.title);
    const maskedText = text === null ? null : maskText(text, pseudonym);
    const maskedTitle = title === null ? null : maskText(title, pseudonym);
    const authorIsBrand =
      record.authorIsBrand === true || isBrandName(record.authorName) || isBrandName(record.authorId) ||
      (record.authorContacts ?? []).some(isBrandName);
    const author = record.authorId ?? record.authorName;
    const contactKeys = new Set([
      ...(authorIsBrand ? [] : authorKeys(record, pseudonym)),
      ...(maskedTitle?.contactKeys ?? []),
      ...(maskedText?.contactKeys ?? []),
    ]);
    return {
      messageId: messageId(record),
      threadId: record.threadId === undefined ? null : threadKey(record, pseudonym),
      parentId: record.parentId === undefined ? null : `${record.platform}:${record.parentId}`,
      platform: record.platform,
      channel: record.channel ?? `${record.platform}-${record.stage === 'private' ? 'dm' : record.kind}`,
      stage: record.stage,
      direction: record.direction ?? (authorIsBrand ? 'outbound' : 'inbound'),
      kind: record.kind,
      sentAt: given(record.sentAt?.epochMs),
      sentAtText: given(record.sentAt?.raw),
      sentAtZone: record.sentAt?.zone ?? 'none',
      dayOnly: record.sentAt?.dayOnly === true,
      authorKey: author === undefined || author === '' ? null : pseudonym('author', `${record.platform}:${author}`),
      authorIsBrand,
      title: maskedTitle?.text ?? null,
      text: maskedText?.text ?? null,
      url: record.stage === 'private' ? null : given(record.url),
      rating: given(record.rating),
      ratingMax: given(record.ratingMax),
      likes: count(record.likes),
      shares: count(record.shares),
      replies: count(record.replies),
      views: count(record.views),
      reach: count(record.reach),
      givenLanguage: given(record.givenLanguage),
      givenSentiment: given(record.givenSentiment),
      givenBrand: given(record.givenBrand),
      sourceName: given(record.sourceName),
      status: given(record.status),
      attachments: record.attachments ?? 0,
      edited: record.edited === true,
      contactKeys: [...contactKeys],
      textKey: textKey(maskedText?.text ?? maskedTitle?.text ?? null),
      format: origin.format,
      file: origin.file,
      row: record.row,
    };
  };

  return (records, origin) => {
    const columns = emptyBatch(messageColumns);
    const names = Object.keys(messageColumns) as (keyof typeof messageColumns)[];
    for (const record of records) {
      const row = one(record, origin);
      for (const name of names) (columns[name] as unknown[]).push(row[name]);
    }
    return { columns, repeatsAreDuplicates: records.map(repeatsAreDuplicates) };
  };
}

/** Threads of private channels are named after people or numbers: only their pseudonym is kept. */
function threadKey(record: MessageRecord, pseudonym: Pseudonymiser): string {
  const thread = `${record.platform}:${record.threadId}`;
  return record.stage === 'private' ? `${record.platform}:${pseudonym('thread', thread)}` : thread;
}
