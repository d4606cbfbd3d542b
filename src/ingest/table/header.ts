import type { TablePeek } from '../bytes/export-file.js';
import { MAX_CELLS, MAX_RECORD, csvRecords } from '../../util/csv.js';
import {
  type HeaderOptions,
  columnName,
  findHeader,
  headerShare,
  isOfImports,
  modalWidth,
  zonesOfImports,
} from './find-header.js';
import { totalOrNote } from './no-message.js';
import { rowOfSecondTable } from './second-table.js';
import { TEXT_NAMES, foldName } from './text-names.js';
import { UNITS_ROWS, isUnits } from './units-row.js';

export { columnName } from './find-header.js';

const clean = (cell: string): string => cell.replaceAll(/[\ufeff\0]/g, '').trim();

/** Builds the peek of a table from its first records. */
export function tablePeek(
  records: readonly (readonly string[])[],
  delimiter: string,
  options: HeaderOptions = {},
): TablePeek {
  const index = findHeader(records, options);
  const width = Math.min(500, Math.max(0, ...records.map((cells) => cells.length)));
  const otherRow = rowOfSecondTable(records, index + 1);
  const imports = records.slice(index + 1, index + 1 + UNITS_ROWS).find(isOfImports);
  const header = index < 0 ? Array.from({ length: width }, () => '') : (records[index] ?? []).map(clean);
  return {
    delimiter,
    headerRow: index + 1,
    header,
    names: header.map(columnName),
    preamble: records.slice(0, Math.max(0, index)),
    rows: records
      .slice(index + 1, otherRow === undefined ? records.length : otherRow - 1)
      .filter(
        (cells, at) =>
          cells.some((cell) => cell.trim() !== '') &&
          !(
            width > 1 &&
            ((index >= 0 && at < UNITS_ROWS && isUnits(cells)) || totalOrNote(cells, width) !== undefined)
          ),
      ),
    ...(otherRow !== undefined && { otherRow }),
    ...(imports && { zones: zonesOfImports(imports) }),
  };
}

const DELIMITERS = ['\t', ';', ',', '|', '^'] as const;
const PEEK_RECORDS = 200;
/** Consistency over which a text is a table. */
const LEAST_CONSISTENT = 0.25;

/** How constant the number of columns is, over quote-aware records: share of records of the modal width, times its size. */
function consistency(records: readonly (readonly string[])[]): number {
  const width = modalWidth(records);
  if (width < 2) return 0;
  const filled = records.filter((cells) => cells.length > 1 || (cells[0] ?? '').trim() !== '');
  const same = filled.filter((cells) => cells.length === width).length;
  return (same / filled.length) * (1 - 1 / (width + 1));
}

/** Sentences with commas in them: nearly all that follows one begins with a space, under no words of headers. */
function isProse(records: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = records;
  const after = records.flatMap((cells) => cells.slice(1));
  const spaced = after.filter((cell) => /^\s+\S/.test(cell)).length;
  return others.length > 0 && spaced >= 0.95 * after.length && (first.length < 2 || headerShare(first) < 0.5);
}

/** Statements of a database, objects of Python: commas part no columns in them. */
const DUMP = /^\s*(?:INSERT INTO |CREATE TABLE |COPY \S+ \(|-- |\{'[^'\n]+': )/i;

/** Two lines in quotes as a whole, and what stands in the first. */
const WRAPPED = /^\s*"((?:[^"\r\n]|"")*)"\r?\n"(?:[^"\r\n]|"")*"(?:\r|\n|$)/;

/** The table in lines that stand in quotes as a whole: `"date;avis"`. */
function peekWrapped(text: string, headIsAll: boolean, options: HeaderOptions): TablePeek | undefined {
  const first = WRAPPED.exec(text)?.[1] ?? '';
  const delimiter = DELIMITERS.find((one) => first.includes(one) && !first.includes(`${one} `));
  if (delimiter === undefined) return undefined;
  const records = recordsOf(text, headIsAll, NO_DELIMITER).map(
    ([line = '']) => csvRecords(line, { delimiter })[0]?.cells ?? [],
  );
  return consistency(records) > LEAST_CONSISTENT
    ? { ...tablePeek(records, delimiter, options), wrapped: true }
    : undefined;
}

/** Never in a text: the delimiter of a file that is one column. */
export const NO_DELIMITER = '\u001F';

/** One text a line, under a name that tells it, or because the user says so. */
function isOneColumn(firstLine: string, options: HeaderOptions): boolean {
  const name = columnName(firstLine);
  return (
    TEXT_NAMES.test(foldName(name)) || (options.columns ?? []).some((column) => columnName(column) === name)
  );
}

const recordsOf = (text: string, headIsAll: boolean, delimiter: string): readonly (readonly string[])[] => {
  const all = csvRecords(text, { delimiter, quotes: true });
  return (headIsAll || all.length < 2 ? all : all.slice(0, -1))
    .slice(0, PEEK_RECORDS)
    .map((record) => record.cells);
};

/**
 * What the beginning of a text shows, when it is a delimited table: at least two columns in most records; or one column under a
 * name that tells it.
 */
export function peekTable(
  headText: string,
  headIsAll: boolean,
  options: HeaderOptions = {},
): TablePeek | undefined {
  let best: { records: readonly (readonly string[])[]; delimiter: string; score: number } | undefined;
  const text = headText.startsWith('\ufeff') ? headText.slice(1) : headText;
  if (DUMP.test(text)) return undefined;
  const firstLine = /^[^\S\n]*\S.*$/m.exec(text.slice(0, 10_000))?.[0] ?? '';
  const oneColumn = isOneColumn(firstLine, options);
  const wrapped = peekWrapped(text, headIsAll, options);
  if (wrapped) return wrapped;
  const excel = /^sep=([,;\t|])\r?\n/i.exec(text);
  for (const delimiter of oneColumn ? [] : excel ? [excel[1] ?? ','] : DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const records = recordsOf(text, headIsAll, delimiter);
    const score = delimiter === ',' && isProse(records) ? 0 : consistency(records);
    if (score > (best?.score ?? LEAST_CONSISTENT)) best = { records, delimiter, score };
  }
  if (!best && (oneColumn || options.headerRow !== undefined))
    best = { records: recordsOf(text, headIsAll, NO_DELIMITER), delimiter: NO_DELIMITER, score: 0 };
  if (!best) return undefined;
  if ((best.records[0]?.length ?? 0) >= MAX_CELLS) return undefined;
  return tablePeek(best.records, best.delimiter, options);
}

/** Characters in which the first line of a table ends. */
const FIRST_LINE = 20_000;

/**
 * Whether the beginning of a file is a table that is cut before its first row under the header ends.
 *
 * @example
 * [endsInFirstRow('date;avis\n2026-03-01;"un texte'), endsInFirstRow('date;avis\n1;a\n2;b')]
 * // → [true, false]
 */
export function endsInFirstRow(text: string): boolean {
  const first = /^[^\n\r]*/.exec(text.slice(0, FIRST_LINE))?.[0] ?? '';
  if (/^\s*[<{[]|[\0-\x08]/.test(first) || first.length === FIRST_LINE || text.length > MAX_RECORD)
    return false;
  if (!DELIMITERS.some((one) => first.includes(one))) return false;
  let quoted = false,
    ends = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      // a quote inside a cell that has not been doubled: rows are not told by quotes
      if (quoted && /[^"\r\n\t;,|^]/.test(text[at + 1] ?? '')) return false;
      quoted = !quoted;
    }
    if (!quoted && (code === 10 || code === 13) && at > 0 && !/[\n\r]/.test(text[at - 1] ?? '')) {
      ends++;
      if (ends === 2) return false;
    }
  }
  return true;
}
