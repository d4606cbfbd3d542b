import { localTime } from '../engine/dimensions.js';
import { humanMessage } from '../engine/human-messages.js';

/** Fragments of SQL that several metrics share, so that a population is defined once. */

/** Messages of customers: inbound, private or public, a person's own words. */
export const CUSTOMER = `direction = 'inbound' AND stage <> 'press' AND NOT authorIsBrand AND ${humanMessage()}`;

/** Customers' messages in public. */
export const PUBLIC_CUSTOMER = `${CUSTOMER} AND stage = 'public'`;

/** Customers' messages in public, and the posts of other customers that they passed on. */
export const PUBLIC_VOICE = `direction = 'inbound' AND stage = 'public' AND NOT authorIsBrand AND (${humanMessage()} OR (speech = 'reshare'
  AND (textKey IS NULL OR textKey NOT IN (SELECT textKey FROM storedMessages WHERE stage = 'public' AND direction = 'outbound' AND textKey IS NOT NULL))))`;

/** Mentions in public and in the press that the brand did not write itself. */
const VOICED = `direction = 'inbound' AND NOT authorIsBrand AND stage <> 'private' AND ${humanMessage()}`;

/** Exports of one page, profile, shop or application: what stands in them was said at a brand's own place. */
const PAGE_FORMATS =
  'agorapulse amazon-reviews app-store buffer disqus exportcomments facebook-graph facepager google-business google-play-scraper hootsuite instagram-apify-comments isso later linkedin-comments minet-facebook-comments minet-youtube-comments netvizz-comments play-console sprout-social tiktok-account tiktok-apify-comments trustpilot-business trustpilot-json trustpilot-table wordpress youtube-uci'
    .split(' ')
    .map((format) => `'${format}'`)
    .join(', ');

/**
 * Mentions heard by open listening: not under a brand's own posts, nor from the export of one page, nor a review of one shop. What is
 * said at a brand's own place tells nothing of its share of voice.
 */
export const OPEN_VOICED = `${VOICED} AND format NOT IN (${PAGE_FORMATS}) AND kind <> 'review'
  AND (threadId IS NULL OR threadId NOT IN (SELECT threadId FROM main.storedMessages WHERE threadId IS NOT NULL AND stage = 'public'
    AND direction = 'outbound' AND kind = 'post' AND parentId IS NULL))`;

/** What volumes count: messages of persons on both sides, and articles, each once. */
export const SPOKEN = `direction <> 'internal' AND ${humanMessage()}`;

/** The press, each article once. */
export const PRESS = `stage = 'press' AND ${humanMessage()}`;

/** What may be quoted: the text of a person, in public. */
export const QUOTABLE = `${PUBLIC_CUSTOMER} AND text IS NOT NULL`;
/** A review whose own stars say the contrary of the tone that is read is quoted for neither. */
export const BY_ITS_STARS = `coalesce(CASE sentiment WHEN 'negative' THEN rating / ratingMax <= 0.6 WHEN 'positive' THEN rating / ratingMax >= 0.6 END, true)`;

/** What may be quoted when private texts may: of files whose stage is a guess none. */
export const QUOTABLE_WITH_PRIVATE = `${CUSTOMER} AND text IS NOT NULL AND file NOT IN (SELECT file FROM main.doubts WHERE reason = 'guessed-stage')`;

/** How many rows meet a condition. */
export const countWhere = (condition: string): string =>
  `CAST(count(*) FILTER (WHERE ${condition}) AS DOUBLE)`;

/** Units in which time is cut. */
export type Grain = 'week' | 'month' | 'quarter';

/** First day of the period an instant falls in, as text `2026-03-02`, in the zone of the parameter `$zone`. Weeks begin on Monday. */
export function periodOf(instant: string, grain: Grain): string {
  return `strftime(date_trunc('${grain}', ${localTime(instant, '$zone')}), '%Y-%m-%d')`;
}

/**
 * Messages counted by what they are in some columns and by quarter of an hour, `sentAt` and `n`: no zone cuts one, and what time it is there
 * is asked for each once.
 */
export const quarterHours = (where: string, ...columns: readonly string[]): string =>
  `(SELECT time_bucket(INTERVAL 15 MINUTE, sentAt) AS sentAt${columns.map((name) => `, ${name}`).join('')}, count(*) AS n FROM storedMessages WHERE ${where} GROUP BY ALL)`;

/** One row for each driver of each message, with its sentiment: columns of `messages` and `driver`, `driverSentiment`. */
export const MESSAGE_DRIVERS = `(SELECT *, unnest(drivers) AS driver, unnest(driverSentiments) AS driverSentiment FROM storedMessages WHERE len(drivers) > 0)`;

/** One row for each value of a list column: columns of `messages` and `item`. */
export const messageItems = (column: string): string =>
  `(SELECT *, unnest(${column}) AS item FROM storedMessages WHERE len(${column}) > 0)`;

/**
 * A key as a number by which it is told apart: a long text takes a microsecond to cross from DuckDB. 53 bits of its hash: that any two of a
 * million keys are taken for one has a chance of 1 in 18,000.
 */
export const keyNumber = (key: string): string => `CAST(hash(${key}) >> 11 AS DOUBLE)`;
