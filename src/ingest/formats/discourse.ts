import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { htmlToText } from '../markup/html.js';
import { MAX_JSON_ITEM, asArray, asObject, asText, at } from '../json/json.js';
import { byFirstItem, countOf, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const isPost = (item: unknown): boolean =>
  at(item, 'cooked') !== undefined && at(item, 'post_number') !== undefined;

function postsOf(item: unknown): readonly unknown[] {
  for (const list of [at(item, 'post_stream', 'posts'), at(item, 'latest_posts'), at(item, 'posts')])
    if (Array.isArray(list)) return list;
  return [item];
}

interface Topic {
  readonly title: string | undefined;
  readonly isPrivate: boolean;
  readonly site: string | undefined;
}

/** Topics and users are numbered per forum; the address of a picture that a user has uploaded names the forum. */
const siteOf = (file: ExportFile): string | undefined =>
  /"\/user_avatar\/([\w.-]+)\//.exec(file.headText)?.[1];

/** Where a quote begins and ends, as written and as shown; other boxes inside a shown one are counted. */
const QUOTES = /(\[quote(?:=[^\]]*)?\])|\[\/quote\]/gi,
  SHOWN_QUOTES = /(<aside class="quote\b[^>]*>)|(<aside\b[^>]*>)|<\/aside>/g;

/** The author's own words: what another wrote is counted where that one wrote it. A quote that never closes stays. */
function ownWords(text: string, marks: RegExp): string {
  let out = '',
    from = 0,
    depth = 0;
  for (const { 0: mark, 1: quote, 2: box, index } of text.matchAll(marks))
    if (quote !== undefined || (box !== undefined && depth > 0)) {
      if (depth++ > 0) continue;
      out += text.slice(from, index);
      from = index;
    } else if (box === undefined && depth > 0 && --depth === 0) from = index + mark.length;
  return out + text.slice(from);
}

function toRecord(item: unknown, row: number, topic: Topic): MessageRecord | undefined {
  const post = asObject(item);
  if (!post || !isPost(post)) return undefined;
  const here = (id: string | undefined): string | undefined =>
    id === undefined || topic.site === undefined ? id : `${topic.site}/${id}`;
  const topicId = here(asText(post['topic_id'])),
    number = asText(post['post_number']);
  const answered = asText(post['reply_to_post_number']);
  const isEvent = (countOf(post['post_type']) ?? 1) >= 3;
  const isGone = asText(post['deleted_at']) !== undefined || post['user_deleted'] === true;
  const raw = wordsOf(post['raw']),
    cooked = wordsOf(post['cooked']);
  const text = wordsOf(
    raw === undefined ? htmlToText(ownWords(cooked ?? '', SHOWN_QUOTES)) : ownWords(raw, QUOTES).trim(),
  );
  const kind = isGone
    ? 'deleted'
    : isEvent
      ? 'system'
      : text === undefined
        ? 'media'
        : topic.isPrivate
          ? 'message'
          : number === '1'
            ? 'post'
            : 'comment';
  const like = asArray(post['actions_summary']).find((action) => asText(at(action, 'id')) === '2');
  const attachments = (cooked?.match(/<img(?![^>]*class="[^"]*emoji)|class="attachment"/g) ?? []).length;
  return {
    row,
    platform: 'discourse',
    stage: topic.isPrivate ? 'private' : 'public',
    kind,
    id: `${topicId ?? ''}#${number ?? ''}`,
    threadId: topicId,
    parentId: answered === undefined ? undefined : `${topicId ?? ''}#${answered}`,
    authorId: here(asText(post['user_id'])),
    authorName: asText(post['username']),
    sentAt: timeOf(post['created_at']),
    title: topic.title ?? wordsOf(post['topic_title']),
    text: kind === 'deleted' || kind === 'system' ? undefined : text,
    likes: countOf(at(like, 'count')),
    replies: countOf(post['reply_count']),
    views: countOf(post['reads']),
    attachments: attachments > 0 ? attachments : undefined,
    edited: (countOf(post['version']) ?? 1) > 1 ? true : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const site = siteOf(file);
  let row = 0;
  yield* readItems(itemsIn(file, ['latest_posts']), function* (item) {
    const topic: Topic = {
      title: at(item, 'post_stream') === undefined ? undefined : wordsOf(at(item, 'title')),
      isPrivate: at(item, 'archetype') === 'private_message',
      site,
    };
    for (const post of postsOf(item)) {
      const record = toRecord(post, ++row, topic);
      if (record) yield { record };
    }
  });
}

export const discourse = described('discourse', {
  memory: { wholeUpTo: MAX_JSON_ITEM },
  detect: byFirstItem(
    [],
    [(item) => isPost(postsOf(item)[0]), 0.96, 'posts with "cooked" and "post_number"'],
  ),
  parse,
});
