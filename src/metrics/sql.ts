/** Fragments of SQL that several metrics share, so that a population is defined once. */

/** Messages of customers: inbound, private or public, written by a person. */
export const CUSTOMER = `direction = 'inbound' AND stage <> 'press' AND NOT authorIsBrand AND kind NOT IN ('system', 'deleted')`;

/** Customers' messages in public. */
export const PUBLIC_CUSTOMER = `${CUSTOMER} AND stage = 'public'`;

/** The press. */
export const PRESS = `stage = 'press'`;

/** What may be quoted: the text of a person, in public, not a repost. */
export const QUOTABLE = `${PUBLIC_CUSTOMER} AND text IS NOT NULL AND kind <> 'share'`;

/** Units in which time is cut. */
export type Grain = 'week' | 'month' | 'quarter';

/** First day of the period an instant falls in, as text `2026-03-02`, in the zone of the parameter `$zone`. Weeks begin on Monday. */
export function periodOf(instant: string, grain: Grain): string {
  return `strftime(date_trunc('${grain}', timezone($zone, timezone('UTC', ${instant}))), '%Y-%m-%d')`;
}

/** One row for each driver of each message, with its sentiment: columns of `messages` and `driver`, `driverSentiment`. */
export const MESSAGE_DRIVERS = `(SELECT *, unnest(drivers) AS driver, unnest(driverSentiments) AS driverSentiment FROM messages WHERE len(drivers) > 0)`;

/** One row for each value of a list column: columns of `messages` and `item`. */
export const messageItems = (column: string): string =>
  `(SELECT *, unnest(${column}) AS item FROM messages WHERE len(${column}) > 0)`;
