/** Lists of messages inside the items of a list in JSON: comments of a post, answers to a comment. Their rows take the columns of what holds them. */
import type { ExportFile, NestedLists, TablePeek } from '../bytes/export-file.js';
import type { Field, Guess } from './column-map.js';
import { guessColumns } from './guess-columns.js';
import { factsOf } from './column-facts.js';
import { RULES } from './guess-rules.js';
import { MAX_DEPTH, type ItemRow, nestedRows, placeOf } from './nested-rows.js';
import { speakersOf } from './speaker-columns.js';
import { customerColumns } from './voices.js';
import { wayColumns } from './desk-channel.js';
import { columnName } from './header.js';
import { TEXT_NAMES, foldName } from './text-names.js';
import { MAX_COLUMNS, flatCells, listsOfMessages } from './flat-cells.js';

const SAMPLE = 200;
/** Ids of the row in a list of answers alone. */
const ANSWER_ID = /^(?:reply|answer|response|reponse)[_ ]?id$/;
const TEXTS = /^(?:text|texte|message|msg|reply|comment|commentaire|body|content|contenu|review|avis)$/;
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

/** Whether each item that holds messages says what one of them says. */
function isSaidInside(items: readonly unknown[], nested: NestedLists): boolean {
  const talks = items.map((item) => nestedRows(item, nested)).filter(({ length }) => length > 1);
  const said = ({ cells }: ItemRow): string => (cells.get(nested.text) ?? '').trim();
  return (
    talks.length > 0 && talks.every(([own, ...inner]) => own && inner.some((one) => said(one) === said(own)))
  );
}

/** What a conversation tells of its messages where they don't, and its own number. */
const OF_CONVERSATION = ['id', 'date', 'title', 'status', 'closedAt'] as const satisfies readonly Field[];

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
export function nestedIn(table: TablePeek, items: readonly unknown[], apart = false): TablePeek | undefined {
  // what holds a list may be no message itself: a shop, a page of results
  const outer = (apart ? undefined : fieldsOf(table, false)) ?? new Map<Field, string>();
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
  const read = (how: NestedLists): TablePeek & { readonly guess: Readonly<Record<string, number>> } => {
    const rows = items.flatMap((item) => nestedRows(item, how).slice(0, SAMPLE)).map(({ cells }) => cells);
    const all = tableOf(rows, table.header);
    const guess = Object.fromEntries([...places].map(([field, name]) => [field, all.header.indexOf(name)]));
    return { ...all, nested: how, guess };
  };
  const asTalk = (how: NestedLists): ReturnType<typeof read> | undefined => {
    const talk = read({ ...how, talk: new Map<string, string>() });
    return speakersOf(talk, talk.guess) && talk;
  };
  let whole = read(nested);
  if (nested.apart ? asTalk(nested) : speakersOf(whole, whole.guess))
    whole = read({
      ...nested,
      talk: nested.apart ? ofConversation(table, places) : new Map<string, string>(),
    });
  const unread = (table.lists ?? []).filter((key) => !columns.has(`${key}/`));
  const { lists: _, ...rest } = table;
  // what only looks like a text above a conversation is its subject, or what a message of it says
  if (!nested.apart && (!TEXT_NAMES.test(foldName(outer.get('text') ?? '')) || isSaidInside(items, nested))) {
    const inner = nestedIn(table, items, true);
    if (inner?.nested?.talk) return inner;
  }
  return { ...rest, ...whole, ...(unread.length > 0 && { lists: unread }) };
}

/** What a conversation tells of its messages: where theirs stands, and where its own. */
function ofConversation(table: TablePeek, places: Map<Field, string>): ReadonlyMap<string, string> {
  const own = guessByName(table);
  return new Map(
    OF_CONVERSATION.flatMap((field) => {
      const from = table.header[(field === 'id' ? (own.threadId ?? own.id) : own[field]) ?? -1];
      if (from === undefined) return [];
      const to = field === 'id' ? '' : (places.get(field) ?? from);
      if (field !== 'id') places.set(field, to);
      return [[to, from] as const];
    }).concat([...customerColumns(table), ...wayColumns(table)].map((name) => [name, name] as const)),
  );
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
