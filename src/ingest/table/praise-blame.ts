/** Reviews in two columns: what pleased and what did not. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { factsOf } from './column-facts.js';
import { foldedNames } from './text-names.js';

const PRAISE = /\b(?:positi(?:fs?|ves?)|points? forts?|pros|avantages?|(?<!dis)liked)\b/,
  BLAME = /\b(?:negati(?:fs?|ves?)|points? faibles?|cons|inconvenients?|disliked)\b/;
/** Share of the cells with several words. */
const WORDS = 0.4;

/** Whether a column is called after one half of a review. */
export const isHalf = (name: string): boolean => PRAISE.test(name) !== BLAME.test(name);

/** The other half, where the text is one: both stand in the message. */
export function otherHalf(table: TablePeek, { text, ...others }: Guess): readonly number[] {
  const names = foldedNames(table),
    own = names[text ?? -1] ?? '';
  if (!isHalf(own)) return [];
  const wanted = PRAISE.test(own) ? BLAME : PRAISE,
    taken = Object.values(others);
  const at = names.findIndex(
    (name, index) =>
      isHalf(name) &&
      wanted.test(name) &&
      !taken.includes(index) &&
      factsOf(
        name,
        table.rows.map((cells) => cells[index] ?? ''),
      ).words >= WORDS,
  );
  return at < 0 ? [] : [at];
}
