import { foldName } from './text-names.js';

/** Columns that the tables of one network alone have. */
const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:re)?tweets?\b/, 'x'],
  [/^subreddit\b|^created utc$/, 'reddit'],
  [/^(?:asin|(?:product|parent) asin)$/, 'amazon'],
];

/**
 * The network that a column shows, whatever stands in it: a tweet, a subreddit, the number of an article of Amazon.
 *
 * @example
 * [networkOfColumns(['Date', 'User', 'Tweet']), networkOfColumns(['Date', 'Texte'])] // → ['x', undefined]
 */
export const networkOfColumns = (names: readonly string[]): string | undefined => {
  const folded = names.map((name) => foldName(name.toLowerCase()));
  return COLUMNS.find(([column]) => folded.some((name) => column.test(name)))?.[1];
};
