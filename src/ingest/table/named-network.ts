import type { TablePeek } from '../bytes/export-file.js';
import type { Stage } from '../../model/index.js';
import { foldName } from './text-names.js';

/** Columns that the tables of one network alone have. */
const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:re)?tweets?\b/, 'x'],
  [/^subreddit\b|^created utc$/, 'reddit'],
  [/^owner profile pic url$/, 'instagram'],
  [/^content offset seconds$/, 'twitch'],
  [/^(?:asin|(?:product|parent) asin)$/, 'amazon'],
];

/**
 * The network that a column shows, whatever stands in it: a tweet, a subreddit, the number of an article of Amazon, what Instagram calls the picture of an account.
 *
 * @example
 * [networkOfColumns(['Date', 'User', 'Tweet']), networkOfColumns(['Date', 'Texte'])] // → ['x', undefined]
 */
export const networkOfColumns = (names: readonly string[]): string | undefined => {
  const folded = names.map((name) => foldName(name.toLowerCase()));
  return COLUMNS.find(([column]) => folded.some((name) => column.test(name)))?.[1];
};

/** A score beside counts of comments is one of votes. */
export const isOfVotes = (names: readonly string[]): boolean =>
  names.some((name) => /^(?:subreddit|upvote ratio|(?:num|comms|n) (?:comments|num|comms))$/.test(name));

const OF_FORUM = /^(?:forum id|topic id|topic title|post (?:number|subject|text|time|username|visibility))$/;
const FORUM_COLUMNS = 3;

/** Whether the columns are those in which forums keep their posts. */
export const isForum = (names: readonly string[]): boolean =>
  names.filter((name) => OF_FORUM.test(name)).length >= FORUM_COLUMNS;

/** A column that holds the numbers by which Google knows places. */
const ofGoogle = ({ names, rows }: TablePeek): boolean =>
  names.some((name, at) => {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    return (
      /^(?:google )?place id$/.test(foldName(name)) &&
      cells.length > 0 &&
      cells.every((cell) => /^ChIJ[\w-]{10,}$/.test(cell))
    );
  });

/** The platform of rows that do not tell theirs: the network that a column shows, for what is public Google where rows tell its places. */
export const platformOfTable = (table: TablePeek | undefined, stage: Stage): string =>
  networkOfColumns(table?.names ?? []) ?? (stage === 'public' && table && ofGoogle(table) ? 'google' : 'web');
