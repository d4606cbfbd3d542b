import { DeversoirError } from '../util/errors.js';
import type { ExportFile } from './bytes/export-file.js';
import { SOURCES } from './formats/index.js';
import { columnTitle } from './table/column-map.js';
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

/** Old Excel, Word and Outlook files. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What they are, by the names in their directory, and what to do. */
const OLE_KINDS: readonly (readonly [name: RegExp, told: string])[] = [
  [
    /EncryptedPackage/,
    'a workbook or text with a password: open it, take the password away and save it again',
  ],
  [/__substg1\.0_|__nameid_version1\.0/, 'an Outlook mail (.msg): open it and save it as .eml'],
  [/WordDocument/, 'an old Word text (.doc): open it and save it as .docx'],
  [/Workbook|Book/, 'an old Excel workbook (.xls): open it and save it as .xlsx'],
];
const SAVE_OLE =
  'a file of old Excel (.xls), Outlook (.msg) or Word (.doc): open it and save it as .xlsx, .eml or .docx';

/** The names in the directory of an old file are UTF-16. */
function oleKind(head: Uint8Array): string {
  const names = Buffer.from(head.filter((byte) => byte !== 0)).toString('latin1');
  return OLE_KINDS.find(([name]) => name.test(names))?.[1] ?? SAVE_OLE;
}

/** Why a file that no format recognised is not read, in words for the manifest. */
export function unrecognised(file: ExportFile): string {
  if (OLE.every((byte, at) => file.head[at] === byte)) return `not recognised: ${oleKind(file.head)}`;
  const refused = REFUSED[file.container];
  if (refused !== undefined) return `not recognised: ${refused}`;
  const { table } = file;
  if (table && table.header.length > 0) {
    const columns = table.header.map(columnTitle).slice(0, 12).join(', ').slice(0, 300);
    return `not recognised: ${table.json === undefined ? 'a table without a column of text that can be guessed' : 'a list of JSON objects that nothing shows to be messages'} (${columns}): say which with map, e.g. text=COLUMN`;
  }
  if (file.json) return 'not recognised: JSON of an unknown shape';
  if (file.markup?.root.toLowerCase() === 'workbook')
    return 'not recognised: a workbook as XML (Excel 2003): open it and save it as .xlsx';
  if (file.markup && /<table\b/i.test(file.headText))
    return 'not recognised: a page with a table (some tools call it .xls): open it in a spreadsheet and save it as .xlsx or .csv';
  if (file.markup)
    return `not recognised: ${file.markup.kind.toUpperCase()} with root <${file.markup.root.slice(0, 40)}>`;
  return `not recognised: no known format${/\.(?:csv|tsv)$/i.test(file.path) ? '; where each line is a text, read it without a header (--no-header)' : ''}`;
}
