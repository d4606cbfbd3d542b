/**
 * A person's own message, in SQL over the columns of `messages`: neither a notice of the platform, nor an automatic reply, a repeat, a
 * reshare or the mail of a supplier, an applicant or an advertiser, nor a text its author withdrew. The one predicate that metrics and cases count messages by.
 *
 * @example
 * `SELECT count(*) FROM messages WHERE ${humanMessage()} AND direction = 'inbound'`.includes("speech = 'own'")
 * // → true
 */
export const humanMessage = (table = ''): string =>
  `${prefix(table)}speech = 'own' AND ${prefix(table)}kind <> 'deleted'`;

/** A customer’s rating in private without a word, which has neither a tone nor a key: it asks for no answer. */
export const RATES_ALONE = `(stage = 'private' AND direction = 'inbound' AND rating IS NOT NULL AND sentiment IS NULL AND textKey IS NULL)`;

/** A reply of the brand that a person wrote and the customer can see. */
export const humanReply = (table = ''): string =>
  `${humanMessage(table)} AND ${prefix(table)}direction = 'outbound'`;

/** A reply that no person wrote. */
export const AUTOMATIC_REPLY = `speech = 'automatic' AND direction = 'outbound'`;

const prefix = (table: string): string => (table === '' ? '' : `${table}.`);
