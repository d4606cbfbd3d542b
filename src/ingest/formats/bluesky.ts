import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import {
  countOf,
  firstItem,
  itemsIn,
  languageOf,
  readItems,
  timeOf,
  wordsOf,
  zoneOf,
} from '../json/json-records.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const PATHS = [['feed'], ['posts'], ['records'], ['thread', 'replies'], ['notifications']] as const;
const POST = 'app.bsky.feed.post';

interface Post {
  readonly uri: string | undefined;
  readonly view: unknown;
  readonly record: unknown;
  readonly reason: unknown;
  readonly did: string | undefined;
}

/** A feed item, a post view, a record with its address, an event of a stream, or a bare record. */
function postOf(item: unknown): Post | undefined {
  const reason = at(item, 'reason');
  const view = at(item, 'post') ?? item;
  const commit = at(item, 'commit');
  if (commit !== undefined) {
    if (at(commit, 'collection') !== POST || at(commit, 'record') === undefined) return undefined;
    const did = asText(at(item, 'did'));
    return {
      uri: `at://${did ?? ''}/${POST}/${asText(at(commit, 'rkey')) ?? ''}`,
      view: undefined,
      record: at(commit, 'record'),
      reason: undefined,
      did,
    };
  }
  const record = at(view, 'record') ?? at(view, 'value') ?? view;
  if (
    typeof at(record, 'text') !== 'string' ||
    (at(record, 'createdAt') === undefined && at(view, 'indexedAt') === undefined)
  )
    return undefined;
  const uri = asText(at(view, 'uri'));
  return {
    uri,
    view,
    record,
    reason,
    did: asText(at(view, 'author', 'did')) ?? /^at:\/\/(did:[^/]+)/.exec(uri ?? '')?.[1],
  };
}

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = at(file.json.value, 'thread', 'post') ?? firstItem(file, ...PATHS);
  const post = postOf(item);
  const type = asText(at(post?.record, '$type')) ?? asText(at(item, '$type')) ?? '';
  if (post && (type.startsWith('app.bsky.') || post.uri?.startsWith('at://')))
    return { score: 0.97, why: type === '' ? 'addresses that begin "at://"' : `"$type": "${type}"` };
  if (type.startsWith('app.bsky.'))
    return { score: 0.9, why: `"$type": "${type}"`, holdsNoMessages: `records "${type}" hold no text` };
  return undefined;
}

function webUrl(uri: string | undefined): string | undefined {
  const match = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri ?? '');
  return match ? `https://bsky.app/profile/${match[1]}/post/${match[2]}` : undefined;
}

function embedCount(embed: unknown): number {
  const inner = at(embed, 'media') ?? embed;
  return (
    asArray(at(inner, 'images')).length ||
    ((at(inner, 'video') ?? at(inner, 'playlist') ?? at(inner, 'external')) ? 1 : 0)
  );
}

function toRecord(post: Post, row: number, options: ReadOptions): MessageRecord {
  const { uri, view, record } = post;
  const by = at(post.reason, 'by');
  const isShare = by !== undefined;
  const author = by ?? at(view, 'author');
  const handle = asText(at(author, 'handle'));
  const text = wordsOf(at(record, 'text'));
  const parentId = isShare ? undefined : asText(at(record, 'reply', 'parent', 'uri'));
  const attachments = embedCount(at(record, 'embed'));
  const created = wordsOf(at(record, 'createdAt')) ?? at(view, 'indexedAt');
  return {
    row,
    platform: 'bluesky',
    stage: 'public',
    kind: isShare ? 'share' : text === undefined ? 'media' : parentId === undefined ? 'post' : 'comment',
    id: isShare && uri !== undefined ? `${uri}#repost-${asText(at(by, 'did')) ?? ''}` : uri,
    threadId: asText(at(record, 'reply', 'root', 'uri')) ?? uri,
    parentId,
    authorId: isShare ? asText(at(by, 'did')) : post.did,
    authorName: wordsOf(at(author, 'displayName')) ?? handle,
    authorHandle: handle,
    sentAt: timeOf(isShare ? at(post.reason, 'indexedAt') : created, zoneOf(options)),
    text,
    url: webUrl(uri),
    likes: countOf(at(view, 'likeCount')),
    shares: countOf(at(view, 'repostCount')),
    replies: countOf(at(view, 'replyCount')),
    givenLanguage: languageOf(at(record, 'langs', 0)),
    attachments: attachments > 0 ? attachments : undefined,
  };
}

/** The post and the replies below it, of a thread view. */
function* thread(node: unknown, depth: number): Iterable<unknown> {
  if (depth === 0 && asObject(at(node, 'parent'))) yield* thread(at(node, 'parent'), depth);
  yield node;
  if (depth < 100) for (const reply of asArray(at(node, 'replies'))) yield* thread(reply, depth + 1);
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  let row = 0;
  yield* readItems(itemsIn(file, ['feed'], ['posts'], ['records'], ['notifications']), function* (item) {
    for (const each of at(item, 'thread') === undefined ? [item] : thread(at(item, 'thread'), 0)) {
      row++;
      const post = postOf(each);
      if (post) yield { record: toRecord(post, row, options) };
      else if (at(each, 'notFound') === true || at(each, 'blocked') === true) {
        yield {
          record: { row, platform: 'bluesky', stage: 'public', kind: 'deleted', id: asText(at(each, 'uri')) },
        };
      }
    }
  });
}

export const bluesky = described('bluesky', { detect, parse });
