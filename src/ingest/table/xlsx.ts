import { MAX_CELLS } from '../../util/csv.js';
import { serialToWall } from '../values/dates.js';
import {
  columnIndex,
  dateStyles,
  hyperlinks,
  mergesDown,
  parseAll,
  parsePart,
  relations,
  sharedStrings,
  unescapeCell,
} from './xlsx-parts.js';
import { MergedDown } from './merged-cells.js';
import type { ZipListing, ZipMember } from '../bytes/zip.js';

/** A row of a sheet: cells as text, hyperlink targets by column. */
export interface SheetRow {
  /** Row number as the spreadsheet shows it. */
  readonly row: number;
  readonly cells: string[];
  /** Address of the hyperlink of a cell, by column index from 0. */
  readonly links: ReadonlyMap<number, string> | undefined;
  readonly flaw: 'too-wide' | 'unvalued' | undefined;
  /** Index of the first cell whose value is missing. */
  readonly flawAt?: number | undefined;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  rows(): AsyncGenerator<SheetRow>;
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Text of a cell; dates as `YYYY-MM-DD hh:mm:ss`, formulas by their last value, never run. */
function cellText(
  type: string | undefined,
  style: string | undefined,
  value: string,
  inline: string,
  book: Book,
): string {
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return unescapeCell(inline);
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : value;
  if (type === 'e') return '';
  if (type === 'str') return unescapeCell(value);
  if (type === 'd') return value;
  const number = value === '' ? Number.NaN : Number(value);
  if (
    Number.isFinite(number) &&
    style !== undefined &&
    book.dates.has(Number(style)) &&
    number >= 1 &&
    number < 2_958_466
  ) {
    return new Date(serialToWall(number, book.from1904))
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')
      .replace(/ 00:00:00$/, '');
  }
  return value;
}

async function* sheetRows(
  member: ZipMember,
  links: ReadonlyMap<number, ReadonlyMap<number, string>>,
  merged: MergedDown,
  book: Book,
): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = [];
  let cells: string[] = [],
    row = 0,
    column = -1,
    type: string | undefined,
    style: string | undefined;
  let value = '',
    inline = '',
    into: 'v' | 't' | undefined,
    formula = false,
    valued = false,
    flaw: SheetRow['flaw'],
    flawAt: number | undefined;
  const pieces = parsePart(member, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes['r'] ?? Number.NaN);
        row = Number.isSafeInteger(given) && given > 0 ? given : row + 1;
        cells = [];
        column = -1;
        flaw = flawAt = undefined;
      } else if (name === 'c') {
        const at = columnIndex(attributes['r'] ?? '');
        column = at >= 0 ? at : column + 1;
        type = attributes['t'];
        style = attributes['s'];
        value = '';
        inline = '';
        formula = valued = false;
      } else if (name === 'f') formula = true;
      else if (name === 'v' || name === 't') {
        into = name;
        // an empty value is one only of what is said to be text: libraries write `<v/>` under what they never computed
        if (type === 'str' || name === 't') valued = true;
      }
    },
    text(text) {
      if (into !== undefined) valued = true;
      if (into === 'v') value += text;
      else if (into === 't') inline += text;
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'c') {
        if (column >= MAX_CELLS) {
          flaw = 'too-wide';
          return;
        }
        if (formula && !valued && flaw === undefined) {
          flaw = 'unvalued';
          flawAt = column;
        }
        while (cells.length < column) cells.push('');
        cells[column] = cellText(type, style, value, inline, book);
      } else if (name === 'row') {
        merged.fill(row, cells);
        done.push({ row, cells, links: links.get(row), flaw, flawAt });
      }
    },
  });
  while (!(await pieces.next()).done) {
    yield* done;
    done = [];
  }
  yield* done;
}

/** The sheets of an unpacked workbook, in order. */
export async function openWorkbook(listing: ZipListing): Promise<readonly Sheet[]> {
  const find = (name: string): ZipMember | undefined =>
    listing.members.find((member) => member.name.toLowerCase() === name.toLowerCase());
  const names: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await parseAll(find('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'sheet')
        names.push({
          name: attributes['name'] ?? '',
          id: attributes['r:id'] ?? '',
          hidden: /hidden/i.test(attributes['state'] ?? ''),
        });
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  const targets = await relations(find('xl/_rels/workbook.xml.rels'));
  const book: Book = {
    strings: await sharedStrings(find('xl/sharedStrings.xml')),
    dates: await dateStyles(find('xl/styles.xml')),
    from1904,
  };
  return names.map(({ name, id, hidden }) => {
    const target = (targets.get(id) ?? '').replace(/^\/?(?:xl\/)?/, '');
    const member = find(`xl/${target}`);
    const rels = find(`xl/${target.replace(/([^/]+)$/, '_rels/$1.rels')}`);
    return {
      name,
      hidden,
      rows: async function* rows() {
        if (member)
          yield* sheetRows(
            member,
            await hyperlinks(member, await relations(rels)),
            new MergedDown(await mergesDown(member)),
            book,
          );
      },
    };
  });
}
