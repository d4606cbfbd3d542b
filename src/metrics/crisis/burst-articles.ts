import { subjectsOf } from './movement-subjects.js';
import {
  isFriendly,
  type CriticalMessage,
  type PublicMovement,
  type ReportingArticle,
} from './public-movement.js';

const DAY = 86_400_000;
/** An article reports a burst when it comes from a day before its start to a week after its end. */
const BEFORE = DAY;
const AFTER = 7 * DAY;
/** Fewer messages, or fewer titles, tell no product. */
const LEAST_MESSAGES = 5;
const LEAST_ARTICLES = 2;

interface Burst {
  readonly brand: string;
  /** `null`: all drivers together. */
  readonly driver: string | null;
  readonly start: number;
  readonly end: number;
  readonly messages: readonly CriticalMessage[];
}

/** The product that most of these name, of those that name one and of so many at least. */
function productOf(
  told: readonly { readonly products: readonly string[] }[],
  least: number,
): string | undefined {
  const counts = new Map<string, number>();
  const naming = told.filter(({ products }) => products.length > 0);
  for (const product of naming.flatMap(({ products }) => products))
    counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].find(([, n]) => n >= least && n > naming.length / 2)?.[0];
}

/** Whether an article comes from the start of a movement to a week after its end; of one with only a day, its end counts. */
export const isAround = (
  { at, dayOnly }: Pick<ReportingArticle, 'at' | 'dayOnly'>,
  { start, end }: Pick<Burst, 'start' | 'end'>,
): boolean => at + (dayOnly ? DAY : 0) >= start && at <= end + AFTER;

/** The articles that report a burst, of those that are not friendly. */
export function articlesOf(burst: Burst, { articles, reported }: PublicMovement): ReportingArticle[] {
  const ids = new Set(burst.messages.map(({ messageId }) => messageId));
  const subjects = new Set(burst.driver === null ? subjectsOf(burst.messages) : [burst.driver]);
  const near = articles.filter(
    (article) =>
      !isFriendly(article) && article.at >= burst.start - BEFORE && article.at <= burst.end + AFTER,
  );
  const about = near.filter(({ messageId, brands, drivers }) =>
    [...(reported.get(messageId) ?? [])].some((id) => ids.has(id))
      ? true
      : (brands.length === 0 || brands.includes(burst.brand)) &&
        drivers.some((driver) => subjects.has(driver)),
  );
  // who comments under a post does not name what it is about: then the titles on the subject do
  const product = productOf(burst.messages, LEAST_MESSAGES) ?? productOf(about, LEAST_ARTICLES);
  if (product === undefined) return about;
  const known = new Set(about);
  return near.filter(
    (article) =>
      known.has(article) ||
      // a title alone may name the product and no driver; what a first sentence names is the matter while the burst lasts
      (article.drivers.length === 0 &&
        isAround(article, burst) &&
        (article.brands.length === 0 || article.brands.includes(burst.brand)) &&
        (article.products.includes(product) ||
          (article.at <= burst.end && article.leadProducts.includes(product)))),
  );
}

/** What a brand lives through is in the news from a few days before its public notices to a week after. */
const NEWS_BEFORE = 3 * DAY;

/**
 * Articles that name the brand of a movement around it and are read as on no driver: they may report it, as no word of theirs tells. A
 * movement with such articles is not one without press.
 */
export const articlesNear = (
  movement: Pick<Burst, 'brand' | 'start' | 'end'> & { readonly articles: readonly ReportingArticle[] },
  all: readonly ReportingArticle[],
): number =>
  all.filter(
    (article) =>
      article.drivers.length === 0 &&
      article.brands.includes(movement.brand) &&
      !isFriendly(article) &&
      article.at >= movement.start - NEWS_BEFORE &&
      article.at <= movement.end + AFTER &&
      !movement.articles.some(({ messageId }) => messageId === article.messageId),
  ).length;
