/** A number for a value in SQL, the same for equal ones; 0 where there is none. */
export const key = (value: string): string =>
  `CASE WHEN ${value} IS NULL THEN 0 ELSE CAST(hash(${value}) >> 11 AS DOUBLE) + 1 END`;
const keyOf = (kind: string): string => `list_filter(contactKeys, k -> starts_with(k, '${kind}:'))[1]`;
/** The number of the first key of a kind. */
export const contact = (kind: string): string => key(keyOf(kind));
/** A cut of the key of a kind, after its prefix, from the digit `from` on; the columns that hold spellings have one space of values. */
export const cut = (kind: string, from: number, digits: number): string =>
  `substr(${keyOf(kind)}, ${kind.length + 1 + from}, ${digits})`;
/** Names and handles as they are spelt; names with one word cut to its first letter. */
export const WHOLE = [cut('name', 1, 12), cut('spelt', 1, 12)] as const;
export const SHORT = [cut('parts', 11, 12), cut('parts', 23, 12)] as const;
const marked = (mark: string, values: readonly string[]): string =>
  values.map((value) => `'${mark}:' || ${value}`).join(', ');
/** What a message may be met by: whole names and handles meet whole ones and short ones, short ones only whole ones. */
export const OFFERED = `list_concat(list_filter(contactKeys, k -> NOT starts_with(k, 'parts:')), [${marked('whole', WHOLE)}, ${marked('short', SHORT)}])`;
export const SOUGHT = `list_concat(contactKeys, [${marked('whole', [...WHOLE, ...SHORT])}, ${marked('short', WHOLE)}])`;
/** As a part of a query over messages `m`: those of the public that share an identifier with a private one. */
export const KNOWN = `, privateKeys AS (SELECT DISTINCT unnest(${OFFERED}) AS k FROM m WHERE stage = 'private' AND direction = 'inbound'),
  known AS (SELECT DISTINCT position FROM (SELECT position, unnest(${SOUGHT}) AS k FROM m WHERE stage = 'public' AND NOT complaint) JOIN privateKeys USING (k))`;
