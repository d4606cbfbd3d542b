/** Names of columns in which care tools keep what a conversation is about; case and accents are folded. */
const TAG =
  '(^|[ _-])(tags?|etiquettes?|motifs?|categor(y|ie)s?|reason|topic|sujet|type de (demande|contact|ticket)|ticket type|disposition|label)($|[ _-])';
/** Words by which care tools call a complaint. */
const NAMED =
  'reclam|plainte|litige|complain|insatisf|mecontent|sav|incident|problem|issue|refund|rembours|defect|defaut|claim';

const fold = (value: string): string => `lower(strip_accents(${value}))`;

/**
 * What the care tool files a conversation under, in SQL: for each `key` of `rows` (messages with a column `attributes`) that has a tag, reason or category,
 * whether one of them is a word of complaint (`asComplaint`). No row: the tool says nothing.
 *
 * @example
 * filedAs('messages', 'threadId').includes('GROUP BY ALL')
 * // → true
 */
export const filedAs = (rows: string, key: string): string =>
  `SELECT ${key}, bool_or(regexp_matches(${fold('value')}, '${NAMED}')) AS asComplaint
    FROM (SELECT ${key}, pair.key AS name, pair.value ->> '$' AS value FROM ${rows}, json_each(attributes) AS pair WHERE attributes IS NOT NULL)
    WHERE regexp_matches(${fold('name')}, '${TAG}') AND value <> '' GROUP BY ALL`;
