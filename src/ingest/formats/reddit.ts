import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

/** Listings, dumps, and what `morechildren` answers. */
const PATHS = [['data', 'children'], ['json', 'data', 'things'], ['data']] as const;
const GONE = /^\[ ?(?:deleted|removed)(?: by (?:user|reddit|moderator))? ?\]$/i;

type Fields = Readonly<Record<string, unknown>>;

/** `t1` comment, `t3` submission; dumps hold the bare object and only its fields tell. */
function kindOf(item: unknown): { kind: string; fields: Fields } | undefined {
  const wrapped = asText(at(item, 'kind'));
  const data = asObject(at(item, 'data'));
  if (wrapped !== undefined && data && /^(?:t[1-6]|more|Listing)$/.test(wrapped))
    return { kind: wrapped, fields: data };
  const fields = asObject(item);
  if (!fields || fields['id'] === undefined) return undefined;
  if (fields['body'] !== undefined && (fields['link_id'] ?? fields['parent_id']) !== undefined)
    return { kind: 't1', fields };
  if (
    fields['title'] !== undefined &&
    (fields['selftext'] ?? fields['num_comments'] ?? fields['is_self'] ?? fields['subreddit_id']) !==
      undefined
  )
    return { kind: 't3', fields };
  return undefined;
}

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const top = Array.isArray(file.json.value) ? file.json.value[0] : file.json.value;
  const kind = asText(at(top, 'kind')) ?? '';
  if (kind === 'Listing' || (/^t[1-6]$/.test(kind) && at(top, 'data') !== undefined))
    return { score: 0.97, why: `"kind": "${kind}" of the Reddit API` };
  const found = kindOf(firstItem(file, ...PATHS));
  if (!found || (found.fields['subreddit'] ?? found.fields['subreddit_id']) === undefined) return undefined;
  return {
    score: 0.95,
    why:
      found.kind === 't1'
        ? '"body" with "link_id" and "subreddit"'
        : '"title" and "selftext" with "subreddit"',
  };
}

function permalink(fields: Fields, isComment: boolean): string | undefined {
  const path = asText(fields['permalink']);
  if (path !== undefined) return path.startsWith('/') ? `https://www.reddit.com${path}` : path;
  const subreddit = asText(fields['subreddit']),
    id = asText(fields['id']),
    link = asText(fields['link_id'])?.replace(/^t3_/, '');
  if (subreddit === undefined || id === undefined || (isComment && link === undefined)) return undefined;
  return isComment
    ? `https://www.reddit.com/r/${subreddit}/comments/${link}/_/${id}/`
    : `https://www.reddit.com/r/${subreddit}/comments/${id}/`;
}

function toRecord(kind: 't1' | 't3', fields: Fields, row: number): MessageRecord {
  const isComment = kind === 't1';
  const author = asText(fields['author']);
  const text = wordsOf(isComment ? fields['body'] : fields['selftext']);
  const isGone =
    (text !== undefined && GONE.test(text)) || (!isComment && GONE.test(asText(fields['title']) ?? ''));
  const id = asText(fields['name']) ?? `${kind}_${asText(fields['id']) ?? ''}`;
  const title = isComment ? undefined : wordsOf(fields['title']);
  const subreddit = asText(fields['subreddit']);
  return {
    row,
    platform: 'reddit',
    stage: 'public',
    kind: isGone ? 'deleted' : isComment ? 'comment' : fields['crosspost_parent'] ? 'share' : 'post',
    id,
    threadId: isComment ? asText(fields['link_id']) : id,
    parentId: isComment ? asText(fields['parent_id']) : undefined,
    authorName: author === undefined || GONE.test(author) ? undefined : author,
    sentAt: timeOf(fields['created_utc']),
    title: isGone && GONE.test(title ?? '') ? undefined : title,
    text: isGone ? undefined : text,
    url: permalink(fields, isComment),
    likes: countOf(fields['score'] ?? fields['ups']),
    replies: countOf(fields['num_comments']),
    sourceName: subreddit === undefined ? undefined : `r/${subreddit}`,
    attachments:
      isComment ||
      (fields['is_video'] !== true && at(fields, 'post_hint') !== 'image' && !fields['is_gallery'])
        ? undefined
        : 1,
    edited: fields['edited'] === true || (countOf(fields['edited']) ?? 0) > 0 ? true : undefined,
  };
}

interface Walk {
  row: number;
  missing: number;
}

/** A thing of the API and the replies inside it. */
function* things(item: unknown, walk: Walk): Iterable<Parsed> {
  const found = kindOf(item);
  if (!found) return;
  if (found.kind === 'Listing') {
    for (const child of asArray(found.fields['children'])) yield* things(child, walk);
  } else if (found.kind === 'more') {
    walk.missing += countOf(found.fields['count']) || asArray(found.fields['children']).length;
    yield { note: 'a "more" object: Reddit left out comments here' };
  } else if (found.kind === 't1' || found.kind === 't3') {
    yield { record: toRecord(found.kind, found.fields, ++walk.row) };
    yield* things(found.fields['replies'], walk);
  } else {
    yield {
      reject: {
        row: ++walk.row,
        value: found.kind,
        reason: 'not-a-message',
        hint: 'neither a comment (t1) nor a submission (t3) of Reddit',
      },
    };
  }
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const walk: Walk = { row: 0, missing: 0 };
  let more = 0;
  for await (const parsed of readItems(itemsIn(file, ...PATHS), (item) => things(item, walk))) {
    if ('note' in parsed) more++;
    else yield parsed;
  }
  if (more > 0)
    yield { note: `${more} "more" objects stand for ${walk.missing} comments that the file does not hold` };
}

export const reddit = described('reddit', { detect, parse });
