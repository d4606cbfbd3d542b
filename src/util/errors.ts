/** Codes of errors a user can meet. */
export type ErrorCode =
  | 'input-not-found'
  | 'input-unreadable'
  | 'input-hostile'
  | 'format-unknown'
  | 'option-invalid'
  | 'corpus-missing'
  | 'corpus-damaged'
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
    super(`${where ? `${where}: ` : ''}${what}${options.hint ? `: ${options.hint}` : ''}`, {
      cause: options.cause,
    });
    this.name = 'DeversoirError';
    this.code = code;
    this.place = options.place ?? {};
  }
}
