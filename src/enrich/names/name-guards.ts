/** Brands, products, places, works and masks: where they stand no name is masked. */
import { createEntityFinder, type EntityFinder } from '../entities/entities.js';
import { entriesOf, loadGazetteer } from '../entities/gazetteer.js';
import { loadGivenNames } from './given-names.js';
import { PLACES_AND_WORKS, brandsLikePersons, isBought } from './name-bearers.js';
import { eachMatch } from './name-spans.js';
import type { NameSpan } from './told-names.js';
import { TokenBuffer } from '../words/tokens.js';

/** Three names in a row and more: a brand among them makes all of them brands. */
const ROW = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}-]+(?:(?:, | (?:et|ou|and|or|&) )\p{Lu}[\p{L}-]+){2,}/gu;

/** Masks, links, accounts, hashtags; places and works. */
const STAYING = [/\[[^\]\n]{1,20}\]|https?:\S+|[@#][\p{L}\p{N}_.…-]+/gu, ...PLACES_AND_WORKS];

const guardsOf = (keep: readonly string[]): EntityFinder =>
  createEntityFinder([
    ...loadGazetteer('brands'),
    ...loadGazetteer('places'),
    ...entriesOf('brand', [...keep.map((name) => ({ name, aliases: [] })), ...brandsLikePersons()]),
  ]);

let last: { readonly kept: string; readonly finder: EntityFinder } | undefined;

/** Finds brands and places of the gazetteers, and the names to keep. The last one made serves again for the same names. */
export function createGuards(keep: readonly string[] = []): EntityFinder {
  const kept = JSON.stringify(keep);
  if (last?.kept !== kept) last = { kept, finder: guardsOf(keep) };
  return last.finder;
}

/**
 * The spans of a text that are no person's.
 *
 * @example
 * guardedSpans('Du Monsieur Propre, encore', createGuards()).map(({ start, end }) => [start, end])
 * // → [[3, 18]]
 */
export function guardedSpans(text: string, finder: EntityFinder, tokens = new TokenBuffer()): NameSpan[] {
  tokens.tokenize(text);
  const brands: NameSpan[] = [];
  const spans = finder.find(tokens).flatMap((found): NameSpan[] => {
    const start = tokens.starts[found.start] as number,
      end = tokens.ends[found.end - 1] as number;
    const isGiven = loadGivenNames().all.has(text.slice(start, end).toLowerCase());
    if (!isGiven && (found.kind === 'brand' || found.kind === 'retailer')) brands.push({ start, end });
    // "Rose" is no rosé, "Nicolas" a cellar where one shops there
    return isGiven &&
      (found.kind === 'product' ||
        !isBought(found.kind, text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)))
      ? []
      : [{ start, end }];
  });
  for (const pattern of STAYING)
    for (const { 0: whole, index } of eachMatch(text, pattern))
      spans.push({ start: index, end: index + whole.length });
  if (brands.length > 0)
    for (const { 0: row, index } of eachMatch(text, ROW))
      if (brands.some(({ start, end }) => start >= index && end <= index + row.length))
        spans.push({ start: index, end: index + row.length });
  return spans;
}
