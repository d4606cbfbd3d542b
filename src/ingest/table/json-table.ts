/** JSON of flat objects as a table: what scrapers and exports of tables write when asked for JSON. */
import type { JsonPeek, TablePeek } from '../bytes/export-file.js';
import { flatCells, listsOfMessages } from './flat-cells.js';
import { nestedIn, tableOf } from './nested-lists.js';
import { firstValue } from '../json/json-scan.js';
import { asObject, at, parseJson } from '../json/json.js';

const PEEK_ITEMS = 200;
/** Answers to answers, however deep a conversation goes; deeper than this is no conversation. */
const MAX_DEPTH = 200;
/** Keys above a list of rows. */
const MAX_KEYS = 5;
/** Keys under which lists of rows stand. */
const LISTS =
  /^(?:data|items?|results?|records?|rows|hits|list|value|values|comments?|reviews?|posts?|mentions?|messages?|tickets?|articles?|documents?|entries|feedbacks?|verbatims?|responses?|commentaires?|avis)$/i;

/** Keys under which an item holds what answers it. */
export const REPLIES = /^(?:replies|answers|responses|children)$/i;
/** What an item and its replies have in common and only the item tells: the post they stand under. */
const OF_THE_POST = /^(?:post|video|media|thread|page|input)/i;

/** A row, and the id of the row that holds it among its replies. */
interface NestedRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly answers?: string | undefined;
}

/** An item as a row, and the replies that it holds as rows after it; they have the names of its columns. */
export function withReplies(item: unknown, above?: NestedRow, depth = 0): readonly NestedRow[] {
  const own = flatCells(item),
    shared = [...(above?.cells ?? [])].filter(([name]) => OF_THE_POST.test(name));
  const row = { cells: new Map([...shared, ...own]), answers: above?.cells.get('id') };
  const alike = (one: unknown): boolean => {
    const keys = Object.keys(asObject(one) ?? {});
    return keys.length >= 3 && keys.filter((key) => key in (asObject(item) ?? {})).length > keys.length / 2;
  };
  const replies = Object.entries(asObject(item) ?? {})
    .filter(([key, value]) => REPLIES.test(key) && Array.isArray(value) && value.every(alike))
    .flatMap(([, value]) => value as readonly unknown[]);
  return [row, ...(depth < MAX_DEPTH ? replies.flatMap((reply) => withReplies(reply, row, depth + 1)) : [])];
}

/** Numbers of what a document tells alone, where it is one conversation. */
const OF_CONVERSATION =
  /^(?:comm|chat|conversation|ticket|contact|case|session|thread|interaction|call)_?id$/i;

/** A document that is one conversation: its number stands beside a list of what was said, whose objects have none. */
function isConversation(value: unknown): boolean {
  const number = Object.keys(asObject(value) ?? {}).find((key) => OF_CONVERSATION.test(key));
  const lists = number === undefined ? [] : listsOfMessages(value);
  return lists.some(([, list]) =>
    list.every((one) => !(number !== undefined && number in (asObject(one) ?? {}))),
  );
}

/** Where the rows stand: `[]` in the document itself, or under one or two keys. */
function listPath(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return [];
  if (isConversation(value)) return undefined;
  for (const [key, inner] of Object.entries(asObject(value) ?? {})) {
    if (!LISTS.test(key)) continue;
    if (Array.isArray(inner) && asObject(inner[0])) return [key];
    const deeper = Object.entries(asObject(inner) ?? {}).find(
      ([name, list]) => LISTS.test(name) && Array.isArray(list) && asObject(list[0]),
    );
    if (deeper) return [key, deeper[0]];
  }
  const lists = listsIn(value);
  return lists.length === 1 ? lists[0] : undefined;
}

/** Lists of objects under some keys, whatever their names. */
function listsIn(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(asObject(value) ?? {}).flatMap(([key, inner]) => {
    const path = [...above, key];
    if (Array.isArray(inner)) return asObject(inner[0]) ? [path] : [];
    return path.length < MAX_KEYS ? listsIn(inner, path) : [];
  });
}

/** The objects of the first complete lines. */
function firstLines(headText: string): readonly unknown[] {
  const items: unknown[] = [];
  for (const line of headText.split('\n').slice(0, PEEK_ITEMS)) {
    try {
      items.push(parseJson(line));
    } catch {
      /* cut or broken: reading says so */
    }
  }
  return items;
}

/** The first whole values, one after the other. */
function firstValues(headText: string): readonly unknown[] {
  const items: unknown[] = [];
  let rest = headText;
  for (let next = firstValue(rest); next.end >= 0 && items.length < PEEK_ITEMS; next = firstValue(rest)) {
    try {
      items.push(parseJson(next.json ?? ''));
    } catch {
      /* broken: reading says so */
    }
    rest = rest.slice(next.end);
  }
  return items;
}

/** The beginning of a table in JSON; `undefined` when no list of flat objects is where tables stand. */
export function peekJsonTable(json: JsonPeek, headText: string): TablePeek | undefined {
  if (json.layout === 'prefixed') return undefined;
  const isSeveral = json.layout !== 'document';
  const path = isSeveral ? undefined : listPath(json.value);
  if (!isSeveral && path === undefined && asObject(json.value) === undefined) return undefined;
  const one = !isSeveral
    ? [json.value]
    : json.layout === 'lines'
      ? firstLines(headText)
      : firstValues(headText);
  const found = path === undefined ? one : at(json.value, ...path);
  const all = Array.isArray(found) ? (found as unknown[]) : [];
  // lists that only later items hold are as good
  const first = [
    ...all.slice(0, PEEK_ITEMS),
    ...all
      .slice(PEEK_ITEMS)
      .filter((item) => listsOfMessages(item).length > 0)
      .slice(0, PEEK_ITEMS),
  ];
  const items = first.map((item) => flatCells(item));
  const table: TablePeek = { ...tableOf(items), json: path ?? 'lines' };
  const answered = first.some((item) => withReplies(item).length > 1 && 'id' in (asObject(item) ?? {}));
  const lists = [...new Set(first.flatMap((item) => listsOfMessages(item).map(([key]) => key)))].filter(
    (key) => !(answered && REPLIES.test(key)),
  );
  const whole = lists.length === 0 ? undefined : nestedIn({ ...table, lists }, first);
  if ((whole ?? table).header.length < 2) return undefined;
  if (lists.length === 0) return table;
  return { ...table, lists, ...(whole && { whole }) };
}
