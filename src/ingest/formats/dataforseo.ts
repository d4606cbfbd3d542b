import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, countOf, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';
import { originalComment } from './google-business.js';

const PATHS = [['tasks'], ['result'], ['items']] as const;

const isReview = (value: unknown): boolean =>
  /^google_reviews?_search$/.test(asText(at(value, 'type')) ?? '') && at(value, 'review_id') !== undefined;

/** Places with their reviews, wherever the file begins: a task, a result of it, or a review. */
function resultsOf(item: unknown): readonly unknown[] {
  if (isReview(item)) return [{ items: [item] }];
  return Array.isArray(at(item, 'result')) ? asArray(at(item, 'result')) : [item];
}
const holdsReviews = (item: unknown): boolean =>
  resultsOf(item).some((result) => isReview(at(result, 'items', 0)));

const words = (value: unknown): string | undefined => {
  const text = wordsOf(value);
  return text === undefined ? undefined : wordsOf(originalComment(text));
};

function* reviewRecords(review: unknown, place: string | undefined, next: () => number): Iterable<Parsed> {
  if (!isReview(review)) return;
  const id = asText(at(review, 'review_id')),
    rating = countOf(at(review, 'rating', 'value')),
    answer = words(at(review, 'original_owner_answer') ?? at(review, 'owner_answer')),
    base = { platform: 'google', stage: 'public', threadId: id, sourceName: place } as const;
  yield {
    record: {
      ...base,
      row: next(),
      kind: 'review',
      id,
      authorId: asText(at(review, 'profile_url')),
      authorName: wordsOf(at(review, 'profile_name')),
      sentAt: timeOf(at(review, 'timestamp')),
      text: words(at(review, 'original_review_text') ?? at(review, 'review_text')),
      rating,
      ratingMax: rating === undefined ? undefined : (countOf(at(review, 'rating', 'rating_max')) ?? 5),
      url: asText(at(review, 'review_url')),
      replies: answer === undefined ? 0 : 1,
    },
  };
  if (answer === undefined) return;
  yield {
    record: {
      ...base,
      row: next(),
      kind: 'comment',
      id: `${id ?? ''}/reply`,
      parentId: id,
      direction: 'outbound',
      authorIsBrand: true,
      sentAt: timeOf(at(review, 'owner_timestamp')),
      text: answer,
    },
  };
}

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  for (const result of resultsOf(item))
    for (const review of asArray(at(result, 'items')))
      yield* reviewRecords(review, wordsOf(at(result, 'title')), next);
}

export const dataForSeo = described('dataforseo', {
  detect: byFirstItem(PATHS, [
    holdsReviews,
    0.95,
    'reviews of "google_reviews_search" as DataForSEO tells them',
  ]),
  parse: numberedItems(PATHS, records),
});
