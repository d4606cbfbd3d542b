/** Rows of a page of reviews or comments that nobody but the brand sees: held back, refused, spam. */
import type { TablePeek } from '../bytes/export-file.js';
import { foldName } from './text-names.js';

/** Columns that say whether a row is published. */
const PUBLISHED =
  /^(?:is )?(?:published|publiee?|approved|approuvee?|(?:comment|review|avis) (?:approved|status|state)|moderation(?: status| state)?|statut (?:de )?(?:la )?(?:publication|moderation)|(?:publication|publishing) status|visible|visibility|curated)$/;
/** Columns that may say it, where their cells are words of moderation alone. */
const STATE = /^(?:status|state|statut|etat)$/;
const SHOWN =
  /^(?:true|1|yes|oui|vrai|ok|approved|approuvee?|published|publiee?|public|visible|live|active|en ligne)$/;
const HELD =
  /^(?:false|0|no|non|faux|pending(?: \w+)?|hold|not yet|en attente(?: .{1,30})?|a moderer|spam|trash|corbeille|rejected|refusee?|rejetee?|declined|unpublished|non publiee?|not published|unapproved|hidden|masquee?|private|draft|brouillon|archived)$/;

const wordOf = (cell: string | undefined): string => foldName((cell ?? '').toLowerCase());

/** Tells the rows that are not published; `undefined` where no column says it of any. */
export function unpublishedRows(table: TablePeek): ((cells: readonly string[]) => boolean) | undefined {
  const told = table.names.flatMap((name, at) => {
    const folded = foldName(name);
    if (!PUBLISHED.test(folded) && !STATE.test(folded)) return [];
    const words = table.rows.map((cells) => wordOf(cells[at])).filter((word) => word !== '');
    const known = words.length > 0 && words.every((word) => SHOWN.test(word) || HELD.test(word));
    return known && (PUBLISHED.test(folded) || words.some((word) => SHOWN.test(word))) ? [at] : [];
  });
  return told.length === 0 ? undefined : (cells) => told.some((at) => HELD.test(wordOf(cells[at])));
}
