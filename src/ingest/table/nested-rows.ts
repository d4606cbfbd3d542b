/** The rows of an item of JSON and of the lists of messages inside it. */
import { createHash } from 'node:crypto';
import type { NestedLists } from '../bytes/export-file.js';
import { idFromUrl } from '../values/ids.js';
import { flatCells, listsOfMessages } from './flat-cells.js';

/** Answers to answers, however deep a conversation goes; deeper than this is no conversation. */
export const MAX_DEPTH = 200;

/** A row of an item or of what it holds. */
export interface ItemRow {
  readonly cells: ReadonlyMap<string, string>;
  /** Its own, or one made where rows answer it or it answers a row. */
  readonly id?: string | undefined;
  /** Id of the row that holds it. */
  readonly answers?: string | undefined;
  /** Id of the outermost. */
  readonly thread?: string | undefined;
  /** Cells of the conversation that it stands in. */
  readonly holder?: ReadonlyMap<string, string> | undefined;
}

/** The place of a list: answers to answers stand under one key again and again, and have one place. */
export const placeOf = (above: string, key: string): string =>
  above === `${key}/` || above.endsWith(`/${key}/`) ? above : `${above}${key}/`;

/** An item and all that it holds as rows, each before those that answer it. */
export function nestedRows(item: unknown, nested: NestedLists): readonly ItemRow[] {
  const rowsOf = (one: unknown, path: string, above?: ItemRow, depth = 0): readonly ItemRow[] => {
    const flat = flatCells(one),
      names = nested.columns.get(path);
    const cells = names ? inColumns(flat, names) : new Map(flat);
    const hasText = (cells.get(nested.text) ?? '').trim() !== '';
    if (above && hasText)
      for (const name of nested.inherited) if (!cells.get(name)) cells.set(name, above.cells.get(name) ?? '');
    if (above && hasText)
      for (const [to, from] of nested.talk ?? [])
        if (to !== '' && !cells.get(to)) cells.set(to, above.holder?.get(from) ?? '');
    const apart = nested.apart && path === '';
    const isKnown = (key: string): boolean => nested.columns.has(placeOf(path, key));
    const lists = depth < MAX_DEPTH ? listsOfMessages(one, isKnown) : [];
    const given = (cells.get(nested.id ?? '') ?? '').trim();
    const needed = above ? hasText : lists.length > 0;
    const id = given !== '' ? given : needed ? madeId(cells, nested, above) : undefined;
    const row: ItemRow = {
      cells,
      id,
      answers: above?.id,
      thread: above ? (above.thread ?? above.id) : nested.talk && id,
      holder: above?.holder,
    };
    // answers to what has neither words nor id answer what it stands under
    const parent = apart ? conversationOf(flat, nested) : id === undefined && above ? above : row;
    return [
      ...(apart ? [] : [row]),
      ...lists.flatMap(([key, list]) =>
        list.flatMap((inner) => rowsOf(inner, placeOf(path, key), parent, depth + 1)),
      ),
    ];
  };
  return rowsOf(item, '');
}

/** What stands above the messages of a conversation: they are in it, and answer nothing. */
function conversationOf(flat: ReadonlyMap<string, string>, { talk }: NestedLists): ItemRow | undefined {
  if (talk === undefined) return undefined;
  const told = flat.get(talk.get('') ?? '');
  const content = createHash('sha256')
    .update(JSON.stringify([...flat]))
    .digest('hex');
  return { cells: flat, thread: told ?? `made-${content.slice(0, 16)}`, holder: flat };
}

/** Keys of lists of messages that an item holds, at any depth, where the first items held none. */
export const unreadLists = (
  item: unknown,
  nested: NestedLists | undefined,
  path = '',
  depth = 0,
): readonly string[] =>
  listsOfMessages(item).flatMap(([key, list]) => {
    const place = placeOf(path, key);
    return depth < MAX_DEPTH && nested?.columns.has(place)
      ? list.flatMap((one) => unreadLists(one, nested, place, depth + 1))
      : [key];
  });

/** The keys of a nested item as the columns that they stand for. */
function inColumns(
  flat: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set(names.values());
  const cells = new Map([...flat].filter(([name]) => !taken.has(name) && !names.has(name)));
  for (const [from, to] of names) cells.set(to, flat.get(from) ?? '');
  return cells;
}

/** Id of a row without one: that of its address, else one made of its content and of what it answers. */
function madeId(cells: ReadonlyMap<string, string>, nested: NestedLists, above: ItemRow | undefined): string {
  const url = nested.url === undefined || above ? undefined : cells.get(nested.url);
  const told = idFromUrl(url);
  if (told !== undefined) return told;
  const content = JSON.stringify([above?.id, ...cells]);
  return `made-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
