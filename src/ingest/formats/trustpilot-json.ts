import type { ExportFile } from '../bytes/export-file.js';
import { asObject, asText, at } from '../json/json.js';
import { byFirstItem, countOf, languageOf, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['props', 'pageProps', 'reviews'], ['pageProps', 'reviews'], ['reviews']] as const;

const isShown = (item: unknown): boolean => at(item, 'consumer', 'displayName') !== undefined;
const isOfPage = (item: unknown): boolean =>
  isShown(item) && at(item, 'dates', 'publishedDate') !== undefined;
const isOfApi = (item: unknown): boolean => isShown(item) && at(item, 'stars') !== undefined;

/** The brand that a page names. */
const brandOf = ({ json }: ExportFile): string | undefined =>
  asText(at(json?.value, 'props', 'pageProps', 'businessUnit', 'displayName')) ??
  asText(at(json?.value, 'pageProps', 'businessUnit', 'displayName'));

/** A review of the page or of the API, and the reply of the company as a record of its own. */
function* review(item: unknown, next: () => number, file: ExportFile): Iterable<Parsed> {
  const id = asText(at(item, 'id'));
  const rating = countOf(at(item, 'rating') ?? at(item, 'stars'));
  if (!asObject(item) || (id === undefined && rating === undefined)) return;
  const text = wordsOf(at(item, 'text'));
  const url = id === undefined ? undefined : `https://www.trustpilot.com/reviews/${id}`;
  const shared = {
    platform: 'trustpilot',
    stage: 'public' as const,
    threadId: id,
    url,
    store: wordsOf(at(item, 'location', 'name')),
    givenBrand: asText(at(item, 'businessUnit', 'displayName')) ?? brandOf(file),
  };
  const updated = at(item, 'dates', 'updatedDate') ?? at(item, 'updatedAt');
  const reply = asObject(at(item, 'reply')) ?? asObject(at(item, 'companyReply'));
  const answer = wordsOf(at(reply, 'message') ?? at(reply, 'text'));
  yield {
    record: {
      ...shared,
      row: next(),
      kind: 'review',
      id,
      authorId: asText(at(item, 'consumer', 'id')),
      authorName: asText(at(item, 'consumer', 'displayName')),
      sentAt: timeOf(at(item, 'dates', 'publishedDate') ?? at(item, 'createdAt')),
      title: wordsOf(at(item, 'title')),
      text,
      rating,
      ratingMax: rating === undefined ? undefined : 5,
      likes: countOf(at(item, 'likes') ?? at(item, 'numberOfLikes')),
      replies: reply ? 1 : 0,
      givenLanguage: languageOf(at(item, 'language')),
      edited: asText(updated) === undefined ? undefined : true,
    },
  };
  if (!reply || answer === undefined) return;
  yield {
    record: {
      ...shared,
      row: next(),
      kind: 'comment',
      id: id === undefined ? undefined : `${id}/reply`,
      parentId: id,
      direction: 'outbound',
      authorIsBrand: true,
      sentAt: timeOf(at(reply, 'publishedDate') ?? at(reply, 'createdAt')),
      text: answer,
      edited: asText(at(reply, 'updatedDate') ?? at(reply, 'updatedAt')) === undefined ? undefined : true,
    },
  };
}

export const trustpilotJson = described('trustpilot-json', {
  detect: byFirstItem(
    PATHS,
    [isOfPage, 0.97, 'reviews with "dates.publishedDate" and "consumer.displayName"'],
    [isOfApi, 0.93, 'reviews with "stars" and "consumer.displayName" of the Trustpilot API'],
  ),
  parse: numberedItems(PATHS, review),
});
