import type { ExportFile } from '../bytes/export-file.js';
import { asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['reviews'], ['locationReviews'], ['features']] as const;
const STARS: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };
const base = { platform: 'google', stage: 'public' as const };

const isFeature = (item: unknown): boolean =>
  at(item, 'type') === 'Feature' && mapsRating(at(item, 'properties')) !== undefined;

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  const stars = asText(at(item, 'starRating') ?? at(item, 'review', 'starRating'));
  if (stars !== undefined && Object.hasOwn(STARS, stars))
    return { score: 0.97, why: `"starRating": "${stars}" of Google Business Profile` };
  return isFeature(item)
    ? { score: 0.97, why: 'places with a star rating, as Takeout writes Reviews.json' }
    : undefined;
}

/**
 * Google puts its translation into the comment; the original is what the person wrote.
 *
 * @example
 * originalComment('(Translated by Google) Very good\n\n(Original)\nTrès bon')
 * // → 'Très bon'
 */
export function originalComment(comment: string): string {
  const original = /\(Original\)\s*([\s\S]*)$/.exec(comment);
  if (original && /^\s*\(Translated by Google\)/.test(comment)) return (original[1] ?? '').trim();
  return comment.replace(/\s*\(Translated by Google\)[\s\S]*$/, '').trim() || comment;
}

function words(value: unknown): string | undefined {
  const comment = wordsOf(value);
  return comment === undefined ? undefined : wordsOf(originalComment(comment));
}

function* businessReview(item: unknown, next: () => number): Iterable<Parsed> {
  const review = asObject(at(item, 'review')) ?? item;
  const stars = asText(at(review, 'starRating')) ?? '';
  const id = asText(at(review, 'reviewId')) ?? asText(at(review, 'name'))?.split('/').at(-1);
  if (id === undefined && !Object.hasOwn(STARS, stars)) return;
  const place = asText(at(review, 'name') ?? at(item, 'name'))?.replace(/\/reviews\/.*$/, '');
  const created = asText(at(review, 'createTime')),
    updated = asText(at(review, 'updateTime'));
  const reply = asObject(at(review, 'reviewReply'));
  yield {
    record: {
      ...base,
      row: next(),
      kind: 'review',
      id,
      threadId: id,
      authorName:
        at(review, 'reviewer', 'isAnonymous') === true
          ? undefined
          : asText(at(review, 'reviewer', 'displayName')),
      sentAt: timeOf(created),
      text: words(at(review, 'comment')),
      rating: Object.hasOwn(STARS, stars) ? STARS[stars] : undefined,
      ratingMax: 5,
      sourceName: place,
      replies: reply ? 1 : 0,
      edited: created !== undefined && updated !== undefined && created !== updated ? true : undefined,
    },
  };
  const answer = words(at(reply, 'comment'));
  if (answer === undefined) return;
  yield {
    record: {
      ...base,
      row: next(),
      kind: 'comment',
      id: id === undefined ? undefined : `${id}/reply`,
      threadId: id,
      parentId: id,
      sourceName: place,
      direction: 'outbound',
      authorIsBrand: true,
      sentAt: timeOf(at(reply, 'updateTime')),
      text: answer,
    },
  };
}

const mapsRating = (properties: unknown): number | undefined =>
  countOf(at(properties, 'five_star_rating_published') ?? at(properties, 'Star Rating'));

/** A review that the owner of the Takeout wrote about a place. */
function* mapsReview(item: unknown, next: () => number): Iterable<Parsed> {
  const properties = at(item, 'properties');
  const place =
    asText(at(properties, 'location', 'name')) ?? asText(at(properties, 'Location', 'Business Name'));
  const url = asText(at(properties, 'google_maps_url')) ?? asText(at(properties, 'Google Maps URL'));
  yield {
    record: {
      ...base,
      row: next(),
      kind: 'review',
      threadId: url ?? place,
      sentAt: timeOf(at(properties, 'date') ?? at(properties, 'Published')),
      text: words(at(properties, 'review_text_published') ?? at(properties, 'Review Comment')),
      rating: mapsRating(properties),
      ratingMax: 5,
      url,
      givenBrand: place,
      sourceName: place,
    },
  };
}

export const googleBusiness = described('google-business', {
  detect,
  parse: numberedItems(PATHS, (item, next) =>
    isFeature(item) ? mapsReview(item, next) : businessReview(item, next),
  ),
});
