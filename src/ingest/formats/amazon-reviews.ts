import type { MessageRecord, RecordTime } from '../../model/index.js';
import { readEpoch } from '../values/dates.js';
import type { ExportFile } from '../bytes/export-file.js';
import { decodeIfHtml } from '../markup/html.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemRecords, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection } from '../source.js';
import { described } from './described.js';

const isOld = (item: unknown): boolean =>
  at(item, 'reviewerID') !== undefined && at(item, 'asin') !== undefined;
const isNew = (item: unknown): boolean =>
  at(item, 'user_id') !== undefined &&
  at(item, 'parent_asin') !== undefined &&
  at(item, 'rating') !== undefined;

function detect(file: ExportFile): Detection | undefined {
  const item = firstItem(file);
  if (isOld(item) && at(item, 'overall') !== undefined)
    return { score: 0.97, why: '"reviewerID", "asin" and "overall"' };
  return isNew(item) ? { score: 0.95, why: '"user_id", "parent_asin" and "rating"' } : undefined;
}

/** The older sets give a day: as words, and as seconds at 00:00 UTC. */
function dayOf(item: unknown): RecordTime | undefined {
  const seconds = asText(at(item, 'unixReviewTime'));
  const epoch = seconds === undefined ? undefined : readEpoch(seconds);
  const raw = asText(at(item, 'reviewTime'));
  if (!epoch) return timeOf(raw, { utc: true });
  return { epochMs: epoch.epochMs, raw: raw ?? epoch.raw, zone: 'documented', dayOnly: true };
}

const votes = (value: unknown): number | undefined =>
  countOf(typeof value === 'string' ? value.replaceAll(',', '') : value);

function toRecord(item: unknown, row: number): MessageRecord | undefined {
  const old = isOld(item);
  if (!asObject(item) || (!old && !isNew(item))) return undefined;
  const asin = asText(at(item, old ? 'asin' : 'parent_asin')),
    author = asText(at(item, old ? 'reviewerID' : 'user_id'));
  const sentAt = old ? dayOf(item) : timeOf(at(item, 'timestamp'));
  const text = wordsOf(at(item, old ? 'reviewText' : 'text')),
    title = wordsOf(at(item, old ? 'summary' : 'title'));
  const images = asArray(at(item, old ? 'image' : 'images')).length;
  return {
    row,
    platform: 'amazon',
    stage: 'public',
    kind: 'review',
    id: [author, asin, sentAt?.epochMs ?? ''].join('-'),
    threadId: asin,
    authorId: author,
    authorName: asText(at(item, 'reviewerName')),
    sentAt,
    title: title === undefined ? undefined : decodeIfHtml(title),
    text: text === undefined ? undefined : decodeIfHtml(text),
    rating: countOf(at(item, old ? 'overall' : 'rating')),
    ratingMax: 5,
    likes: votes(at(item, 'helpful', 0) ?? at(item, 'vote') ?? at(item, 'helpful_vote')),
    attachments: images > 0 ? images : undefined,
  };
}

export const amazonReviews = described('amazon-reviews', { detect, parse: itemRecords([], toRecord) });
