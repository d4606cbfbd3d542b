/** An object of JSON as the cells of a row, and the lists of messages that it holds. */
import { asObject } from '../json/json.js';

export const MAX_COLUMNS = 500;
const MAX_DEPTH = 4;

/** Scalars of an object, nested objects flattened with dots, lists of scalars joined. */
export function flatCells(
  item: unknown,
  prefix = '',
  cells = new Map<string, string>(),
  depth = 0,
): ReadonlyMap<string, string> {
  for (const [key, value] of Object.entries(asObject(item) ?? {})) {
    if (cells.size >= MAX_COLUMNS) break;
    const name = prefix + key;
    if (typeof value === 'string') cells.set(name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') cells.set(name, String(value));
    else if (Array.isArray(value)) {
      const texts = value.filter((one) => typeof one === 'string' || typeof one === 'number');
      if (texts.length === value.length && texts.length > 0) cells.set(name, texts.join(', '));
    } else if (value !== null && depth < MAX_DEPTH) flatCells(value, `${name}.`, cells, depth + 1);
  }
  return cells;
}

/** Keys under which messages stand inside an item. */
const MESSAGES =
  /(?:comments?(?:_?full)?|repl(?:y|ies)(?:_?list)?|answers|responses|reviews|messages|posts|avis|commentaires|reponses|children|conversations?|moderations?|updates|interactions|utterances|turns|echanges)$/i;
/** What became of an item, told by its tool. */
const OF_THE_TOOL = /^(?:actions|events|history|changes|changelog|logs?|audits?|attachments?|tags|labels)$/i;
const SAID = /(?:^|[._])(?:text|texte|body|message|msg|content|contenu|reply|verbatim)$/i,
  SAID_BEHIND = /\p{Ll}(?:Text|Body|Message|Content)$/u,
  WHEN = /(?:^|[._])(?:at|on|date|time|timestamp)(?:[._]|$)|(?:At|On|Date|Time)$|_(?:at|date|time)$/,
  WORDS = /\p{L}{2,}[\s,'’]+\p{L}{2,}/u;
/** So many objects at the beginning of a list are looked at: chats begin with who came in. */
const FIRST = 8;

/** Whether objects of a list say something at some time, whatever its key. */
const isSaid = (list: readonly unknown[]): boolean =>
  list.slice(0, FIRST).some((one) => {
    const cells = [...flatCells(one)];
    return (
      cells.some(([name, cell]) => (SAID.test(name) || SAID_BEHIND.test(name)) && WORDS.test(cell)) &&
      cells.some(([name, cell]) => WHEN.test(name) && /\d/.test(cell))
    );
  });

/** Objects above a list. */
const MAX_ABOVE = 2;

/** Whether a list holds messages, by its key or by what its objects say. */
const holdsMessages = (path: string, list: readonly unknown[]): boolean => {
  const key = path.slice(path.lastIndexOf('.') + 1);
  return MESSAGES.test(key) || (!OF_THE_TOOL.test(key) && isSaid(list));
};

/**
 * The lists of objects that an item, or an object in it, holds under names of messages, or whose objects say something at some time; once
 * the lists of a file are known, those that `holds` tells by their keys, however little is said in one of them.
 */
export function listsOfMessages(
  item: unknown,
  holds = holdsMessages,
  above = '',
  depth = 0,
): readonly (readonly [key: string, list: readonly unknown[]])[] {
  return Object.entries(asObject(item) ?? {}).flatMap(([key, value]) => {
    const path = above + key;
    if (Array.isArray(value))
      return asObject(value[0]) && holds(path, value) ? [[path, value as readonly unknown[]] as const] : [];
    return depth < MAX_ABOVE ? listsOfMessages(value, holds, `${path}.`, depth + 1) : [];
  });
}
