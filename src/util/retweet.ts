/** How a text begins that passes on another's: “RT @name”, or the name alone with a colon, as tools write it that drop the @; for JavaScript and RE2 alike. */
export const RETWEET = String.raw`^RT (@|[\p{L}_][\p{L}\d_.\-]{1,30}:\s|\p{Lu}[\p{L}.\-]*( \p{Lu}[\p{L}.\-]*){1,2}:\s)`;
/** Who asks to be passed on is no name; case is of no matter. */
export const ASKS_RETWEET = String.raw`^RT (svp|stp|please|pls|plz|merci|urgent|important|infos?|alerte?|rappel|attention|partagez|tous|massif|if|si|pour|to|for|et|and)\b`;

const PASSES_ON = new RegExp(RETWEET, 'u'),
  ASKS = new RegExp(ASKS_RETWEET, 'i');

/**
 * Length of the beginning that says a text passes on another's, 0 where it is the author's own. After “RT @” the name is left to the
 * caller.
 *
 * @example
 * ['RT @lea: Rassis', 'RT lea: Rassis', 'RT svp: rappel', 'RT 2012 : la norme', 'RT France : un an'].map(retweetLength)
 * // → [4, 8, 0, 0, 0]
 */
export const retweetLength = (text: string): number =>
  text.startsWith('RT ') && !ASKS.test(text) ? (PASSES_ON.exec(text)?.[0].length ?? 0) : 0;
