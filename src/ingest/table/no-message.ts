import type { Draft } from './column-map.js';
import { isOfImports } from './find-header.js';

const TOTAL =
  /^(?:grand |sous-?|sub-?)?tota(?:l|ux)(?: g[ée]n[ée]ral| g[ée]n[ée]raux)?\b|^(?:moyenne|average|mean|somme|sum|gesamt|summe|durchschnitt|promedio|totale)\b/i;
const FOOTNOTE =
  /^(?:\*|source|sources|note|notes|nb|n\.b\.|l[ée]gende|filtres?(?: appliqu[ée]s)?|applied filters|filters?|g[ée]n[ée]r[ée] le|generated|export(?:ed|[ée]) (?:on|le|by|par)|extrait le|extraction|p[ée]rim[èe]tre|base|champ|copyright|©)\b.*[:：]|^\*\s|^©/i;
/** What survey tools write in lines under the header: kinds of answers, where a column is imported from. */
const SECOND_HEADER =
  /^(?:open-ended response|r[ée]ponse (?:ouverte|libre)|offene antwort|respuesta abierta|\{"ImportId":.*\})$/i;
/** Characters that a total or a footnote has at most. */
const LONG = 300;

/** A total that says no more. */
const BARE_TOTAL = /^(?:grand |sous-?|sub-?)?tota(?:l|ux)(?: g[ée]n[ée]ral| g[ée]n[ée]raux)? ?:?$/i;
const FIGURE = /^[-+\d\s.,%€$/]+$/;
/** A number with what it counts: "4 avis". */
const COUNT = /^[\d\s.,]+[ \u00A0]?\p{L}{1,12}$/u;

/** Dashes between rows, as tables in Markdown and of terminals draw them. */
const LINE = /^[\s:+|]*[-=_]{2,}[\s:+|=_-]*$/;

/** Whether a row of a table of so many columns is a total or a note by its own words alone. */
export function totalOrNote(cells: readonly string[], width: number): string | undefined {
  const [first = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (first.length > LONG) return undefined;
  if (isOfImports(cells)) return 'a second line of headers';
  if (others.length > 0 && [first, ...others].every((cell) => LINE.test(cell)))
    return 'a line between the rows';
  const isCounted = (cell: string): boolean =>
    FIGURE.test(cell) || (BARE_TOTAL.test(first) && COUNT.test(cell));
  if (TOTAL.test(first) && others.every(isCounted)) return 'a total';
  return others.length === 0 && width >= 3 && FOOTNOTE.test(first)
    ? 'a note under or between the rows'
    : undefined;
}

/**
 * Why a row of a table is no message: a total, a footnote or a second line of headers, in a row with no text of its own and no readable date. `undefined` for
 * any other row.
 *
 * @param width columns of the table
 */
export function noMessage(
  draft: Draft,
  { cells }: { readonly cells: readonly string[] },
  width: number,
): string | undefined {
  if (width < 2) return undefined;
  if (draft.sentAt?.epochMs !== undefined && draft.sentAt.epochMs !== null) return undefined;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  if (first.length > LONG) return undefined;
  if (cells[0]?.trim() === '' || first.startsWith('{'))
    if (filled.some((cell) => SECOND_HEADER.test(cell.trim()))) return 'a second line of headers';
  const alone = filled.length === 1;
  const wordless = draft.text === undefined && draft.title === undefined;
  if (wordless && TOTAL.test(first)) return 'a total';
  const told = totalOrNote(cells, width);
  if (told !== undefined) return told;
  // the name of a group of a list of work stands where its items have their titles
  const isGroup = draft.text === undefined && width >= 3;
  return alone && (wordless || isGroup) && draft.url === undefined && draft.rating === undefined
    ? 'one cell that is no text: a note under or between the rows'
    : undefined;
}

/** A row without any words: `media` when it is an item all the same, `nothing` when it is none. */
export function emptiness(draft: Draft): 'media' | 'nothing' | undefined {
  if (draft.text !== undefined || draft.title !== undefined || draft.rating !== undefined) return undefined;
  const isItem = draft.id !== undefined || draft.url !== undefined || draft.sentAt !== undefined;
  if (!isItem) return 'nothing';
  return draft.kind === 'article' ||
    draft.kind === 'ticket' ||
    draft.kind === 'review' ||
    draft.kind === 'deleted' ||
    draft.kind === 'system'
    ? undefined
    : 'media';
}
