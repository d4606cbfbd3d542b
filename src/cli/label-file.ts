import { existsSync } from 'node:fs';
import { isReaderErrors } from '../enrich/transformer/vector-head.js';
import { delimiterOf } from '../learn/sets/read-table.js';
import type { MessageLabel } from '../metrics/index.js';
import { CORRECTED_HEADS, type CorrectedHead, type Genre, type HeadConfusion } from '../model/index.js';
import { tellColumns } from '../util/column-names.js';
import { csvRecords } from '../util/csv.js';
import { DeversoirError } from '../util/errors.js';
import { fileText } from '../util/file-text.js';
import { fold } from '../util/fold.js';

const GIVE = 'give a CSV that "deversoir label" wrote, or its page handed back';

/** What a second reader told of labelled sets, as tables of the head; `undefined` where the cell does not hold that. */
function errorTables(
  cell: string,
  head: CorrectedHead,
  { labels, cuts }: { readonly labels: readonly string[]; readonly cuts: readonly number[] },
): HeadConfusion[] | undefined {
  let told: unknown;
  try {
    told = JSON.parse(cell);
  } catch {
    return undefined;
  }
  if (!Array.isArray(told) || !told.every(isReaderErrors)) return undefined;
  return told.every(({ counts }) => counts.length === labels.length)
    ? told.map(({ source, genre, counts }) => ({
        head,
        genre: genre as Genre,
        language: null,
        labels,
        edges: cuts,
        counts,
        source,
      }))
    : undefined;
}

/** Labels as a French hand writes them, without accents. */
const FRENCH: Readonly<Record<string, string>> = {
  negatif: 'negative',
  neutre: 'neutral',
  positif: 'positive',
  mele: 'neutral',
  'neutre ou mele': 'neutral',
  plainte: 'complaint',
  reclamation: 'complaint',
  nuisible: 'harm',
  'a moderer': 'harm',
  aucun: 'none',
  aucune: 'none',
  non: 'none',
};

/** What “oui” says under a head that asks for one thing. */
const YES: Readonly<Partial<Record<CorrectedHead, string>>> = { complaint: 'complaint', harm: 'harm' };

/** Labels, in English or French, of a CSV with the columns messageId, head, label and, where a model labelled, reader. Rows without a label are left out. */
export async function readLabels(file: string): Promise<MessageLabel[]> {
  const { HEAD_COLUMNS } = await import('../metrics/index.js');
  const fail = (what: string, hint: string, row?: number, column?: string): DeversoirError =>
    new DeversoirError('data-invalid', what, {
      hint,
      place: { file, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) },
    });
  const text = fileText(file, GIVE);
  const [header, ...records] = csvRecords(text, { delimiter: delimiterOf(text) }).filter(
    ({ cells }) => cells.length > 1 || cells[0] !== '',
  );
  const names = header?.cells ?? [];
  for (const column of ['messageId', 'head', 'label'])
    if (!names.includes(column)) throw fail(`no column ${column}`, `found ${tellColumns(names)}`, 1, column);
  let errors: { readonly reader: string; readonly tables: readonly HeadConfusion[] } | undefined;
  return records.flatMap(({ row, cells, flaw }): MessageLabel[] => {
    if (cells.length !== names.length || flaw !== undefined)
      throw fail(
        flaw === undefined ? `${cells.length} cells` : 'a quote that never closes',
        `expected ${names.length} cells, as the header has`,
        row,
      );
    const given = (name: string): string => cells[names.indexOf(name)] ?? '';
    const [head, written] = [given('head'), fold(given('label').trim())];
    if (written === '') return [];
    const known = CORRECTED_HEADS.find((one) => one === head);
    if (known === undefined)
      throw fail(`head "${head}"`, `expected one of ${CORRECTED_HEADS.join(', ')}`, row, 'head');
    const label = (written === 'oui' ? YES[known] : FRENCH[written]) ?? written;
    if (!HEAD_COLUMNS[known].labels.includes(label))
      throw fail(
        `label "${written}"`,
        `expected one of ${HEAD_COLUMNS[known].labels.join(', ')}`,
        row,
        'label',
      );
    const reader = given('reader').trim();
    const told = given('readerErrors').trim();
    if (told !== '') {
      const tables = errorTables(told, known, HEAD_COLUMNS[known]);
      if (tables === undefined)
        throw fail('no tables of errors', 'label the sample again', row, 'readerErrors');
      errors = { reader, tables };
    }
    return [
      {
        messageId: given('messageId'),
        head: known,
        label,
        ...(reader !== '' && { reader }),
        ...(reader !== '' && errors?.reader === reader && { readerErrors: errors.tables }),
      },
    ];
  });
}

/** Labels of all files; throws `data-invalid` where they hold none: shares would stay as they are in silence. */
export async function readLabelFiles(files: readonly string[]): Promise<MessageLabel[]> {
  const labels = (await Promise.all(files.map(readLabels))).flat();
  if (files.length > 0 && labels.length === 0)
    throw new DeversoirError('data-invalid', `no label in ${files.join(', ')}`, {
      hint: 'fill the column label',
    });
  return labels;
}

/** Throws `option-invalid` where a file holds labels by hand, or is another than a sample to label: neither is written over. */
export async function refuseLabelled(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const isSample = /^"?messageId\b/.test(fileText(file, GIVE));
  const labels = isSample ? await readLabels(file).catch(() => undefined) : undefined;
  if (labels?.every(({ reader }) => reader !== undefined) === true) return;
  throw new DeversoirError(
    'option-invalid',
    labels === undefined ? `${file} is there and is no sample to label` : `${file} holds labels`,
    { hint: 'give another name: what is in it would be lost' },
  );
}
