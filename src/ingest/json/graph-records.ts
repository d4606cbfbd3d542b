/** Posts, comments, conversations and ratings of Meta's Graph API as records. */
import type { MessageRecord } from '../../model/index.js';
import type { Parsed } from '../source.js';
import { asArray, asObject, asText, at } from './json.js';
import { countOf, timeOf, wordsOf } from './json-records.js';

/** `page` is the account whose post it is: only pages one runs give their comments. */
function base(
  item: Readonly<Record<string, unknown>>,
  row: number,
  page?: string,
): Omit<MessageRecord, 'kind'> {
  return {
    row,
    platform: 'facebook',
    stage: 'public',
    id: asText(item['id']),
    authorIsBrand: page !== undefined && page === asText(at(item, 'from', 'id')) ? true : undefined,
    authorId: asText(at(item, 'from', 'id')),
    authorName: asText(at(item, 'from', 'name')) ?? asText(at(item, 'from', 'username')),
    sentAt: timeOf(item['created_time']),
    text: wordsOf(item['message']),
    url: asText(item['permalink_url']),
    likes: countOf(
      at(item, 'reactions', 'summary', 'total_count') ??
        item['like_count'] ??
        at(item, 'likes', 'summary', 'total_count') ??
        (Array.isArray(at(item, 'reactions', 'data'))
          ? asArray(at(item, 'reactions', 'data')).length
          : undefined) ??
        (Array.isArray(at(item, 'likes', 'data')) ? asArray(at(item, 'likes', 'data')).length : undefined),
    ),
    shares: countOf(at(item, 'shares', 'count')),
    replies: countOf(
      at(item, 'comments', 'summary', 'total_count') ??
        item['comment_count'] ??
        at(item, 'comments', 'count'),
    ),
  };
}

/** Comments with their answers. */
export function* commentRecords(
  list: unknown,
  thread: string | undefined,
  parent: string | undefined,
  next: () => number,
  page?: string,
): Iterable<Parsed> {
  for (const value of asArray(list)) {
    const item = asObject(value);
    if (!item || asText(item['id']) === undefined) {
      yield { reject: { row: next(), reason: 'not-a-message', hint: 'a comment without id' } };
      continue;
    }
    const record = base(item, next(), page);
    const attachments = item['attachment'] === undefined ? undefined : 1;
    yield {
      record: {
        ...record,
        kind: record.text === undefined ? 'media' : 'comment',
        threadId: thread ?? record.id?.split('_')[0],
        parentId: asText(at(item, 'parent', 'id')) ?? parent,
        attachments,
      },
    };
    yield* commentRecords(
      at(item, 'comments', 'data'),
      thread ?? record.id?.split('_')[0],
      record.id,
      next,
      page,
    );
  }
}

/** Messages of a conversation of the page. */
export function* conversationRecords(
  item: Readonly<Record<string, unknown>>,
  next: () => number,
): Iterable<Parsed> {
  for (const message of asArray(at(item, 'messages', 'data'))) {
    const value = asObject(message);
    const row = next();
    if (!value) {
      yield { reject: { row, reason: 'not-a-message', hint: 'a conversation item without content' } };
      continue;
    }
    const attachments =
      asArray(at(value, 'attachments', 'data')).length || (value['sticker'] === undefined ? 0 : 1);
    const record = base(value, row);
    yield {
      record: {
        ...record,
        stage: 'private',
        url: undefined,
        kind: record.text === undefined ? 'media' : 'message',
        threadId: asText(item['id']),
        attachments: attachments > 0 ? attachments : undefined,
      },
    };
  }
}

/** A post with its comments. */
export function* postRecords(item: Readonly<Record<string, unknown>>, next: () => number): Iterable<Parsed> {
  const page = asText(item['id'])?.split('_')[0];
  const record = base(item, next(), page);
  const attachments =
    asArray(at(item, 'attachments', 'data')).length || ((item['full_picture'] ?? item['picture']) ? 1 : 0);
  const title = wordsOf(item['name']);
  const kind =
    record.text !== undefined || title !== undefined ? 'post' : attachments > 0 ? 'media' : 'system';
  yield {
    record: {
      ...record,
      kind,
      threadId: record.id,
      title,
      attachments: attachments > 0 ? attachments : undefined,
    },
  };
  yield* commentRecords(at(item, 'comments', 'data'), record.id, record.id, next, page);
}

/**
 * A post of an account of Instagram with its comments: whoever reads them by the API runs the account. Without comments it may be anybody's
 * who tags the account or a word (a search tells no names).
 */
export function* mediaRecords(media: unknown, next: () => number): Iterable<Parsed> {
  const id = asText(at(media, 'id')),
    owner = asText(at(media, 'username')) ?? asText(at(media, 'owner', 'username')),
    text = wordsOf(at(media, 'caption')),
    sentAt = timeOf(at(media, 'timestamp'));
  if (text !== undefined || sentAt !== undefined)
    yield {
      record: {
        row: next(),
        platform: 'instagram',
        stage: 'public',
        kind: text === undefined ? 'media' : 'post',
        id,
        threadId: id,
        authorId: asText(at(media, 'owner', 'id')) ?? owner,
        authorName: owner,
        authorHandle: owner,
        authorIsBrand: at(media, 'comments') === undefined ? undefined : true,
        sentAt,
        text,
        url: asText(at(media, 'permalink')),
        likes: countOf(at(media, 'like_count')),
        replies: countOf(at(media, 'comments_count')),
      },
    };
  for (const comment of asArray(at(media, 'comments', 'data')))
    yield* instagramRecords(comment, undefined, next, { id, owner });
}

/** A comment on Instagram with its answers; of a post that is known, the account whose post it is. */
export function* instagramRecords(
  value: unknown,
  parent: string | undefined,
  next: () => number,
  post?: { readonly id: string | undefined; readonly owner: string | undefined },
): Iterable<Parsed> {
  const id = asText(at(value, 'id')),
    user = asText(at(value, 'username')) ?? asText(at(value, 'from', 'username'));
  const text = wordsOf(at(value, 'text'));
  yield {
    record: {
      row: next(),
      platform: 'instagram',
      stage: 'public',
      kind: text === undefined ? 'media' : 'comment',
      id,
      parentId: parent ?? asText(at(value, 'parent_id')) ?? post?.id,
      threadId: asText(at(value, 'media', 'id')) ?? post?.id,
      authorIsBrand: user !== undefined && user === post?.owner ? true : undefined,
      authorId: asText(at(value, 'from', 'id')) ?? user,
      authorName: user,
      authorHandle: user,
      sentAt: timeOf(at(value, 'timestamp')),
      text,
      likes: countOf(at(value, 'like_count')),
    },
  };
  for (const reply of asArray(at(value, 'replies', 'data'))) yield* instagramRecords(reply, id, next, post);
}

/** Recommendations are yes or no; the older ones have 1 to 5 stars. */
export function ratingRecord(value: unknown, row: number): MessageRecord {
  const text = wordsOf(at(value, 'review_text')),
    stars = countOf(at(value, 'rating')),
    type = asText(at(value, 'recommendation_type'));
  return {
    row,
    platform: 'facebook',
    stage: 'public',
    kind: 'review',
    channel: 'review',
    id: asText(at(value, 'open_graph_story', 'id')),
    authorId: asText(at(value, 'reviewer', 'id')),
    authorName: asText(at(value, 'reviewer', 'name')),
    sentAt: timeOf(at(value, 'created_time')),
    text,
    rating: stars,
    ratingMax: stars === undefined ? undefined : 5,
    givenSentiment: type === 'positive' || type === 'negative' ? type : undefined,
  };
}
