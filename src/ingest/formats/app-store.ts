import type { ExportFile } from '../bytes/export-file.js';
import { MAX_JSON_ITEM, asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const isFeed = (value: unknown): boolean =>
  asArray(at(value, 'feed', 'entry')).some((entry) => at(entry, 'im:rating', 'label') !== undefined);

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  if (at(firstItem(file, ['data']), 'type') === 'customerReviews')
    return { score: 0.98, why: '"type": "customerReviews" of App Store Connect' };
  return isFeed(firstItem(file))
    ? { score: 0.96, why: 'entries with "im:rating" of the iTunes review feed' }
    : undefined;
}

const base = { platform: 'app-store', stage: 'public' as const };

/** One page of the API: the responses of the developer stand apart, in "included". */
function* page(value: unknown, next: () => number): Iterable<Parsed> {
  const included = new Map(
    asArray(at(value, 'included')).map((item) => [asText(at(item, 'id')) ?? '', item] as const),
  );
  for (const item of asArray(at(value, 'data'))) {
    const fields = asObject(at(item, 'attributes'));
    const id = asText(at(item, 'id'));
    if (at(item, 'type') !== 'customerReviews' || !fields) {
      yield {
        reject: {
          row: next(),
          reason: 'not-a-message',
          hint: 'an object of App Store Connect that is no review',
        },
      };
      continue;
    }
    yield {
      record: {
        ...base,
        row: next(),
        kind: 'review',
        id,
        threadId: id,
        authorName: asText(fields['reviewerNickname']),
        sentAt: timeOf(fields['createdDate']),
        title: wordsOf(fields['title']),
        text: wordsOf(fields['body']),
        rating: countOf(fields['rating']),
        ratingMax: 5,
      },
    };
    const responseId = asText(at(item, 'relationships', 'response', 'data', 'id'));
    const response = at(included.get(responseId ?? ''), 'attributes');
    const answer = wordsOf(at(response, 'responseBody'));
    if (answer === undefined) continue;
    yield {
      record: {
        ...base,
        row: next(),
        kind: 'comment',
        id: responseId,
        threadId: id,
        parentId: id,
        direction: 'outbound',
        authorIsBrand: true,
        sentAt: timeOf(at(response, 'lastModifiedDate')),
        text: answer,
        status: asText(at(response, 'state')),
      },
    };
  }
}

function* feed(value: unknown, next: () => number): Iterable<Parsed> {
  for (const entry of asArray(at(value, 'feed', 'entry'))) {
    const rating = countOf(at(entry, 'im:rating', 'label'));
    if (rating === undefined) {
      yield {
        reject: {
          row: next(),
          reason: 'not-a-message',
          hint: 'an entry of the feed without rating: the app itself',
        },
      };
      continue;
    }
    const id = asText(at(entry, 'id', 'label'));
    yield {
      record: {
        ...base,
        row: next(),
        kind: 'review',
        id,
        threadId: id,
        authorId: asText(at(entry, 'author', 'uri', 'label')),
        authorName: asText(at(entry, 'author', 'name', 'label')),
        sentAt: timeOf(at(entry, 'updated', 'label')),
        title: wordsOf(at(entry, 'title', 'label')),
        text: wordsOf(at(entry, 'content', 'label')),
        rating,
        ratingMax: 5,
        likes: countOf(at(entry, 'im:voteSum', 'label')),
      },
    };
  }
}

export const appStore = described('app-store', {
  memory: { wholeUpTo: MAX_JSON_ITEM },
  detect,
  parse: numberedItems([], (value, next) => (isFeed(value) ? feed(value, next) : page(value, next))),
});
