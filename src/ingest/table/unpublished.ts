/** Rows of a page of reviews or comments that nobody but the brand sees: held back, refused, spam, direct messages. */
import type { TablePeek } from '../bytes/export-file.js';
import { isPrivateChannel } from '../values/channels.js';
import { privateKinds } from './kind-column.js';
import { foldName } from './text-names.js';

/** Columns that say whether a row is published. */
const PUBLISHED =
  /^(?:is )?(?:published|publiee?|validated?|approved|approuvee?|(?:comment|review|avis) (?:approved|status|state)|moderation(?: status| state)?|statut (?:(?:de )?(?:la )?(?:publication|moderation)|de l avis)|(?:publication|publishing) status|visible|visibility|curated)$/;
/** Columns that may say it, where their cells are words of moderation alone. */
const STATE = /^(?:status|state|statut|etat)$/;
const SHOWN =
  /^(?:true|1|yes|oui|vrai|ok|approved|approuvee?|accepted|acceptee?|validee?|published|publiee?|public|visible|live|active|en ligne|flagged|reported|signalee?)$/;
const HELD =
  /^(?:false|0|no|non|faux|pending(?: \w+)?|hold|heldforreview|likelyspam|not yet|en attente(?: .{1,30})?|a (?:moderer|valider)|en (?:cours de )?(?:moderation|validation)|(?:post )?trash(?:ed)?|spam|corbeille|rejected|refusee?|rejetee?|denied|disapproved|declined|blocked|bloquee?|removed|deleted|supprimee?|unpublished|non (?:publiee?|validee?|approuvee?)|not (?:published|approved)|unapproved|hidden|masquee?|private|draft|brouillon|archived)$/;
/** Share of the words of a column named for it from which it says whether rows are published, be some unknown. */
const KNOWN = 0.5;

const wordOf = (cell: string | undefined): string => foldName((cell ?? '').toLowerCase());

/** Whether a word of moderation says that nobody but the brand sees the text. */
export const isHeld = (word: string | undefined): boolean => HELD.test(wordOf(word));

/** What a text is that nobody but the brand sees. */
export const UNSEEN = { stage: 'private', kind: 'message', channel: 'message' } as const;

/** Tells the rows that nobody but the brand sees; `undefined` where no column says it of any. */
export function unpublishedRows(table: TablePeek): ((cells: readonly string[]) => boolean) | undefined {
  const told = table.names.flatMap((name, at) => {
    const folded = foldName(name);
    if (!PUBLISHED.test(folded) && !STATE.test(folded)) return [];
    const words = table.rows.map((cells) => wordOf(cells[at])).filter((word) => word !== '');
    const known =
      words.filter((word) => SHOWN.test(word) || HELD.test(word)).length / Math.max(1, words.length);
    const says = PUBLISHED.test(folded)
      ? known >= KNOWN
      : known === 1 && words.some((word) => SHOWN.test(word));
    return says ? [at] : [];
  });
  const kinds = privateKinds(table);
  if (told.length === 0 && kinds === undefined) return undefined;
  return (cells) =>
    told.some((at) => isHeld(cells[at])) || (kinds !== undefined && isPrivateChannel(cells[kinds] ?? ''));
}
