import type { MessageRecord, RecordTime } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import {
  countOf,
  firstItem,
  itemsIn,
  languageOf,
  readItems,
  textOrHtml,
  timeOf,
  wordsOf,
} from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [
  ['orderedItems'],
  ['first', 'orderedItems'],
  ['statuses'],
  ['descendants'],
  ['ancestors'],
] as const;
const PUBLIC = /(?:^|[#:])Public$/;
const ACTIVITY =
  /^(?:Create|Announce|Update|Delete|Like|Follow|Undo|Accept|Reject|Add|Remove|Block|Flag|Move)$/;

const isStatus = (item: unknown): boolean =>
  at(item, 'account', 'acct') !== undefined && (at(item, 'content') ?? at(item, 'reblog')) !== undefined;
/** The status inside a notification or a conversation. */
const statusIn = (item: unknown): unknown => at(item, 'status') ?? at(item, 'last_status') ?? item;
const isOther = (item: unknown): boolean =>
  !isStatus(item) &&
  (at(item, 'last_status') ?? at(item, 'account', 'acct')) !== undefined &&
  (at(item, 'type') ?? at(item, 'accounts')) !== undefined;
const isActivity = (item: unknown): boolean =>
  ACTIVITY.test(asText(at(item, 'type')) ?? '') && at(item, 'actor') !== undefined;

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  if (isStatus(item)) return { score: 0.96, why: 'statuses with "account.acct" and "content"' };
  if (isOther(item)) return { score: 0.94, why: 'notifications or conversations with "account.acct"' };
  if (isActivity(item)) return { score: 0.95, why: 'ActivityPub activities with "type" and "actor"' };
  if (at(file.json.value, 'orderedItems') !== undefined)
    return {
      score: 0.9,
      why: 'an ActivityPub collection',
      ...(item === undefined ? { holdsNoMessages: 'an empty collection' } : {}),
    };
  return undefined;
}

/** Numbers of statuses count on one server only: the server is that of the accounts whose name has no host. */
function serverOf(file: ExportFile): string | undefined {
  const value = file.json?.value;
  const items = Array.isArray(value) ? value : PATHS.flatMap((path) => asArray(at(value, ...path)));
  const own = (items.length > 0 ? items : [value])
    .map(statusIn)
    .find((item) => asText(at(item, 'account', 'acct'))?.includes('@') === false);
  return hostOf(asText(at(own, 'account', 'url')));
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/([^/]+)\//.exec(url ?? '')?.[1];
}

function status(item: unknown, row: number, server: string | undefined): MessageRecord {
  const here = (id: string | undefined): string | undefined =>
    id === undefined || server === undefined ? id : `${server}/${id}`;
  const boosted = asObject(at(item, 'reblog'));
  const content = boosted ?? item;
  const isPrivate = /^(?:private|direct)$/.test(asText(at(item, 'visibility')) ?? '');
  const acct = asText(at(item, 'account', 'acct'));
  const host = hostOf(asText(at(item, 'account', 'url')));
  const text = textOrHtml(undefined, at(content, 'content'));
  const media = asArray(at(content, 'media_attachments')).length;
  const parentId = here(asText(at(item, 'in_reply_to_id')));
  const spoken = isPrivate ? 'message' : parentId === undefined ? 'post' : 'comment';
  return {
    row,
    platform: 'mastodon',
    stage: isPrivate ? 'private' : 'public',
    kind: boosted ? 'share' : text === undefined ? 'media' : spoken,
    id: here(asText(at(item, 'id'))),
    parentId,
    authorId: acct === undefined || acct.includes('@') || host === undefined ? acct : `${acct}@${host}`,
    authorName: wordsOf(at(item, 'account', 'display_name')) ?? acct,
    authorHandle: acct,
    sentAt: timeOf(at(item, 'created_at')),
    title: wordsOf(at(content, 'spoiler_text')),
    text,
    url: isPrivate ? undefined : (asText(at(item, 'url')) ?? asText(at(content, 'url'))),
    likes: countOf(at(content, 'favourites_count')),
    shares: countOf(at(content, 'reblogs_count')),
    replies: countOf(at(content, 'replies_count')),
    reach: countOf(at(item, 'account', 'followers_count')),
    givenLanguage: languageOf(at(content, 'language')),
    attachments: media > 0 ? media : undefined,
    edited: asText(at(content, 'edited_at')) === undefined ? undefined : true,
  };
}

const addressed = (value: unknown): readonly unknown[] =>
  [at(value, 'to'), at(value, 'cc')].flatMap((part) => (Array.isArray(part) ? part : [part]));
const idOf = (value: unknown): string | undefined => asText(value) ?? asText(at(value, 'id'));

function activity(item: unknown, row: number): MessageRecord | undefined {
  const type = asText(at(item, 'type'));
  const object = at(item, 'object');
  const isPublic = [...addressed(item), ...addressed(object)].some(
    (to) => typeof to === 'string' && PUBLIC.test(to),
  );
  const actor = idOf(at(item, 'actor'));
  const sentAt: RecordTime | undefined = timeOf(at(object, 'published') ?? at(item, 'published'));
  const base = {
    row,
    platform: 'mastodon',
    stage: isPublic ? ('public' as const) : ('private' as const),
    authorId: actor,
    authorName: actor?.split('/').at(-1),
    sentAt,
  };
  if (type === 'Announce')
    return { ...base, kind: 'share', id: idOf(item), url: isPublic ? idOf(object) : undefined };
  if ((type !== 'Create' && type !== 'Update') || !asObject(object)) return undefined;
  const text = textOrHtml(undefined, at(object, 'content'));
  const attachments = asArray(at(object, 'attachment')).length;
  const parentId = idOf(at(object, 'inReplyTo'));
  const language = Object.keys(asObject(at(object, 'contentMap')) ?? {})[0];
  return {
    ...base,
    kind: text === undefined ? 'media' : isPublic ? (parentId === undefined ? 'post' : 'comment') : 'message',
    id: idOf(object),
    threadId: asText(at(object, 'conversation')) ?? asText(at(object, 'context')),
    parentId,
    title: wordsOf(at(object, 'summary')) ?? wordsOf(at(object, 'name')),
    text,
    url: isPublic ? (asText(at(object, 'url')) ?? idOf(object)) : undefined,
    likes: countOf(at(object, 'likes', 'totalItems')),
    shares: countOf(at(object, 'shares', 'totalItems')),
    replies: countOf(at(object, 'replies', 'totalItems')),
    givenLanguage: languageOf(language),
    attachments: attachments > 0 ? attachments : undefined,
    edited: asText(at(object, 'updated')) === undefined ? undefined : true,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const server = serverOf(file);
  let row = 0;
  yield* readItems(
    itemsIn(file, ['orderedItems'], ['first', 'orderedItems'], ['statuses']),
    function* (item) {
      // The answer of /context: what stands before and after a status.
      const items = Array.isArray(at(item, 'descendants'))
        ? [...asArray(at(item, 'ancestors')), ...asArray(at(item, 'descendants'))]
        : [isOther(item) ? statusIn(item) : item];
      for (const each of items) {
        row++;
        const record = isStatus(each)
          ? status(each, row, server)
          : isActivity(each)
            ? activity(each, row)
            : undefined;
        if (record) yield { record };
      }
    },
  );
}

export const mastodon = described('mastodon', { detect, parse });
