import type { Source } from '../source.js';

/**
 * Every format that can be read, one line a format. Detection asks all of them and takes the best score; the order only
 * settles ties (earlier wins), so a narrow format stands before a wide one.
 */
export const SOURCES: readonly Source[] = [
  // private messages, chats, JSON

  // press, mail, feeds, markup

  // tables; the generic table last
];
