import { type LabelledRow, readLabelledCsv } from '../learn/labelled-csv.js';
import { sentimentName } from '../learn/sets/task-rows.js';
import { DeversoirError } from '../util/errors.js';
import { type CommandIo, type OptionValues, stringOptions } from './command.js';
import { toldLabel } from './told-label.js';

/**
 * Labelled rows of the file and the columns of a command line, with the labels of a head where `labels` is given; tones may be in French.
 * Rows that are left out are told.
 *
 * @throws DeversoirError as `readLabelledCsv`, and `data-invalid` for a label the head does not tell.
 */
export function labelledRows(
  file: string,
  values: OptionValues,
  io: CommandIo,
  labels: readonly string[] | undefined,
): readonly LabelledRow[] {
  const columns = stringOptions(values, 'text', 'label', 'stars');
  if (columns.label !== undefined && columns.stars !== undefined)
    throw new DeversoirError('option-invalid', '--label and --stars', { hint: 'give one of them' });
  const { rows, dropped } = readLabelledCsv(file, columns);
  if (dropped > 0)
    io.warn(`warning: ${dropped} of ${rows.length + dropped} rows have no text or no label: left out`);
  if (labels === undefined) return rows;
  return rows.map((one) => {
    const label = labels.includes(one.label) ? one.label : (sentimentName(one.label) ?? one.label);
    if (!labels.includes(label))
      throw new DeversoirError('data-invalid', `label "${toldLabel(one.label)}"`, {
        hint: `expected one of ${labels.join(', ')}`,
        place: { file, row: one.row, column: columns.stars ?? columns.label ?? 'label' },
      });
    return { ...one, label };
  });
}
