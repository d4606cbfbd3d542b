import { emptyBatch, type ColumnBatch, type MessageRecord, messageColumns } from '../model/index.js';
import { createAttributeWriter, maskedValue } from './attributes.js';
import { maskText } from './mask.js';
import { NOBODY, type Persons } from './persons.js';
import { createAuthorKeys } from './author-keys.js';
import { createBrandNamer } from './brand-names.js';
import { createAddressWriter, withoutAccounts } from './addresses.js';
import { createBrandAccounts } from './brand-accounts.js';
import { createPublicNames, maskHandles, type PublicName } from './handles.js';
import { createLabelWriter } from './labels.js';
import { createIdentity, repeatsAreDuplicates } from './message-id.js';
import { createPseudonymiser } from './pseudonym.js';
import { withoutSignature } from './signature.js';
import { tellDate } from './tell.js';
import { textKey } from './text-key.js';
import { relaysContact } from '../util/relayed.js';

export interface NormaliseOptions {
  /** Key of the pseudonyms, see `pseudonymKey`. Same key, same pseudonyms over exports and quarters. */
  readonly key: string;
  /** Names, handles or addresses of the brand's own accounts and agents; who writes from another mailbox of such a host is of the brand too. */
  readonly brandAccounts?: readonly string[];
  /** Letters of places: the name of the brand with one behind it is the account of a shop. */
  readonly places?: ReadonlySet<string>;
  /** Names of brands, shops and papers: mentions of them stay. */
  readonly publicNames?: Iterable<string>;
  /** The brands of the configuration with their other names: an export’s own name of one is that brand. */
  readonly brands?: Readonly<Record<string, readonly string[]>>;
  /** Addresses of public posts and articles stay as they are. Default: site and keyed id. */
  readonly keepUrls?: boolean;
  /** Sees who is named in names of columns, labels and subjects. Default: nobody. */
  readonly persons?: Persons;
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

/** Whole numbers stay, anything else is absent. */
const count = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
const given = <T>(value: T | undefined): T | null => value ?? null;
const wording = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text;

/** An account as its network knows it, however an export writes it. */
const accountOf = (handle: string | undefined): string | undefined =>
  handle?.trim().replace(/^@/, '').toLowerCase();

/** Who rang, of whom an agent tells in their own name. */
const CALLER = {
  direction: 'inbound',
  channel: 'phone',
  authorIsBrand: false,
  authorId: undefined,
  authorHandle: undefined,
  authorName: undefined,
  authorContacts: undefined,
} as const satisfies Partial<MessageRecord>;
const notesCall = ({ stage, direction = 'outbound', text = '' }: MessageRecord): boolean =>
  stage === 'private' && direction === 'outbound' && relaysContact(text);

/**
 * Makes a normaliser. The text is masked, the author becomes a keyed pseudonym, private messages lose their address.
 *
 * @example
 * const normalise = createNormaliser({ key: 'k' });
 * normalise([{ row: 1, platform: 'x', id: '1', stage: 'public', kind: 'post', text: 'appelez le 06 12 34 56 78' }], { file: 'f', format: 'g' }).columns.text
 * // → ['appelez le [téléphone]']
 */
export function createNormaliser(options: NormaliseOptions): Normaliser {
  const { persons = NOBODY } = options;
  const pseudonym = createPseudonymiser(options.key);
  const authorKeys = createAuthorKeys(pseudonym);
  const isPublic = createPublicNames([...(options.publicNames ?? []), ...(options.brandAccounts ?? [])]);
  const readable = (text: string): string => maskHandles(withoutAccounts(text), isPublic);
  const identity = createIdentity(pseudonym);
  const address = createAddressWriter(pseudonym, options.keepUrls === true);
  const label = createLabelWriter(
    pseudonym,
    isPublic,
    (text) => maskText(persons.label(text), pseudonym).text,
  );
  const brandNamed = createBrandNamer(options.brands ?? {});
  const attributesText = createAttributeWriter(pseudonym, persons);
  const signatureWords = { isWord: persons.isWord, isPublic };
  const isOfBrand = createBrandAccounts(options.brandAccounts ?? [], options.places);

  /** A mail of the brand to its own mailboxes alone: no customer sees it. */
  const toOwn = ({ recipientContacts = [] }: MessageRecord): boolean =>
    recipientContacts.length > 0 &&
    recipientContacts.every((authorId) => isOfBrand({ authorId, stage: 'private' }));

  const push = (
    columns: ColumnBatch<typeof messageColumns>,
    exported: MessageRecord,
    origin: BatchOrigin,
  ): void => {
    const byBrand = exported.authorIsBrand ?? isOfBrand(exported);
    const record = byBrand && notesCall(exported) ? { ...exported, ...CALLER } : exported;
    const own = (words: string | undefined): string | null => {
      const worded = wording(words);
      return worded === null ? null : withoutOwnName(readable(worded), exported, isPublic);
    };
    const text = own(record.text);
    const headed = own(record.title);
    const title = headed !== null && record.stage === 'private' ? persons.subject(headed) : headed;
    const maskedTitle = title === null ? null : maskText(title, pseudonym);
    const authorIsBrand = record.authorIsBrand ?? byBrand;
    const maskedText = text === null ? null : maskText(text, pseudonym);
    const isSigned = record.stage === 'private' && !authorIsBrand && record.direction !== 'outbound';
    const told =
      maskedText && isSigned ? withoutSignature(maskedText.text, signatureWords) : (maskedText?.text ?? null);
    const account = record.authorId || accountOf(record.authorHandle),
      author = account || record.authorName;
    const keys = authorIsBrand ? [] : authorKeys(record);
    columns.messageId.push(identity.messageId(record));
    columns.threadId.push(identity.threadId(record));
    columns.parentId.push(
      record.parentId === undefined ? null : identity.ofPlatformId(record.platform, record.parentId),
    );
    columns.platform.push(record.platform);
    columns.channel.push(label.channel(record));
    columns.stage.push(record.stage);
    columns.direction.push(
      record.direction ?? (authorIsBrand ? (toOwn(record) ? 'internal' : 'outbound') : 'inbound'),
    );
    columns.kind.push(record.kind);
    columns.sentAt.push(given(record.sentAt?.epochMs));
    columns.sentAtText.push(tellDate(record.sentAt?.raw, pseudonym));
    columns.sentAtZone.push(record.sentAt?.zone ?? 'none');
    columns.dayOnly.push(record.sentAt?.dayOnly === true);
    columns.authorKey.push(!author ? null : pseudonym('author', `${record.platform}:${author}`));
    columns.authorByName.push(!account && author !== undefined);
    columns.authorIsBrand.push(authorIsBrand);
    columns.title.push(maskedTitle?.text ?? null);
    columns.text.push(told);
    columns.url.push(address(record.url, record.stage));
    columns.rating.push(given(record.rating));
    columns.ratingMax.push(given(record.ratingMax));
    columns.likes.push(count(record.likes));
    columns.shares.push(count(record.shares));
    columns.replies.push(count(record.replies));
    columns.views.push(count(record.views));
    columns.reach.push(count(record.reach));
    columns.givenLanguage.push(given(record.givenLanguage));
    columns.givenSentiment.push(given(record.givenSentiment));
    const brand = label.carrier(record.givenBrand, record);
    columns.givenBrand.push(brand === null ? null : brandNamed(brand));
    columns.sourceName.push(label.carrier(record.sourceName, record));
    columns.status.push(label.status(record.status));
    columns.closedAt.push(given(record.closedAt?.epochMs));
    columns.store.push(maskedValue(record.store, pseudonym, persons));
    columns.product.push(maskedValue(record.product, pseudonym, persons));
    columns.region.push(maskedValue(record.region, pseudonym, persons));
    columns.campaign.push(maskedValue(record.campaign, pseudonym, persons));
    columns.segment.push(maskedValue(record.segment, pseudonym, persons));
    columns.orderAmount.push(given(record.orderAmount));
    columns.attributes.push(
      attributesText(record.attributes, (value) => withoutOwnName(value, exported, isPublic)),
    );
    columns.attachments.push(record.attachments ?? 0);
    columns.edited.push(record.edited === true);
    columns.contactKeys.push([
      ...new Set([...keys, ...(maskedTitle?.contactKeys ?? []), ...(maskedText?.contactKeys ?? [])]),
    ]);
    columns.recipientKeys.push(
      (record.recipientContacts ?? []).map(
        (contact) => `email:${pseudonym('email', contact.trim().toLowerCase())}`,
      ),
    );
    columns.textKey.push(textKey(told ?? maskedTitle?.text ?? null));
    columns.format.push(origin.format);
    columns.file.push(origin.file);
    columns.row.push(record.row);
  };

  return (records, origin) => {
    const columns = emptyBatch(messageColumns);
    for (const record of records) push(columns, record, origin);
    return { columns, repeatsAreDuplicates: records.map(repeatsAreDuplicates) };
  };
}

const TITLES = 'M. Mr Mr. Mrs Mrs. Ms Ms. Miss Mme Mme. Mlle Monsieur Madame Mademoiselle'.split(' ');

/** A text without its author's own name, or their surname after a title: who signs is not told. Other single words stay, they may be words. */
function withoutOwnName(text: string, { authorName }: MessageRecord, isPublic: PublicName): string {
  const name = authorName?.trim() ?? '';
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  if (name.length < 5 || surname.length < 2 || !text.includes(surname)) return text;
  if (!/\p{L}\s+\p{L}/u.test(name) || isPublic(name)) return text;
  let told = text.replaceAll(name, '[nom]');
  if (told.includes(surname))
    for (const title of TITLES) told = told.replaceAll(`${title} ${surname}`, `${title} [nom]`);
  return told;
}
