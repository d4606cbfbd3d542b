import { DeversoirError } from '../../util/errors.js';
import type { ExportFile, JsonPeek } from '../bytes/export-file.js';
import {
  MAX_JSON_DEPTH,
  firstValue,
  jsonDepth,
  quoteLongIntegers,
  wholeElements,
  withoutTrailingCommas,
} from './json-scan.js';
import { splitJson } from './json-split.js';
import type { RowReject } from '../source.js';

/** Bytes that `wholeJson` loads at most unless told. */
export const WHOLE_JSON_LIMIT = 256 * 1024 * 1024;

/** A value of a file of JSON, or why it can't be read. `row` counts values (or lines) from 1. */
export type JsonOutcome =
  { readonly row: number; readonly value: unknown } | { readonly row: number; readonly reject: RowReject };

/**
 * Parses JSON that anybody may have written: integers of 16 digits or more become strings, nesting over
 * {@link MAX_JSON_DEPTH} is refused, a `__proto__` key is an ordinary own property, a comma before a closing bracket is left out.
 *
 * @throws DeversoirError `input-hostile` when nested too deep, `input-unreadable` when it is no JSON.
 * @example
 * parseJson('{"id":7620097982969266962}')
 * // → { id: '7620097982969266962' }
 */
export function parseJson(text: string): unknown {
  if (jsonDepth(text) > MAX_JSON_DEPTH) {
    throw new DeversoirError('input-hostile', `JSON nested deeper than ${MAX_JSON_DEPTH} levels`, {
      hint: 'no export does that',
    });
  }
  const exact = quoteLongIntegers(text);
  try {
    return JSON.parse(exact) as unknown;
  } catch (cause) {
    const mended = withoutTrailingCommas(exact);
    if (mended !== exact)
      try {
        return JSON.parse(mended) as unknown;
      } catch {
        // the commas were not all that is wrong
      }
    throw new DeversoirError('input-unreadable', 'not valid JSON', {
      cause,
      hint: 'the export may be cut: download it again',
    });
  }
}

/** The object as a record of unknown values, or `undefined` when the value is no plain object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The value as an array; anything else gives an empty one. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A non-empty string, or a finite number as text; anything else is `undefined`. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A finite number, or a string that holds one; anything else is `undefined`. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

/**
 * The value at a path of keys, own properties only.
 *
 * @example
 * at({ a: { b: [5, 6] } }, 'a', 'b', 1)
 * // → 6
 */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

const PREFIX =
  /^\s*((?:window|self)\.[\w.$[\]"']+|(?:var|let|const)\s+[\w$]+|[\w$]+(?:\.[\w$]+)+)\s*=\s*(?=[[{])/;

/** `window.YTD.tweets.part0` of `window.YTD.tweets.part0 = [...]`, and the length of the whole prefix. */
function jsonPrefix(text: string): { readonly name: string; readonly length: number } | undefined {
  const match = PREFIX.exec(text.slice(0, 400));
  return match ? { name: match[1] ?? '', length: match[0].length } : undefined;
}

/** What the beginning of a text shows, when it is JSON. */
export function peekJson(headText: string): JsonPeek | undefined {
  const prefix = jsonPrefix(headText);
  const text = prefix ? headText.slice(prefix.length) : headText;
  if (!/^\s*[[{]/.test(text)) return undefined;
  const { json, end } = firstValue(text);
  if (json === undefined) return undefined;
  let value: unknown;
  try {
    value = parseJson(json);
  } catch {
    return undefined;
  }
  if (prefix) return { layout: 'prefixed', prefix: prefix.name, value };
  const after = end < 0 ? '' : text.slice(end);
  if (!/^[\s,;]*[[{]/.test(after)) return { layout: 'document', value };
  return {
    layout: /^[ \t\r]*\n[ \t\r\n]*[[{]/.test(after) && !json.includes('\n') ? 'lines' : 'concatenated',
    value,
  };
}

/**
 * The whole document as one value. For concatenated values and lines use {@link jsonValues}.
 *
 * @throws DeversoirError `input-hostile` over `limit` bytes or nested too deep, `input-unreadable` when it is no JSON.
 */
export async function wholeJson(file: ExportFile, limit: number = WHOLE_JSON_LIMIT): Promise<unknown> {
  const text = await file.wholeText(limit);
  const prefix = jsonPrefix(text);
  return parseJson(prefix ? text.slice(prefix.length).replace(/;\s*$/, '') : text);
}

/** Why a piece of JSON can't be read, as a reject. */
function brokenJson(text: string, error: unknown, last: boolean): RowReject {
  const hostile = error instanceof DeversoirError && error.code === 'input-hostile';
  return {
    reason: hostile ? 'too-deep' : last ? 'truncated' : 'unreadable-row',
    value: text.slice(0, 200),
    hint: hostile
      ? (error as DeversoirError).message
      : last
        ? 'the file is cut here: export it again to get the rest'
        : 'not valid JSON',
  };
}

function outcome(text: string, row: number, last: boolean): JsonOutcome {
  try {
    return { row, value: parseJson(text) };
  } catch (error) {
    return { row, reject: brokenJson(text, error, last) };
  }
}

/** Longest line or item of JSON that is read, in characters. */
export const MAX_JSON_ITEM = 64 * 1024 * 1024;

/** Lines split on `\n` only: U+2028 and `\r` occur inside strings. A line over `limit` comes as `null`. */
async function* linesOf(
  file: ExportFile,
  limit: number,
): AsyncGenerator<{ line: string | null; last: boolean }> {
  let rest = '',
    over = false;
  for await (const chunk of file.text()) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      yield { line: over ? null : rest + chunk.slice(from, to), last: false };
      rest = '';
      over = false;
      from = to + 1;
    }
    if (!over) rest += chunk.slice(from);
    if (rest.length > limit) {
      over = true;
      rest = '';
    }
  }
  if (over || rest !== '') yield { line: over ? null : rest, last: true };
}

const tooLong = (row: number): JsonOutcome => ({
  row,
  reject: { reason: 'too-large', hint: `a value longer than ${MAX_JSON_ITEM} characters is not read` },
});

/**
 * Every value of a file of JSON, streaming: the lines of NDJSON, the concatenated values, or the one document. A broken line
 * is a reject and never hides the following ones. The memory is that of the largest value.
 */
export async function* jsonValues(file: ExportFile): AsyncGenerator<JsonOutcome> {
  if (file.json?.layout === 'lines') {
    let row = file.part?.rowsBefore ?? 0;
    for await (const { line, last } of linesOf(file, MAX_JSON_ITEM)) {
      row++;
      if (line === null) yield tooLong(row);
      else if (line.trim() !== '') yield outcome(line, row, last);
    }
    return;
  }
  yield* itemsAt(file, undefined);
}

/**
 * The elements of the array at `path` (`[]`: the array is the document itself), streaming, over every document of the file;
 * `'*'` stands for any key or index. The memory is that of the largest element.
 *
 * @example
 * // for await (const item of jsonItems(file, ['messages'])) …
 * parseJson('{"messages":[1]}')
 * // → { messages: [1] }
 */
export async function* jsonItems(file: ExportFile, path: readonly string[]): AsyncGenerator<JsonOutcome> {
  yield* itemsAt(file, path);
}

async function* itemsAt(file: ExportFile, path: readonly string[] | undefined): AsyncGenerator<JsonOutcome> {
  let row = 0;
  for await (const piece of splitJson(file.text(), path, MAX_JSON_ITEM)) {
    row++;
    if (piece.kind === 'tooLong') yield tooLong(row);
    else if (piece.kind === 'tooDeep')
      yield { row, reject: { reason: 'too-deep', hint: `nested deeper than ${MAX_JSON_DEPTH} levels` } };
    else if (piece.kind === 'item') yield outcome(piece.text, row, false);
    else {
      // of a page that is cut, what is whole is read
      const whole = path === undefined ? wholeElements(piece.text) : undefined;
      if (whole !== undefined) yield outcome(whole, row++, true);
      yield { row, reject: brokenJson(piece.text, undefined, true) };
    }
  }
}
