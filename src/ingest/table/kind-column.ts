/** Tables whose rows are comments, or say whether they are. */
import type { ExportFile, TablePeek } from '../bytes/export-file.js';
import { isPrivateChannel } from '../values/channels.js';
import { platformOf } from '../values/networks.js';
import type { Draft } from './column-map.js';
import { foldedNames, foldName } from './text-names.js';

const KIND_NAMES =
  /^(?:type|kind|(?:item|content|message|post|interaction|activity) type|type (?:d |de |du |de l )?(?:element|contenu|publication|message|interaction))$/;
const ON =
    '(?: (?:(?:de|d|du|sur|on|of|a|to) )?(?:publicites?|pubs?|annonces?|ads?|posts?|publications?|reels?|videos?|photos?))?',
  AT = '(?: (?:facebook|instagram|tiktok|youtube|linkedin|x|twitter|google))?';
const COMMENT = new RegExp(`^(?:\\w+ ){0,2}(?:comments?|commentaires?|repl(?:y|ies)|reponses?)${ON}${AT}$`),
  OTHER = new RegExp(
    `^(?:\\w+ )?(?:posts?|publications?|mentions?|tweets?|stor(?:y|ies)|reviews?|avis)${AT}$`,
  ),
  IS_REVIEW = /^(?:\w+ )?(?:reviews?|avis)$/;
const DIRECT = /\b(?:messages?|messageries?|messenger|dms?|mp|direct|stor(?:y|ies))\b/;
/** Nearly all cells say a kind. */
const MOST = 0.9;
/** Names of columns and files of comments alone. */
const OF_COMMENTS =
  /^(?:(?:id|identifiant|numero|texte?|contenu) (?:du |de )?)?(?:comments?|commentaires?)(?: (?:id|texte?|body|content|key))?$/;
const FILE_OF_COMMENTS = /(?:^|[^a-z])comment(?:s|aires?)?\.\w+$/i;

const wordOf = (cell: string | undefined): string => foldName((cell ?? '').toLowerCase());

/** Nearly all cells of a column say a kind. */
function saysKinds(table: TablePeek, at: number): boolean {
  const words = table.rows.map((cells) => wordOf(cells[at])).filter((word) => word !== '');
  const known = words.filter((word) => COMMENT.test(word) || OTHER.test(word) || isPrivateChannel(word));
  return words.length > 0 && known.length >= words.length * MOST;
}

/** The column of kinds that says of some rows that only the brand reads them: direct messages. */
export function privateKinds(table: TablePeek): number | undefined {
  const at = foldedNames(table).findIndex((name, index) => {
    if (!KIND_NAMES.test(name)) return false;
    const direct = table.rows.map((cells) => wordOf(cells[index])).filter((word) => isPrivateChannel(word));
    // « chat » beside « chien » is an animal
    return direct.some((word) => !/^chats?$/.test(word)) || (direct.length > 0 && saysKinds(table, index));
  });
  return at < 0 ? undefined : at;
}

/** Whether the column of kinds says of rows that they are comments, posts or reviews beside private messages. */
export function hasPublicKinds(table: TablePeek): boolean {
  const at = kindColumn(table);
  if (at === undefined) return false;
  const words = table.rows.map((cells) => wordOf(cells[at]));
  const direct = words.filter((word) => isPrivateChannel(word));
  // beside mails, a comment is what desks call a note
  return (
    direct.length > 0 &&
    direct.every((word) => DIRECT.test(word)) &&
    words.some((word) => COMMENT.test(word) || OTHER.test(word))
  );
}

/** Whether the column of kinds calls every row a review. */
export function areReviews(table: TablePeek): boolean {
  const at = kindColumn(table);
  return (
    at !== undefined &&
    table.rows.every((cells) => /^$/.test(wordOf(cells[at])) || IS_REVIEW.test(wordOf(cells[at])))
  );
}

/** The network that the column of kinds names: « Commentaire Instagram ». */
export function networkOfKinds(
  table: TablePeek | undefined,
): (cells: readonly string[]) => string | undefined {
  const at = table && kindColumn(table);
  return (cells) => (at === undefined ? undefined : platformOf(undefined, wordOf(cells[at])));
}

/** The column that says what each row is: a comment, a reply, a post. */
function kindColumn(table: TablePeek): number | undefined {
  const at = foldedNames(table).findIndex((name, index) => KIND_NAMES.test(name) && saysKinds(table, index));
  return at < 0 ? undefined : at;
}

/**
 * Tells the rows that open a thread, of rows that may say what they answer: those that answer nothing, but for comments of which the tool
 * leaves out the post. A column of kinds says which are, else what the columns of text and id, or the file, are called.
 */
export function threadOpeners(
  file: ExportFile,
  { id, text }: { readonly id?: number; readonly text?: number },
): (draft: Draft, cells: readonly string[]) => boolean {
  const { table } = file,
    names = table ? foldedNames(table) : [],
    kind = table && kindColumn(table);
  const ofComments =
    [id, text].some((at) => at !== undefined && OF_COMMENTS.test(names[at] ?? '')) ||
    FILE_OF_COMMENTS.test(file.name);
  return (draft, cells) =>
    draft.kind === 'comment' &&
    draft.parentId === undefined &&
    !(kind === undefined ? ofComments : COMMENT.test(wordOf(cells[kind])));
}
