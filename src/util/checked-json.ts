import { valueInWords } from './checked-options.js';
import { DeversoirError } from './errors.js';
import { withoutComments } from './json-comments.js';

/** What a key of a configuration may be. */
export interface Check {
  readonly expected: string;
  readonly ok: (value: unknown) => boolean;
}

/** A value as JSON, in words where it can't be. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? valueInWords(value);
  } catch {
    return valueInWords(value);
  }
}

/** Whether a JSON value is an object, no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseError = (text: string): string => {
  try {
    JSON.parse(text);
    return '';
  } catch (cause) {
    return cause instanceof Error ? cause.message : '';
  }
};

/** The line where a JSON text stops being one, from 1. */
function brokenLine(text: string): number {
  const [, position] = / at position (\d+)/.exec(parseError(text)) ?? [];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  // V8 gives no position for a token that can't stand where it is: a beginning of the text that holds it fails alike.
  const lines = text.split('\n');
  let [least, most] = [1, lines.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (parseError(`${lines.slice(0, middle).join('\n')}\n`).startsWith('Unexpected token')) most = middle;
    else least = middle + 1;
  }
  return least;
}

/**
 * Reads a JSON object of known keys; comments are let through. Throws `option-invalid` with the file, the key that is wrong and what was
 * expected.
 *
 * @example
 * checkedJson('{ "n": 3 } // three', 'n.json', { n: { expected: 'a number', ok: (value) => typeof value === 'number' } }, 'see the README')
 * // → { n: 3 }
 */
export function checkedJson<Keys extends string>(
  text: string,
  file: string,
  checks: Readonly<Record<Keys, Check>>,
  hint: string,
): Readonly<Partial<Record<Keys, unknown>>> {
  if (typeof text !== 'string')
    throw new DeversoirError('option-invalid', 'not the text of a JSON document', { hint, place: { file } });
  let value: unknown;
  try {
    value = JSON.parse(withoutComments(text));
  } catch (cause) {
    throw new DeversoirError('option-invalid', 'not a JSON document', {
      hint,
      place: { file, row: brokenLine(withoutComments(text)) },
      cause,
    });
  }
  return checkedKeys(value, file, checks, hint);
}

/** An object of known keys, each as it may be. Throws as `checkedJson` does. */
export function checkedKeys<Keys extends string>(
  value: unknown,
  file: string,
  checks: Readonly<Record<Keys, Check>>,
  hint: string,
): Readonly<Partial<Record<Keys, unknown>>> {
  const refuse = (message: string, why: string): DeversoirError =>
    new DeversoirError('option-invalid', message, { hint: why, place: { file } });
  if (!isObject(value)) throw refuse('not an object', hint);
  for (const [key, entry] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key as Keys] : undefined;
    if (check === undefined)
      throw refuse(`unknown key "${key}"`, `expected ${Object.keys(checks).join(', ')}`);
    if (entry !== undefined && !check.ok(entry))
      throw refuse(`"${key}" is ${asJson(entry)}`, `expected ${check.expected}`);
  }
  return value as Readonly<Partial<Record<Keys, unknown>>>;
}
