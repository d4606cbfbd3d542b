import { Parser } from 'htmlparser2';
import { DeversoirError } from '../util/errors.js';
import type { ExportFile, TablePeek } from './export-file.js';
import { memorySource } from './byte-source.js';
import { MAX_CELLS } from './csv.js';
import { serialToWall } from './dates.js';
import { tablePeek } from './header.js';
import { type ZipListing, type ZipMember, listZip } from './zip.js';

/** A row of a sheet: cells as text, hyperlink targets by column. */
export interface SheetRow {
  /** Row number as the spreadsheet shows it. */
  readonly row: number;
  readonly cells: string[];
  /** Address of the hyperlink of a cell, by column index from 0. */
  readonly links: ReadonlyMap<number, string> | undefined;
  readonly tooWide: boolean;
}

export interface Sheet {
  readonly name: string;
  rows(): AsyncGenerator<SheetRow>;
}

/** Bytes that a workbook file may have, and its shared strings and links may take when unpacked. */
export const WORKBOOK_LIMIT = 512 * 1024 * 1024;
const PART_LIMIT = 512 * 1024 * 1024;

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Feeds a part of the workbook to the handlers, piece by piece. */
async function* parsePart(member: ZipMember, handlers: Handlers): AsyncGenerator<void> {
  const parser = new Parser({
    onopentag: (name, attributes) => handlers.open?.(local(name), attributes),
    ontext: (text) => handlers.text?.(text),
    onclosetag: (name) => handlers.close?.(local(name)),
  }, { xmlMode: true, decodeEntities: true });
  const decoder = new TextDecoder();
  let total = 0;
  for await (const chunk of member.source.stream()) {
    total += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    if (total === chunk.length && text.includes('<!ENTITY')) throw new DeversoirError('input-hostile', 'the workbook declares entities');
    for (let from = 0; from < text.length; from += 65_536) {
      parser.write(text.slice(from, from + 65_536));
      yield;
    }
  }
  parser.end();
  yield;
}

async function parseAll(member: ZipMember | undefined, handlers: Handlers): Promise<void> {
  if (!member) return;
  if (member.source.size > PART_LIMIT) throw new DeversoirError('input-hostile', `a part of the workbook is larger than ${PART_LIMIT} bytes`);
  const pieces = parsePart(member, handlers);
  while (!(await pieces.next()).done);
}

/** `_x000D_` and the like stand for control characters. */
const unescapeCell = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

async function sharedStrings(member: ZipMember | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = '', inText = false, phonetic = false, size = 0;
  await parseAll(member, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(text) {
      if (!inText) return;
      current += text;
      size += text.length;
      if (size > PART_LIMIT / 2) throw new DeversoirError('input-hostile', 'the strings of the workbook are too large');
    },
    close(name) {
      if (name === 'si') strings.push(unescapeCell(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
  });
  return strings;
}

const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Which cell styles show a number as a date. */
async function dateStyles(member: ZipMember | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>(), custom = new Set<number>();
  let inXfs = false, index = 0;
  await parseAll(member, {
    open(name, attributes) {
      if (name === 'numFmt') {
        const code = (attributes['formatCode'] ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        if (/[ymdhs]/i.test(code) && !/^general$/i.test(code)) custom.add(Number(attributes['numFmtId']));
      } else if (name === 'cellXfs') inXfs = true;
      else if (name === 'xf' && inXfs) {
        const id = Number(attributes['numFmtId']);
        if (DATE_FORMATS.has(id) || custom.has(id)) dates.add(index);
        index++;
      }
    },
    close(name) { if (name === 'cellXfs') inXfs = false; },
  });
  return dates;
}

async function relations(member: ZipMember | undefined): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await parseAll(member, {
    open(name, attributes) {
      const { Id: id, Target: target } = attributes;
      if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
    },
  });
  return targets;
}

/** Column index from 0 of a cell reference such as `AB12`; -1 when it is none. */
export function columnIndex(reference: string): number {
  let index = 0, i = 0;
  for (; i < reference.length; i++) {
    const c = reference.charCodeAt(i);
    if (c < 65 || c > 90) break;
    index = index * 26 + c - 64;
  }
  return i === 0 || i > 3 ? -1 : index - 1;
}

/** Hyperlinks stand after the rows: a first pass over the sheet collects them by row. */
async function hyperlinks(sheet: ZipMember, targets: ReadonlyMap<string, string>): Promise<ReadonlyMap<number, ReadonlyMap<number, string>>> {
  const links = new Map<number, Map<number, string>>();
  if (![...targets.values()].some((target) => /^(?:https?|mailto):/i.test(target))) return links;
  await parseAll(sheet, {
    open(name, attributes) {
      if (name !== 'hyperlink') return;
      const reference = (attributes['ref'] ?? '').split(':')[0] ?? '';
      const target = targets.get(attributes['r:id'] ?? '');
      const row = Number(reference.replace(/^[A-Z]+/, '')), column = columnIndex(reference);
      if (!target || !Number.isInteger(row) || column < 0) return;
      const inRow = links.get(row) ?? new Map<number, string>();
      inRow.set(column, target);
      links.set(row, inRow);
    },
  });
  return links;
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Text of a cell; dates as `YYYY-MM-DD hh:mm:ss`, formulas by their last value, never run. */
function cellText(type: string | undefined, style: string | undefined, value: string, inline: string, book: Book): string {
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return unescapeCell(inline);
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : value;
  if (type === 'e') return '';
  if (type === 'str') return unescapeCell(value);
  if (type === 'd') return value;
  const number = value === '' ? Number.NaN : Number(value);
  if (Number.isFinite(number) && style !== undefined && book.dates.has(Number(style)) && number >= 1 && number < 2_958_466) {
    return new Date(serialToWall(number, book.from1904)).toISOString().slice(0, 19).replace('T', ' ').replace(/ 00:00:00$/, '');
  }
  return value;
}

async function* sheetRows(member: ZipMember, links: ReadonlyMap<number, ReadonlyMap<number, string>>, book: Book): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = [];
  let cells: string[] = [], row = 0, column = -1, type: string | undefined, style: string | undefined;
  let value = '', inline = '', into: 'v' | 't' | undefined, tooWide = false;
  const pieces = parsePart(member, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
        column = -1;
        tooWide = false;
      } else if (name === 'c') {
        const at = columnIndex(attributes['r'] ?? '');
        column = at >= 0 ? at : column + 1;
        type = attributes['t'];
        style = attributes['s'];
        value = '';
        inline = '';
      } else if (name === 'v' || name === 't') into = name;
    },
    text(text) {
      if (into === 'v') value += text;
      else if (into === 't') inline += text;
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'c') {
        if (column >= MAX_CELLS) { tooWide = true; return; }
        while (cells.length < column) cells.push('');
        cells[column] = cellText(type, style, value, inline, book);
      } else if (name === 'row') done.push({ row, cells, links: links.get(row), tooWide });
    },
  });
  while (!(await pieces.next()).done) {
    yield* done;
    done = [];
  }
  yield* done;
}

async function openWorkbook(listing: ZipListing): Promise<readonly Sheet[]> {
  const find = (name: string): ZipMember | undefined => listing.members.find((member) => member.name.toLowerCase() === name.toLowerCase());
  const names: { name: string; id: string }[] = [];
  let from1904 = false;
  await parseAll(find('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'sheet') names.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' });
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  const targets = await relations(find('xl/_rels/workbook.xml.rels'));
  const book: Book = { strings: await sharedStrings(find('xl/sharedStrings.xml')), dates: await dateStyles(find('xl/styles.xml')), from1904 };
  return names.flatMap(({ name, id }) => {
    const target = (targets.get(id) ?? '').replace(/^\/?(?:xl\/)?/, '');
    const member = find(`xl/${target}`);
    if (!member) return [];
    const rels = find(`xl/${target.replace(/([^/]+)$/, '_rels/$1.rels')}`);
    return [{ name, rows: async function* rows() { yield* sheetRows(member, await hyperlinks(member, await relations(rels)), book); } }];
  });
}

/** The sheets of a workbook, in order; each can be read several times. Rows stream, shared strings are in memory. */
export async function workbookSheets(file: ExportFile): Promise<readonly Sheet[]> {
  return openWorkbook(listZip(memorySource(await file.wholeBytes(WORKBOOK_LIMIT))));
}

/** First rows of a sheet, blank rows in between kept as empty, so that positions are row numbers. */
async function firstRows(sheet: Sheet, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { row, cells } of sheet.rows()) {
    while (rows.length < row - 1 && rows.length < count) rows.push([]);
    if (rows.length >= count) break;
    rows.push(cells);
  }
  return rows;
}

/** Index of the sheet that holds the table: the one whose header is widest among the first sheets. */
export async function mainSheet(sheets: readonly Sheet[]): Promise<{ index: number; peek: TablePeek } | undefined> {
  let best: { index: number; peek: TablePeek } | undefined;
  for (const [index, sheet] of sheets.slice(0, 20).entries()) {
    const peek = tablePeek(await firstRows(sheet, 200), '');
    const better = peek.rows.length > 0 && peek.names.length > (best?.peek.names.length ?? 0);
    if (!best || better) best = { index, peek };
  }
  return best;
}

/** What the beginning of a workbook shows. */
export async function peekWorkbook(listing: ZipListing): Promise<TablePeek | undefined> {
  return (await mainSheet(await openWorkbook(listing)))?.peek;
}
