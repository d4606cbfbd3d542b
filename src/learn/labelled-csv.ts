import { basename } from 'node:path';
import { tellColumns } from '../util/column-names.js';
import { csvRecords } from '../util/csv.js';
import { DeversoirError } from '../util/errors.js';
import { fileText } from '../util/file-text.js';
import { delimiterOf } from './sets/read-table.js';
import { starsToSentiment } from './sets/task-rows.js';

/** A text with the label a person or a tool gave it. */
export interface LabelledRow {
  readonly text: string;
  readonly label: string;
  /** Row of the file, the header is 1. */
  readonly row: number;
}

export interface LabelledCsvOptions {
  /** Column of the text; default `text`. */
  readonly text?: string;
  /** Column of the label; default `label`. */
  readonly label?: string;
  /** Column of stars, in place of labels: 1–2 negative, 3 neutral, 4–5 positive. */
  readonly stars?: string;
}

export interface LabelledCsv {
  readonly rows: readonly LabelledRow[];
  /** Rows without text or label, or whose stars are no number from 0.5 to 5. */
  readonly dropped: number;
}

/**
 * Labelled rows of a CSV or TSV file with a header, in UTF-8 or as a spreadsheet saves it (Windows-1252, UTF-16).
 *
 * Errors: `input-not-found`, `input-unreadable`; `data-invalid` names the columns there are, or says that no row has a label.
 */
export function readLabelledCsv(path: string, options: LabelledCsvOptions = {}): LabelledCsv {
  const file = basename(path);
  const content = fileText(path, 'give a CSV or TSV file with a header');
  const [header, ...records] = csvRecords(content, { delimiter: delimiterOf(content) }).filter(
    ({ cells }) => cells.length > 1 || cells[0] !== '',
  );
  const names = header?.cells ?? [];
  const at = (column: string): number => {
    const index = names.indexOf(column);
    if (index < 0)
      throw new DeversoirError('data-invalid', names.length === 0 ? 'empty' : `no column "${column}"`, {
        hint: names.length === 0 ? 'expected a header and rows' : `columns: ${tellColumns(names)}`,
        place: { file, column },
      });
    return index;
  };
  const textAt = at(options.text ?? 'text'),
    labelAt = at(options.stars ?? options.label ?? 'label');
  const labelOf = (value: string): string =>
    options.stars === undefined || value === ''
      ? value
      : (starsToSentiment(Number(value.replace(',', '.'))) ?? '');
  const rows = records
    .map(({ row, cells }) => ({
      text: cells[textAt] ?? '',
      label: labelOf((cells[labelAt] ?? '').trim()),
      row,
    }))
    .filter(({ text, label }) => text.trim() !== '' && label !== '');
  if (rows.length === 0)
    throw new DeversoirError('data-invalid', `none of ${records.length} rows has a text and a label`, {
      hint:
        options.stars === undefined
          ? 'expected a label in each row to learn from'
          : 'expected stars from 0.5 to 5',
      place: { file, column: names[labelAt] as string },
    });
  return { rows, dropped: records.length - rows.length };
}
