/** Looking at JSON text without building it: depth, long integers, and where a cut document can be closed. */

const QUOTE = 34,
  BACKSLASH = 92,
  OPEN_BRACE = 123,
  CLOSE_BRACE = 125,
  OPEN_BRACKET = 91,
  CLOSE_BRACKET = 93,
  COMMA = 44;

/** Deepest nesting read; deeper documents are refused. */
export const MAX_JSON_DEPTH = 200;

/** Index just after the string whose opening quote is at `start`; -1 when it does not end. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) return i + 1;
  }
  return -1;
}

/** Deepest nesting of a JSON text, counted without parsing it. */
export function jsonDepth(text: string): number {
  let depth = 0,
    deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) return deepest;
      i = end - 1;
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      if (++depth > deepest) deepest = depth;
    } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

/**
 * Puts quotes around integers of 16 digits or more, so that `JSON.parse` keeps them exactly as strings.
 *
 * @example
 * quoteLongIntegers('{"id":7620097982969266962,"n":3}')
 * // → '{"id":"7620097982969266962","n":3}'
 */
export function quoteLongIntegers(text: string): string {
  if (!/[:[,\s]-?\d{16,}\s*[,\]}\s]|^-?\d{16,}\s*$/.test(text)) return text;
  const out: string[] = [];
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) break;
      i = end - 1;
      continue;
    }
    if (c !== 45 && (c < 48 || c > 57)) continue;
    let j = i + 1;
    while (j < text.length && /[\d.eE+-]/.test(text.charAt(j))) j++;
    const number = text.slice(i, j);
    if (/^-?\d{16,}$/.test(number)) {
      out.push(text.slice(kept, i), '"', number, '"');
      kept = j;
    }
    i = j - 1;
  }
  out.push(text.slice(kept));
  return out.join('');
}

/**
 * A JSON text without the commas that stand before a closing bracket, as people leave them.
 *
 * @example
 * withoutTrailingCommas('[{"a":",]",},]')
 * // → '[{"a":",]"}]'
 */
export function withoutTrailingCommas(text: string): string {
  const out: string[] = [];
  let kept = 0,
    comma = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 9 || c === 10 || c === 13) continue;
    if (comma >= 0 && (c === CLOSE_BRACE || c === CLOSE_BRACKET)) {
      out.push(text.slice(kept, comma));
      kept = comma + 1;
    }
    comma = c === COMMA ? i : -1;
    if (c === QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) break;
      i = end - 1;
    }
  }
  out.push(text.slice(kept));
  return out.join('');
}

/**
 * Tells brackets and commas outside strings, each with the closers still wanted after it, until `see` says enough, a string does not end
 * or the nesting is too deep.
 */
function walk(
  text: string,
  start: number,
  see: (mark: number, at: number, closers: string) => boolean | void,
): void {
  let closers = '';
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const end = endOfString(text, i);
      if (end < 0) return;
      i = end - 1;
      continue;
    }
    if (c === OPEN_BRACE || c === OPEN_BRACKET) closers = (c === OPEN_BRACE ? '}' : ']') + closers;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) closers = closers.slice(1);
    else if (c !== COMMA) continue;
    if (closers.length > MAX_JSON_DEPTH || see(c, i, closers) === true) return;
  }
}

/** The first value of a JSON text, closed where the text is cut, and where it ends. */
export interface FirstValue {
  /** JSON text of the first value; `undefined` when there is none. */
  readonly json: string | undefined;
  /** Index after the first value; -1 when it is cut. */
  readonly end: number;
}

/**
 * Finds the first value of a JSON text. A document cut in the middle is closed after its last complete member.
 *
 * @example
 * firstValue('[{"a":1,"b":"cu').json
 * // → '[{"a":1}]'
 */
export function firstValue(text: string): FirstValue {
  const start = text.search(/[[{]/);
  if (start < 0) return { json: undefined, end: -1 };
  let end = -1,
    safe = start,
    safeClosers = '';
  walk(text, start, (mark, at, closers) => {
    if (closers === '') {
      end = at + 1;
      return true;
    }
    safe = mark === COMMA ? at : at + 1;
    safeClosers = closers;
  });
  if (end >= 0) return { json: text.slice(start, end), end };
  return { json: safeClosers === '' ? undefined : text.slice(start, safe) + safeClosers, end };
}

/** The outermost list that a cut text is in: its closers, and where its last whole element ends; -1 when none is. */
function openList(text: string): { readonly closers: string; readonly end: number } {
  let list = '',
    end = -1;
  walk(text, 0, (mark, at, closers) => {
    if (mark === OPEN_BRACKET && list === '') {
      list = closers;
      end = -1;
    } else if (mark === CLOSE_BRACE || mark === CLOSE_BRACKET) {
      if (list !== '' && closers === list) end = at + 1;
      else if (closers.length < list.length) list = '';
    }
  });
  return { closers: list, end };
}

/**
 * A document that is cut, without what of its outermost list is not whole, and closed; `undefined` when no element is.
 *
 * @example
 * wholeElements('{"data":[{"a":[1]},{"a":[2')
 * // → '{"data":[{"a":[1]}]}'
 */
export function wholeElements(text: string): string | undefined {
  const { closers, end } = openList(text);
  return closers === '' || end < 0 ? undefined : text.slice(0, end) + closers;
}

/**
 * Whether the beginning of a file is JSON that is cut before its first record ends: an element of its outermost list, or, where it has
 * none, a member of an object that is one itself.
 *
 * @example
 * [endsInFirstRecord('{"meta":{},"items":[{"id":1,"text":"a long'), endsInFirstRecord('[{"id":1},{"text":"a')]
 * // → [true, false]
 */
export function endsInFirstRecord(text: string): boolean {
  if (!/^\s*(?:[\w$.[\]"']+\s*=\s*)?[[{]\s*["{[]/.test(text.slice(0, 400))) return false;
  const { closers, end } = openList(text);
  if (closers !== '') return end < 0;
  let holdsOne = false;
  walk(text, text.search(/[[{]/), (mark, _, after) => {
    holdsOne = after === '' || (after === '}' && (mark === CLOSE_BRACE || mark === CLOSE_BRACKET));
    return holdsOne;
  });
  return !holdsOne;
}
