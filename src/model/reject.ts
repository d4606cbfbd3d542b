import type { Row } from './columns.js';

/** Why a row was not kept. */
const REJECT_REASONS = [
  'unreadable-row',
  'unreadable-date',
  'unreadable-number',
  'missing-column',
  'missing-text',
  'too-large',
  'too-deep',
  'encoding',
  'truncated',
  'not-a-message',
  'hostile',
  'unsupported',
] as const;

/** Columns of `rejects/*.parquet`. */
export const rejectColumns = {
  file: { kind: 'string', required: true, doc: 'export file' },
  format: { kind: 'string', required: true, doc: 'format the file was read as' },
  row: { kind: 'int', doc: 'row, line or item, from 1' },
  column: { kind: 'string', doc: 'column or field' },
  value: { kind: 'string', doc: 'the value, masked and cut to 200 characters' },
  reason: { kind: 'string', required: true, values: REJECT_REASONS, doc: 'reason code' },
  hint: { kind: 'string', required: true, doc: 'what was expected, and what to do' },
} as const;

/** A row that could not become a message, with the reason. Nothing is lost silently. */
export type Reject = Row<typeof rejectColumns>;

/** What is doubtful about a kept row or a whole file. */
const DOUBT_REASONS = [
  'date-order',
  'number-format',
  'damaged-id',
  'conflicting-id',
  'same-texts',
  'absent-post',
  'no-customer',
  'few-complaints',
  'encoding',
  'mojibake',
  'zone',
  'guessed-mapping',
  'guessed-stage',
  'truncated',
  'orphan-reply',
  'other',
] as const;

/** Doubts about rows kept of one file at most, the first; the number of the others is a note. As many about the file itself. */
export const MAX_DOUBTS = 10_000;

/** Columns of `doubts/*.parquet`: kept all the same, but a person should look. */
export const doubtColumns = {
  file: { kind: 'string', required: true, doc: 'export file' },
  format: { kind: 'string', required: true, doc: 'format the file was read as' },
  row: { kind: 'int', doc: 'row, line or item, from 1; absent: the whole file or column' },
  column: { kind: 'string', doc: 'column or field' },
  value: { kind: 'string', doc: 'the value, masked and cut to 200 characters' },
  reason: { kind: 'string', required: true, values: DOUBT_REASONS, doc: 'reason code' },
  hint: { kind: 'string', required: true, doc: 'what was assumed, and the option that settles it' },
} as const;

/** A doubt about a kept row, a column or a file. */
export type Doubt = Row<typeof doubtColumns>;
