import { DeversoirError } from './errors.js';

/** What a value is, in a few words: of texts, numbers and truth values themselves. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (value instanceof Promise) return 'a promise';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null
    ? 'an object'
    : typeof value === 'function'
      ? 'a function'
      : String(value);
}

/**
 * Options as an object with known keys alone: in plain JavaScript no compiler tells a misspelt one, which would change nothing in silence.
 *
 * @throws DeversoirError `option-invalid` naming the key and those that are known
 */
export function checkOptions(options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new DeversoirError('option-invalid', `options: ${valueInWords(options)}`, {
      hint: `expected an object with some of ${known.join(', ')}`,
    });
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new DeversoirError('option-invalid', `unknown option "${unknown}"`, {
      hint: `expected some of ${known.join(', ')}`,
    });
}

/** A corpus, for callers that no compiler watches. */
export function checkCorpus(what: string, corpus: unknown): void {
  if (typeof (corpus as { readonly query?: unknown } | null | undefined)?.query !== 'function')
    throw new DeversoirError('option-invalid', `${what} of ${valueInWords(corpus)}`, {
      hint: 'expected a corpus: await openCorpus(FOLDER) or await buildCorpus(PATHS, FOLDER, …)',
    });
}

/** What an option may be, in words and as a test. */
export interface Allowed {
  readonly expected: string;
  readonly ok: (value: unknown) => boolean;
  /** No error shows its value. */
  readonly secret?: true;
}

export const anything: Allowed = { expected: 'anything', ok: () => true };
export const flag: Allowed = { expected: 'true or false', ok: (value) => typeof value === 'boolean' };
export const call: Allowed = { expected: 'a function', ok: (value) => typeof value === 'function' };
export const signal: Allowed = { expected: 'an AbortSignal', ok: (value) => value instanceof AbortSignal };

/**
 * Values of options as they may be; one that is not given is not looked at.
 *
 * @throws DeversoirError `option-invalid` naming the option, its value and what was expected
 */
export function checkValues(options: object, allowed: Readonly<Record<string, Allowed>>): void {
  for (const [name, value] of Object.entries(options)) {
    const one = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (value !== undefined && one !== undefined && !one.ok(value))
      throw new DeversoirError(
        'option-invalid',
        `${name} ${one.secret ? `a ${typeof value}` : valueInWords(value)}`,
        { hint: `expected ${one.expected}` },
      );
  }
}

/** A path that a caller gives, as text that is not empty. */
export function checkPath(what: string, value: unknown): void {
  if (typeof value !== 'string' || value === '')
    throw new DeversoirError('option-invalid', `${what}: ${valueInWords(value)}`, {
      hint: 'expected a path as text',
    });
}
