/** Codes of errors a user can meet. */
export type ErrorCode =
  | 'input-not-found'
  | 'input-unreadable'
  | 'input-hostile'
  | 'format-unknown'
  | 'option-invalid'
  | 'corpus-missing'
  | 'corpus-damaged'
  | 'corpus-outdated'
  | 'corpus-busy'
  | 'corpus-closed'
  | 'peer-missing'
  | 'model-invalid'
  | 'data-invalid'
  | 'internal';

export interface ErrorPlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * The one error class: a code, the place, the value and what was expected. The message is one line that says what to do.
 * It never holds an author's name or a private text.
 *
 * @example
 * new DeversoirError('option-invalid', 'unknown zone "Paris"', { hint: 'use an IANA name such as Europe/Paris' }).message
 * // → 'unknown zone "Paris": use an IANA name such as Europe/Paris'
 */
export class DeversoirError extends Error {
  readonly code: ErrorCode;
  readonly place: ErrorPlace;
  /** The message without the place: files may be named after people. */
  readonly bare: string;

  constructor(
    code: ErrorCode,
    what: string,
    options: { hint?: string; place?: ErrorPlace; cause?: unknown } = {},
  ) {
    const { file, row, column } = options.place ?? {};
    const where = [
      file,
      row === undefined ? undefined : `row ${row}`,
      column === undefined ? undefined : `column "${column}"`,
    ]
      .filter((part) => part !== undefined)
      .join(', ');
    const bare = `${what}${options.hint ? `: ${options.hint}` : ''}`;
    super(`${where ? `${where}: ` : ''}${bare}`, { cause: options.cause });
    this.bare = bare;
    this.name = 'DeversoirError';
    this.code = code;
    this.place = options.place ?? {};
  }
}

/**
 * A message of another program without what it quotes, which may be the text of a person.
 *
 * @example
 * withoutQuotes(`Unexpected token 'C', "Camille" is not valid JSON`)
 * // → 'Unexpected token … is not valid JSON'
 */
export function withoutQuotes(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ');
  const first = line.search(/["'`«“]/);
  if (first < 0) return line;
  const last = Math.max(...['"', "'", '`', '»', '”'].map((quote) => line.lastIndexOf(quote)));
  return `${line.slice(0, first)}…${last > first ? line.slice(last + 1) : ''}`;
}
