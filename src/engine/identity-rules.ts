import { LOCAL_PLATFORMS } from '../model/index.js';
import { sqlText } from './database.js';

/** An id made of the content, see `messageId`. */
export const CONTENT_ID = "'^[^:]*:~[0-9a-f]{16}(#[0-9]+)?$'";
/** What an id gets because another source, or another message of one file, has the one it was given. */
export const TOLD_APART = "'(~~[0-9a-f]{12})*(#[0-9]+)?$'";
export const LOCAL_IDS = `(${LOCAL_PLATFORMS.map(sqlText).join(', ')})`;
/** Letters from which an equal text under an equal id is one message, whenever it was dated. */
export const LONG_TEXT = 40;
/** Whether a row (`words`, `sent`, `author`, `timed`) and an earlier one of its id, told by `1`, were written at one moment by one author. */
export const SAME_MOMENT = 'coalesce(timed AND sent = sent1 AND author IS NOT DISTINCT FROM author1, false)';
/** What parts words, by ranges: "no letter and no digit" of all scripts takes DuckDB 4 ms to prepare, each time it is written. */
const BETWEEN_WORDS = String.raw`[\x00-/:-@\[-\x60{-\x{bf}\x{d7}\x{f7}\x{2000}-\x{2bff}\x{3000}-\x{303f}\x{1f000}-\x{1faff}]+`;
const wordsOf = (text: string): string =>
  `list_distinct(list_filter(string_split_regex(lower(${text}), '${BETWEEN_WORDS}'), w -> w <> ''))`;
/** Whether two texts share that part of the words of the shorter. */
const sharing = (part: number, a: string, b: string): string =>
  `(len(list_intersect(${wordsOf(a)}, ${wordsOf(b)})) >= ${part} * least(len(${wordsOf(a)}), len(${wordsOf(b)})))`;
/** Whether two texts share half of the words of the shorter. */
export const alike = (a: string, b: string): string => sharing(0.5, a, b);
export const ALIKE = alike('words', 'words1');
/**
 * Whether a row is a version of an earlier one of its id in another file: nearly all its words, or half of them where it shares fewer with
 * a row of another id of that file (`words2`). Answers to one question are alike whoever gives them.
 */
export const VERSION = `(${sharing(0.9, 'words', 'words1')} OR ${ALIKE} AND NOT coalesce(${alike('words', 'words2')}, false))`;
/** Equal short answers of different days are two. */
export const SHORT_TWICE = `words = words1 AND length(words) < ${LONG_TEXT} AND abs(epoch_ms(sent) - epoch_ms(sent1)) > 86400000`;
/** What is compared of a row. */
export const FACTS = `authorKey AS author, sentAt AS sent, concat_ws(' ', title, text) AS words,
  NOT dayOnly AND sentAt <> date_trunc('day', sentAt) AS timed`;
