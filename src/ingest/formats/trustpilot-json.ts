import type { ExportFile } from '../bytes/export-file.js';
import { asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemsIn, languageOf, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['props', 'pageProps', 'reviews'], ['pageProps', 'reviews'], ['reviews']] as const;

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  if (at(item, 'consumer', 'displayName') === undefined) return undefined;
  if (at(item, 'dates', 'publishedDate') !== undefined)
    return { score: 0.97, why: 'reviews with "dates.publishedDate" and "consumer.displayName"' };
  return at(item, 'stars') === undefined
    ? undefined
    : { score: 0.93, why: 'reviews with "stars" and "consumer.displayName" of the Trustpilot API' };
}

/** A review of the page or of the API, and the reply of the company as a record of its own. */
function* review(item: unknown, next: () => number, brand: string | undefined): Iterable<Parsed> {
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
    givenBrand: asText(at(item, 'businessUnit', 'displayName')) ?? brand,
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

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  const value = file.json?.value;
  const brand =
    asText(at(value, 'props', 'pageProps', 'businessUnit', 'displayName')) ??
    asText(at(value, 'pageProps', 'businessUnit', 'displayName'));
  yield* readItems(itemsIn(file, ...PATHS), (item) => review(item, () => ++row, brand));
}

export const trustpilotJson = described('trustpilot-json', { detect, parse });
