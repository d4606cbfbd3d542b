/** Names of columns in which care tools keep what a conversation is about; case and accents are folded. */
const TAG =
  '(^|[ _-])(tags?|etiquettes?|motifs?|categor(y|ie)s?|reason|topic|sujet|type de (demande|contact|ticket)|ticket type|disposition|label)($|[ _-])';
/** Words by which care tools call a complaint. */
const NAMED =
  'reclam|plainte|litige|complain|insatisf|mecontent|sav|incident|problem|issue|refund|rembours|defect|defaut|claim';

const fold = (value: string): string => `lower(strip_accents(${value}))`;

/** Of private messages with a column `attributes`: what a care tool files each under, and whether that is a word of complaint. */
const told = (columns: string, rows: string): string =>
  `SELECT ${columns}, pair.key AS name, regexp_matches(${fold("pair.value ->> '$'")}, '${NAMED}') AS complains
    FROM ${rows}, json_each(attributes) AS pair WHERE attributes IS NOT NULL AND regexp_matches(${fold('pair.key')}, '${TAG}') AND (pair.value ->> '$') <> ''`;

/**
 * What the care tool files a conversation under, in SQL: for each `key` of `rows` (messages with the columns `attributes` and `format`) that has a tag, reason or
 * category, whether one of them is a word of complaint (`asComplaint`). No row: the tool says nothing. A column that names no complaint in any of the messages `all` of
 * its format files by something else (how the ticket came, who treats it) and says nothing either.
 *
 * @example
 * filedAs('messages', 'threadId', 'messages').includes('GROUP BY ALL')
 * // → true
 */
export const filedAs = (rows: string, key: string, all: string): string =>
  `SELECT ${key}, bool_or(complains) AS asComplaint FROM (${told(`${key}, format`, rows)})
    WHERE (format, name) IN (SELECT DISTINCT (format, name) FROM (${told('format', all)}) WHERE complains) GROUP BY ALL`;
