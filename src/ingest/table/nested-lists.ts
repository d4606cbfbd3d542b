/** Lists of messages inside the items of a list in JSON: comments of a post, answers to a comment. Their rows take the columns of what holds them. */
import { createHash } from 'node:crypto';
import type { ExportFile, NestedLists, TablePeek } from '../bytes/export-file.js';
import { idFromUrl } from '../values/ids.js';
import type { Field } from './column-map.js';
import { type Guess, guessColumns } from './guess-columns.js';
import { RULES, factsOf } from './guess-rules.js';
import { columnName } from './header.js';
import { MAX_COLUMNS, flatCells, listsOfMessages } from './flat-cells.js';

/** Answers to answers, however deep a conversation goes; deeper than this is no conversation. */
const MAX_DEPTH = 200;
const SAMPLE = 200;
/** Ids of the row in a list of answers alone. */
const ANSWER_ID = /^(?:reply|answer|response|reponse)[_ ]?id$/;
const TEXTS = /^(?:text|texte|message|comment|commentaire|body|content|contenu|review|avis)$/;
/** Fields whose columns a nested list shares with what holds it. */
const SHARED = [
  'text',
  'date',
  'id',
  'authorName',
  'authorId',
  'authorHandle',
  'url',
  'likes',
  'replies',
  'rating',
  'title',
  'language',
] as const satisfies readonly Field[];
/** What only the item above tells of those that it holds. */
const INHERITED = [
  'network',
  'sourceName',
  'brand',
  'store',
  'product',
  'url',
] as const satisfies readonly Field[];

/** A row of an item or of what it holds. */
export interface ItemRow {
  readonly cells: ReadonlyMap<string, string>;
  /** Its own, or one made where rows answer it or it answers a row. */
  readonly id?: string | undefined;
  /** Id of the row that holds it. */
  readonly answers?: string | undefined;
  /** Id of the outermost. */
  readonly thread?: string | undefined;
}

/** The place of a list: answers to answers stand under one key again and again, and have one place. */
const placeOf = (above: string, key: string): string =>
  above === `${key}/` || above.endsWith(`/${key}/`) ? above : `${above}${key}/`;

/** First items of each list, by its path. */
function samplesOf(items: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const samples = new Map<string, unknown[]>();
  const visit = (item: unknown, above: string, depth: number): void => {
    for (const [key, list] of listsOfMessages(item)) {
      const path = placeOf(above, key),
        sample = samples.get(path) ?? [];
      samples.set(path, sample);
      for (const one of list) {
        if (sample.length < SAMPLE) sample.push(one);
        if (depth < MAX_DEPTH) visit(one, path, depth + 1);
      }
    }
  };
  for (const item of items) visit(item, '', 1);
  return samples;
}

/** Objects as a table without a vendor. */
export function tableOf(
  items: readonly ReadonlyMap<string, string>[],
  known: readonly string[] = [],
): TablePeek {
  const header = [...new Set([...known, ...items.flatMap((cells) => [...cells.keys()])])].slice(
    0,
    MAX_COLUMNS,
  );
  return {
    delimiter: '',
    headerRow: 1,
    header,
    names: header.map(columnName),
    preamble: [],
    rows: items.map((cells) => header.map((name) => cells.get(name) ?? '')),
  };
}

/** What the names of columns say where texts are too short to be told from other words. */
function guessByName({ names, rows }: TablePeek): Guess {
  const facts = names.map((name, at) =>
    factsOf(
      name,
      rows.map((cells) => cells[at] ?? ''),
    ),
  );
  const guess: Partial<Record<Field, number>> = {};
  for (const [field, named, fits] of RULES) {
    const taken = Object.values(guess);
    const at = facts.findIndex(
      (one, index) =>
        !taken.includes(index) && one.filled > 0 && named.test(one.name) && (field === 'text' || fits(one)),
    );
    if (at >= 0) guess[field] ??= at;
  }
  return guess;
}

/** Column of each field; `undefined` where there is no text or, inside of items, nothing tells who wrote it, when, or what rating it gives. */
function fieldsOf(table: TablePeek, inside: boolean): ReadonlyMap<Field, string> | undefined {
  const guess: Guess = guessColumns(table) ?? (inside ? guessByName(table) : {});
  const named = table.names.findIndex((name) => TEXTS.test(name));
  const text = guess.text ?? (named < 0 ? undefined : named);
  const answer = inside ? table.names.findIndex((name) => ANSWER_ID.test(name)) : -1;
  const id = guess.id ?? (answer < 0 ? undefined : answer);
  const told = guess.authorName ?? guess.authorId ?? guess.authorHandle ?? guess.date ?? guess.rating;
  if (text === undefined || (inside && told === undefined)) return undefined;
  return new Map(
    Object.entries({ ...guess, text, ...(id !== undefined && { id }) }).map(([field, at]) => [
      field as Field,
      table.header[at] ?? '',
    ]),
  );
}

/** What the lists inside the first items hold, or `undefined` where nothing that can be read as messages. */
export function nestedIn(table: TablePeek, items: readonly unknown[]): TablePeek | undefined {
  // what holds a list may be no message itself: a shop, a page of results
  const outer = fieldsOf(table, false) ?? new Map<Field, string>();
  const header = new Set(table.header),
    places = new Map<Field, string>(outer),
    columns = new Map<string, ReadonlyMap<string, string>>();
  for (const [path, sample] of samplesOf(items)) {
    const above = path.replace(/[^/]+\/$/, '');
    if (above !== '' && !columns.has(above)) continue;
    const inner = fieldsOf(tableOf(sample.map((one) => flatCells(one))), true);
    if (!inner) continue;
    const renamed = new Map<string, string>();
    for (const field of SHARED) {
      const from = inner.get(field);
      if (from === undefined) continue;
      const to = places.get(field) ?? (header.has(from) ? columnName(field) : from);
      places.set(field, to);
      header.add(to);
      renamed.set(from, to);
    }
    columns.set(path, renamed);
  }
  if (columns.size === 0) return undefined;
  const nested: NestedLists = {
    columns,
    text: places.get('text') ?? '',
    id: places.get('id'),
    url: places.get('url'),
    apart: outer.size === 0,
    inherited: INHERITED.flatMap((field) => outer.get(field) ?? []),
  };
  const rows = items.flatMap((item) => nestedRows(item, nested).slice(0, SAMPLE)).map(({ cells }) => cells);
  const whole = tableOf(rows, table.header);
  const guess = Object.fromEntries([...places].map(([field, name]) => [field, whole.header.indexOf(name)]));
  const unread = (table.lists ?? []).filter((key) => !columns.has(`${key}/`));
  const { lists: _, ...rest } = table;
  return { ...rest, ...whole, nested, guess, ...(unread.length > 0 && { lists: unread }) };
}

/** An item and all that it holds as rows, each before those that answer it. */
export function nestedRows(item: unknown, nested: NestedLists): readonly ItemRow[] {
  const rowsOf = (one: unknown, path: string, above?: ItemRow, depth = 0): readonly ItemRow[] => {
    const flat = flatCells(one),
      names = nested.columns.get(path);
    const cells = names ? inColumns(flat, names) : new Map(flat);
    const hasText = (cells.get(nested.text) ?? '').trim() !== '';
    if (above && hasText)
      for (const name of nested.inherited) if (!cells.get(name)) cells.set(name, above.cells.get(name) ?? '');
    const apart = nested.apart && path === '';
    const lists =
      depth < MAX_DEPTH ? listsOfMessages(one).filter(([key]) => nested.columns.has(placeOf(path, key))) : [];
    const given = (cells.get(nested.id ?? '') ?? '').trim();
    const needed = above ? hasText : lists.length > 0;
    const id = given !== '' ? given : needed ? madeId(cells, nested, above) : undefined;
    const row = { cells, id, answers: above?.id, thread: above && (above.thread ?? above.id) };
    // answers to what has neither words nor id answer what it stands under
    const parent = apart ? undefined : id === undefined && above ? above : row;
    return [
      ...(apart ? [] : [row]),
      ...lists.flatMap(([key, list]) =>
        list.flatMap((inner) => rowsOf(inner, placeOf(path, key), parent, depth + 1)),
      ),
    ];
  };
  return rowsOf(item, '');
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

/** A look at a file that sees the rows inside its items too. */
export const ofAllRows =
  <Rest extends readonly unknown[], Told>(look: (file: ExportFile, ...rest: Rest) => Told) =>
  (file: ExportFile, ...rest: Rest): Told =>
    look(withNestedRows(file), ...rest);

function withNestedRows(file: ExportFile): ExportFile {
  const whole = file.table?.whole;
  if (!whole) return file;
  return new Proxy(file, {
    get(of, key) {
      if (key === 'table') return whole;
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === 'function' ? (value as () => unknown).bind(of) : value;
    },
  });
}
