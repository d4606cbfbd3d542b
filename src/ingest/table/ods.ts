import { MAX_CELLS } from '../../util/csv.js';
import { DeversoirError } from '../../util/errors.js';
import type { ZipMember } from '../bytes/zip.js';
import { MergedDown } from './merged-cells.js';
import type { Sheet, SheetRow } from './xlsx.js';
import { type MergeDown, parseAll, parsePart } from './xlsx-parts.js';

type Attributes = Readonly<Record<string, string>>;

/** Equal rows next to each other are written once with their number; more cells than a sheet has rows for all of them are an attack. */
const MOST_REPEATED_CELLS = 1 << 20;

const timesOf = (attributes: Attributes, name: string): number => {
  const times = Number(attributes[name] ?? 1);
  return Number.isSafeInteger(times) && times > 0 ? times : 1;
};

/** Text of a cell, numbers and dates as they are stored, everything else as it is shown. */
function cellText(attributes: Attributes, shown: string): string {
  if (attributes['calcext:value-type'] === 'error') return '';
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return attributes['office:value'] ?? shown;
    case 'date':
      return (attributes['office:date-value'] ?? shown)
        .replace('T', ' ')
        .replace(/(:\d\d)[.,]\d+$/, '$1')
        .replace(/ 00:00(?::00)?$/, '');
    case 'boolean':
      return attributes['office:boolean-value'] ?? shown;
    default:
      return shown === '' ? (attributes['office:string-value'] ?? '') : shown;
  }
}

/** The rows of the sheet of that number. */
async function* odsRows(content: ZipMember, wanted: number): AsyncGenerator<SheetRow> {
  let index = -1,
    depth = 0,
    row = 0,
    rowTimes = 1,
    column = 0,
    cell: Attributes | undefined,
    note = 0,
    paragraphs = 0;
  let cells: string[] = [],
    shown = '',
    link: string | undefined,
    links = new Map<number, string>(),
    flaw: SheetRow['flaw'],
    repeated = 0,
    done: (SheetRow & { readonly times: number })[] = [];
  const merges: MergeDown[] = [];
  const merged = new MergedDown(merges);
  const inSheet = (): boolean => index === wanted && depth === 1;
  const closeCell = (attributes: Attributes): void => {
    const value = cellText(attributes, shown),
      times = timesOf(attributes, 'table:number-columns-repeated'),
      rows = timesOf(attributes, 'table:number-rows-spanned');
    if (value.trim() !== '' && column + times > MAX_CELLS) flaw = 'too-wide';
    else if (value !== '') {
      while (cells.length < column) cells.push('');
      for (let time = 0; time < times; time++) cells.push(value);
      if (rows > 1) merges.push([row + 1, column, row + rows]);
      if (link !== undefined) links.set(column, link);
    }
    column += times;
  };
  const closeRow = (): void => {
    if (cells.length > 0 || flaw !== undefined) {
      repeated += (rowTimes - 1) * Math.max(1, cells.length);
      if (repeated > MOST_REPEATED_CELLS)
        throw new DeversoirError('input-hostile', `a row of the sheet stands for ${rowTimes} rows`);
      done.push({ row: row + 1, times: rowTimes, cells, links: links.size > 0 ? links : undefined, flaw });
    }
    row += rowTimes;
  };
  const pieces = parsePart(content, {
    open(name, attributes) {
      if (name === 'table') {
        if (depth++ === 0) index++;
      } else if (!inSheet()) return;
      else if (name === 'table-row') {
        rowTimes = timesOf(attributes, 'table:number-rows-repeated');
        cells = [];
        links = new Map();
        column = 0;
        flaw = undefined;
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = attributes;
        shown = '';
        link = undefined;
        paragraphs = 0;
      } else if (name === 'annotation') note++;
      else if (cell === undefined || note > 0) return;
      else if (name === 'p') shown += paragraphs++ > 0 ? '\n' : '';
      else if (name === 's') shown += ' '.repeat(Math.min(1000, timesOf(attributes, 'text:c')));
      else if (name === 'tab') shown += '\t';
      else if (name === 'line-break') shown += '\n';
      else if (name === 'a' && /^(?:https?|mailto):/i.test(attributes['xlink:href'] ?? ''))
        link ??= attributes['xlink:href'];
    },
    text(text) {
      if (cell !== undefined && note === 0 && paragraphs > 0) shown += text.replaceAll(/[\r\n]+ */g, ' ');
    },
    close(name) {
      if (name === 'table') depth--;
      else if (!inSheet()) return;
      else if (name === 'annotation') note--;
      else if (name === 'table-row') closeRow();
      else if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        closeCell(cell);
        cell = undefined;
      }
    },
  });
  for (;;) {
    const ended = (await pieces.next()).done === true;
    for (const { times, row: first, cells: all, ...rest } of done)
      for (let time = 0; time < times; time++) {
        const own = [...all];
        merged.fill(first + time, own);
        yield { ...rest, row: first + time, cells: own };
      }
    done = [];
    if (ended || index > wanted) return;
  }
}

/** The sheets of an unpacked OpenDocument workbook (.ods), by its `content.xml`, in order; hidden ones are told by their style. */
export async function openOds(content: ZipMember): Promise<readonly Sheet[]> {
  const tables: { readonly name: string; readonly style: string }[] = [];
  const hidden = new Set<string>();
  let depth = 0,
    style = '';
  await parseAll(content, {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
      else if (name === 'table' && depth++ === 0)
        tables.push({ name: attributes['table:name'] ?? '', style: attributes['table:style-name'] ?? '' });
    },
    close(name) {
      if (name === 'table') depth--;
    },
  });
  if (tables.length === 0)
    throw new DeversoirError(
      'input-unreadable',
      'no sheet can be read in this OpenDocument workbook: it has a password, or is damaged',
      { hint: 'open it and save it without a password, or as .xlsx or .csv' },
    );
  return tables.map((table, index) => ({
    name: table.name,
    hidden: hidden.has(table.style),
    rows: () => odsRows(content, index),
  }));
}
