/** What pages of chats have in common: their elements, and whose download they are. */
import { htmlToText } from '../markup/html.js';
import { wordsOf } from '../json/json-records.js';

/** A page of one message at most. */
export const MAX_MESSAGE = 4 * 1024 * 1024;

const DIV = /<(\/?)div\b[^<>]*>/gi;

/** What stands in a `div` whose content begins there. */
export function innerDiv(html: string, from: number): string {
  let depth = 1;
  DIV.lastIndex = from;
  for (let tag = DIV.exec(html); tag !== null; tag = DIV.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(from, tag.index);
  }
  return html.slice(from);
}

/** The readable words of a piece of a page. */
export const wordsIn = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : wordsOf(htmlToText(html));

/** A chat of two is titled after the other one: who else writes in it owns the download. */
export function ownerOf(
  title: string | undefined,
  senders: readonly (string | undefined)[],
): string | undefined {
  const names = new Set(senders.filter((name) => name !== undefined));
  const others = [...names].filter((name) => name !== title);
  return names.size === 2 && others.length === 1 ? others[0] : undefined;
}
