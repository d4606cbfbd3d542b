import type { Kind, MessageRecord, RecordTime } from '../../model/index.js';
import { htmlToText } from '../markup/html.js';
import { closingOf } from '../values/closing.js';
import { type DateOptions, dateTime, readEpoch } from '../values/dates.js';
import type { ExportFile } from '../bytes/export-file.js';
import { type JsonOutcome, asNumber, asText, at, jsonItems, jsonValues } from './json.js';
import { languageCode } from '../values/language-names.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';

/** What a format makes of one JSON item; nothing at all means that the item is no message. */
export type ItemReader = (item: unknown, row: number) => Iterable<Parsed>;

/**
 * Runs a format over the items of a file: unreadable items become rejects, items of which the format makes nothing become
 * rejects `not-a-message`, so that no item is lost silently.
 */
export async function* readItems(
  items: AsyncIterable<JsonOutcome>,
  read: ItemReader,
): AsyncGenerator<Parsed> {
  for await (const item of items) {
    if ('reject' in item) {
      yield { reject: { row: item.row, ...item.reject } };
      continue;
    }
    let none = true;
    for (const parsed of read(item.value, item.row)) {
      none = false;
      yield parsed;
    }
    if (none) {
      yield {
        reject: {
          row: item.row,
          value: describe(item.value),
          reason: 'not-a-message',
          hint: 'this item of the file holds no message',
        },
      };
    }
  }
}

/** Where items stand in a file: see {@link itemsIn}. */
type Paths = readonly (readonly string[])[];

/** The parser of a format whose items hold several records each: they are numbered one after the other over the file. */
export const numberedItems = (
  paths: Paths,
  read: (item: unknown, next: () => number, file: ExportFile) => Iterable<Parsed>,
) =>
  async function* (file: ExportFile): AsyncGenerator<Parsed> {
    let row = 0;
    const next = (): number => ++row;
    yield* readItems(itemsIn(file, ...paths), (item) => read(item, next, file));
  };

/** The parser of a format whose items are a record each, or none. */
export const itemRecords = (
  paths: Paths,
  toRecord: (item: unknown, row: number) => MessageRecord | undefined,
) =>
  async function* (file: ExportFile): AsyncGenerator<Parsed> {
    yield* readItems(itemsIn(file, ...paths), function* (item, row) {
      const record = toRecord(item, row);
      if (record) yield { record };
    });
  };

/** Detects a format by the first item that the beginning of a file shows: the first sign that it bears, with its score and why. */
export const byFirstItem =
  (
    paths: Paths,
    ...signs: readonly (readonly [
      bears: (item: unknown) => boolean,
      score: number,
      why: string,
      holdsNoMessages?: string,
    ])[]
  ) =>
  (file: ExportFile): Detection | undefined => {
    if (!file.json || file.json.prefix !== undefined) return undefined;
    const item = firstItem(file, ...paths);
    const [, score, why, holdsNoMessages] = signs.find(([bears]) => bears(item)) ?? [];
    return score === undefined || why === undefined
      ? undefined
      : { score, why, ...(holdsNoMessages !== undefined && { holdsNoMessages }) };
  };

/** The keys of an item, enough to recognise it in a list of rejects without quoting anybody. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{ ${Object.keys(value).slice(0, 8).join(', ')} }`;
}

/**
 * The items of a file, streaming, wherever they stand: one a line, in an array, in an array under one of `paths` (`'*'`: any
 * key or index), in pages of such arrays, or the one document itself. Which it is shows in the beginning of the file.
 */
export function itemsIn(
  file: ExportFile,
  ...paths: readonly (readonly string[])[]
): AsyncGenerator<JsonOutcome> {
  const value = file.json?.value;
  const layout = file.json?.layout;
  for (const path of paths) {
    if (layout !== 'lines' && Array.isArray(walk(value, path))) return jsonItems(file, path);
    if (layout !== 'lines' && Array.isArray(value) && Array.isArray(walk(value[0], path)))
      return jsonItems(file, ['*', ...path]);
  }
  return layout !== 'lines' && Array.isArray(value) ? jsonItems(file, []) : jsonValues(file);
}

function walk(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = key === '*' ? Object.values(here)[0] : at(here, key);
  }
  return here;
}

/** The first item that the beginning of a file shows, for signatures: see {@link itemsIn}. */
export function firstItem(file: ExportFile, ...paths: readonly (readonly string[])[]): unknown {
  const value = file.json?.value;
  for (const path of paths) {
    const items = walk(value, path);
    if (Array.isArray(items)) return items[0];
    if (Array.isArray(value)) {
      for (const page of value) {
        const inside = walk(page, path);
        if (Array.isArray(inside) && inside.length > 0) return inside[0];
      }
    }
  }
  return Array.isArray(value) ? value[0] : value;
}

/** A date string or an epoch of a JSON item as a time; absent when the item has none. */
export function timeOf(value: unknown, options: DateOptions = {}): RecordTime | undefined {
  if (typeof value === 'number') return readEpoch(value);
  const text = asText(value)?.trim();
  if (text === undefined || text === '') return undefined;
  return dateTime(text, options) ?? { epochMs: null, raw: text, zone: 'none' };
}

/** Options of times without zone, as the user set them. */
export const zoneOf = (options: ReadOptions): DateOptions =>
  options.zone === undefined ? {} : { zone: options.zone };

/** The first closing that a ticket tells among these values, and the doubt about it where it is none. */
export function closingIn(
  values: readonly unknown[],
  opened: RecordTime | undefined,
  row: number,
): { readonly closedAt?: RecordTime; readonly doubts: readonly Parsed[] } {
  const told = values.map((value) => timeOf(value)).find((time) => time !== undefined);
  const { closedAt, flaw } = closingOf(told, opened);
  return {
    ...(closedAt && { closedAt }),
    doubts:
      flaw === undefined
        ? []
        : [{ doubt: { row, column: 'closedAt', value: told?.raw ?? '', reason: 'other', hint: flaw } }],
  };
}

/** A text that holds more than spaces, else `undefined`. */
export function wordsOf(value: unknown): string | undefined {
  const text = asText(value)?.trim();
  return text === undefined || text === '' ? undefined : text;
}

/** The words of a text, else those of the same as HTML. */
export function textOrHtml(text: unknown, html: unknown): string | undefined {
  const marked = wordsOf(html);
  return wordsOf(text) ?? (marked === undefined ? undefined : wordsOf(htmlToText(marked)));
}

/** What a message is by what it holds: words, else files, else nothing that anybody wrote. */
export const kindOfMessage = (text: string | undefined, attachments: number): Kind =>
  text !== undefined ? 'message' : attachments > 0 ? 'media' : 'system';

/** A count of 0 or more, else `undefined`. */
export function countOf(value: unknown): number | undefined {
  const number = asNumber(value);
  return number === undefined || number < 0 ? undefined : number;
}

/** Sum of the counts that are given, `undefined` when none is. */
export function sumOf(...values: readonly unknown[]): number | undefined {
  const counts = values.map(countOf).filter((count) => count !== undefined);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Language that a platform gives, as ISO 639-1; "undetermined" and codes that platforms made up are absent.
 *
 * @example
 * [languageOf('pt-BR'), languageOf('iw'), languageOf('qst')]
 * // → ['pt', 'he', undefined]
 */
export function languageOf(value: unknown): string | undefined {
  return languageCode(asText(value));
}

/**
 * String members of the outer object by name, found in one streaming pass wherever they stand (Meta writes the thread after
 * the messages). A name inside a text is never taken: its quotes are escaped there.
 */
export async function stringMembers(
  file: ExportFile,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const pattern = new RegExp(`"(${names.join('|')})"\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,2000}")`, 'g');
  let tail = '';
  for await (const piece of file.text()) {
    const text = tail + piece;
    for (const match of text.matchAll(pattern)) {
      const [, name = '', quoted = ''] = match;
      try {
        found.set(name, String(JSON.parse(quoted)));
      } catch {
        /* a broken escape: the member stays unknown */
      }
    }
    tail = text.slice(-4096);
  }
  return found;
}
