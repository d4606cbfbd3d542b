import { DeversoirError } from '../util/errors.js';
import { isDirectory } from './table/directory.js';
import type { ExportFile } from './bytes/export-file.js';
import { SOURCES } from './formats/index.js';
import { refusedKind } from './refused.js';
import { tellColumns } from '../util/column-names.js';
import type { Detection, Source } from './source.js';

/** A format that a file may have, with the reason. */
export interface Candidate extends Detection {
  readonly source: Source;
}

/** Lowest score at which a file is read as a format. */
export const LEAST_SCORE = 0.5;

/** Asks every format about a file: those that recognise it, best first. A format that fails to look is passed over. */
export function detectFormat(file: ExportFile): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const source of SOURCES) {
    try {
      const detection = source.detect(file);
      if (detection && detection.score >= LEAST_SCORE) candidates.push({ ...detection, source });
    } catch {
      // a look at a hostile head is no reason to stop the other formats
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** All formats that can be read. */
export function formats(): readonly Source[] {
  return SOURCES;
}

/**
 * The format of that name.
 *
 * @throws DeversoirError `option-invalid` with the names nearest to it.
 */
export function formatByName(name: string): Source {
  const found = SOURCES.find(({ format }) => format === name);
  if (found) return found;
  const near = SOURCES.map(({ format }) => format).filter(
    (format) =>
      format.includes(name) || format.split('-').some((part) => part.length > 2 && name.includes(part)),
  );
  throw new DeversoirError('option-invalid', `unknown format "${name}"`, {
    hint: `${near.length > 0 ? `did you mean ${near.slice(0, 5).join(', ')}? ` : ''}see "deversoir formats"`,
  });
}

const REFUSED: Readonly<Partial<Record<ExportFile['container'], string>>> = {
  empty: 'empty file',
  pdf: 'a PDF: export the data as CSV, XLSX or HTML instead',
  binary: 'a binary file that is no export',
  rtf: 'an RTF text of no known press tool: save it as .docx or .txt, or export it as HTML',
};

/** An empty list, or an object of nothing but empty lists. */
const holdsNothing = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((list) => !Array.isArray(value) && Array.isArray(list) && list.length === 0);

/** Why a file that no format recognised is not read, in words for the manifest. */
export function unrecognised(file: ExportFile): string {
  const kind = refusedKind(file.head);
  if (kind !== undefined) return `not recognised: ${kind}`;
  const refused = REFUSED[file.container];
  if (refused !== undefined) return `not recognised: ${refused}`;
  const { table } = file;
  if (table && table.header.length > 0) {
    const columns = tellColumns(table.header);
    if (table.rows.length === 0 && table.json === undefined)
      return file.headIsAll
        ? `not recognised: a header (${columns}) and no row under it: there is nothing to read`
        : `not recognised: the first row under the header (${columns}) does not end within ${(file.head.length / 1e6).toFixed(1)} MB: look there for a quote that never closes`;
    if (isDirectory(table))
      return `not recognised: a list of firms or places (${columns}), in which no column is what customers write; where one is, say which with map, e.g. text=COLUMN`;
    return `not recognised: ${table.json === undefined ? 'a table without a column of text that can be guessed' : 'a list of JSON objects that nothing shows to be messages'} (${columns}): say which with map, e.g. text=COLUMN`;
  }
  if (holdsNothing(file.json?.value))
    return 'not recognised: JSON without a record: there is nothing to read';
  if (file.json)
    return 'not recognised: JSON of an unknown shape; if it holds messages, save them as a table, or as one flat object a line';
  if (file.markup?.root.toLowerCase() === 'workbook')
    return 'not recognised: a workbook as XML (Excel 2003): open it and save it as .xlsx';
  if (file.markup && /<table\b/i.test(file.headText))
    return 'not recognised: a page with a table (some tools call it .xls): open it in a spreadsheet and save it as .xlsx or .csv';
  if (file.markup && /class="page_wrap"[^]*class="(?:from_name|page_body chat_page)/.test(file.headText))
    return 'not recognised: a Telegram chat as a page: export it again as JSON';
  if (file.markup && /class="[^"]*(?:_a6-g|_3-95|_2ph_)/.test(file.headText))
    return 'not recognised: a download of Facebook or Instagram as pages: ask for it again as JSON';
  if (file.markup)
    return `not recognised: ${file.markup.kind.toUpperCase()} with root <${file.markup.root.slice(0, 40)}>; if it holds messages, export them as a table or as JSON`;
  if (/^\s*(?:INSERT INTO |CREATE TABLE |COPY \S+ \()/im.test(file.headText.slice(0, 5000)))
    return 'not recognised: statements of a database (SQL): export its table as .csv';
  if (/^\s*\{'[^'\n]+': /.test(file.headText)) return 'not recognised: objects of Python: save them as JSON';
  return 'not recognised: no known format; where each line is a text, read it without a header (--no-header)';
}
