import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { byFirstItem, countOf, languageOf, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { isHeld, UNSEEN } from '../table/unpublished.js';
import { described } from './described.js';

const PATHS = [['Results'], ['reviews']] as const;

const isReview = (value: unknown): boolean =>
  at(value, 'SubmissionTime') !== undefined && at(value, 'ReviewText') !== undefined;

/** A review, and each answer of the brand as a record of its own. */
function* review(item: unknown, next: () => number, file: ExportFile): Iterable<Parsed> {
  if (!isReview(item)) return;
  const products = at(file.json?.value, 'Includes', 'Products');
  const id = asText(at(item, 'Id')),
    code = asText(at(item, 'ProductId')),
    product = asText(at(products, code ?? '', 'Name')) ?? asText(at(item, 'OriginalProductName')) ?? code;
  const rating = countOf(at(item, 'Rating')),
    held = isHeld(asText(at(item, 'ModerationStatus')));
  const shared = {
    platform: 'bazaarvoice',
    stage: held ? UNSEEN.stage : ('public' as const),
    threadId: id,
    product,
    givenBrand: asText(at(products, code ?? '', 'Brand', 'Name')),
  };
  const answers = asArray(at(item, 'ClientResponses'));
  yield {
    record: {
      ...shared,
      row: next(),
      kind: held ? UNSEEN.kind : 'review',
      channel: held ? UNSEEN.channel : 'review',
      id,
      authorId: asText(at(item, 'AuthorId')),
      authorName: wordsOf(at(item, 'UserNickname')),
      sentAt: timeOf(at(item, 'SubmissionTime')),
      title: wordsOf(at(item, 'Title')),
      text: wordsOf(at(item, 'ReviewText')),
      rating,
      ratingMax: rating === undefined ? undefined : (countOf(at(item, 'RatingRange')) ?? 5),
      likes: countOf(at(item, 'TotalPositiveFeedbackCount')),
      replies: answers.length,
      givenLanguage: languageOf(at(item, 'ContentLocale')),
      sourceName: asText(at(item, 'SyndicationSource', 'Name')),
    },
  };
  for (const [rank, answer] of answers.entries()) {
    const text = wordsOf(at(answer, 'Response'));
    if (!asObject(answer) || text === undefined) continue;
    yield {
      record: {
        ...shared,
        row: next(),
        kind: held ? UNSEEN.kind : 'comment',
        id: id === undefined ? undefined : `${id}-reply${rank === 0 ? '' : String(rank + 1)}`,
        parentId: id,
        direction: 'outbound',
        authorIsBrand: true,
        authorName: wordsOf(at(answer, 'Name')),
        sentAt: timeOf(at(answer, 'Date')),
        text,
      },
    };
  }
}

export const bazaarvoice = described('bazaarvoice', {
  detect: byFirstItem(PATHS, [isReview, 0.96, 'reviews with "SubmissionTime" and "ReviewText"']),
  parse: numberedItems(PATHS, review),
});
