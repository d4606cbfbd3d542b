import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DeversoirError } from '../util/errors.js';
import { starsToSentiment } from './sets/task-rows.js';
import { type Cells, delimiterOf, readCells } from './sets/read-table.js';

/** A text with the label a person or a tool gave it. */
export interface LabelledRow {
  readonly text: string;
  readonly label: string;
}

export interface LabelledCsvOptions {
  /** Column of the text; default `text`. */
  readonly text?: string;
  /** Column of the label; default `label`. */
  readonly label?: string;
  /** Column of stars, in place of labels: 1–2 negative, 3 neutral, 4–5 positive. */
  readonly stars?: string;
}

/** Labelled rows of a CSV or TSV file with a header. Rows without text or label are left out. Errors: `data-invalid` names the columns there are. */
export function readLabelledCsv(path: string, options: LabelledCsvOptions = {}): LabelledRow[] {
  const file = basename(path);
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new DeversoirError('input-not-found', path, {
      hint: 'expected a CSV or TSV file with a header',
      cause,
    });
  }
  const delimiter = delimiterOf(content);
  const rows = readCells(content, { delimiter, header: true, quoted: true });
  const textColumn = options.text ?? 'text',
    labelColumn = options.stars ?? options.label ?? 'label';
  for (const column of [textColumn, labelColumn]) {
    if (rows[0] !== undefined && rows[0][column] === undefined) {
      throw new DeversoirError('data-invalid', `no column "${column}"`, {
        hint: `columns: ${Object.keys(rows[0]).join(', ')}`,
        place: { file, column },
      });
    }
  }
  const labelOf = (cells: Cells): string => {
    const value = (cells[labelColumn] ?? '').trim();
    return options.stars === undefined || value === ''
      ? value
      : (starsToSentiment(Number(value.replace(',', '.'))) ?? '');
  };
  return rows
    .map((cells) => ({ text: cells[textColumn] ?? '', label: labelOf(cells) }))
    .filter(({ text, label }) => text.trim() !== '' && label !== '');
}
