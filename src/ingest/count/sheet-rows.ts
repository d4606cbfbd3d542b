import type { SheetPlace, TablePeek } from '../bytes/export-file.js';
import type { ZipListing, ZipMember } from '../bytes/zip.js';
import { columnIndex } from '../table/xlsx-parts.js';

/** What counts of a tag and the text after it. */
const LONGEST_TAG = 40_000;

/** The tags of a part of an Office file with the text after each, one after the other. */
export async function* tags(member: ZipMember): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of member.source.stream()) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('<');
    rest = (pieces.pop() ?? '').slice(0, LONGEST_TAG);
    yield pieces;
  }
  yield [rest];
}

/** `row` of `x:row r="1">`, `/row` of `/x:row>`. */
const nameOf = (tag: string): string => /^(\/?)(?:\w+:)?([\w![]+)/.exec(tag)?.slice(1).join('') ?? '';
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
const hasText = (tag: string): boolean => tag.slice(tag.indexOf('>') + 1).trim() !== '';

/** Numbers of the shared strings that are blank. */
async function blankStrings(member: ZipMember | undefined): Promise<ReadonlySet<string>> {
  const blank = new Set<string>();
  let at = 0,
    filled = false;
  if (member)
    for await (const some of tags(member))
      for (const tag of some) {
        const name = nameOf(tag);
        if (name === 'si') filled = false;
        else if (name === 't' && hasText(tag)) filled = true;
        if (name === '/si' || (name === 'si' && tag.includes('/>'))) {
          if (!filled) blank.add(String(at));
          at++;
        }
      }
  return blank;
}

async function filledRows(
  member: ZipMember,
  blank: ReadonlySet<string>,
  { from, to = Number.POSITIVE_INFINITY }: SheetPlace,
): Promise<number> {
  let rows = 0,
    filled = false,
    shared = false,
    column = -1;
  for await (const some of tags(member))
    for (const tag of some) {
      if (tag.startsWith('/')) {
        if (nameOf(tag) === '/row' && filled) rows++;
        continue;
      }
      const name = nameOf(tag);
      if (name === 'row') {
        filled = false;
        column = -1;
      } else if (name === 'c') {
        shared = attribute(tag, 't') === 's';
        const at = columnIndex(attribute(tag, 'r') ?? '');
        column = at >= 0 ? at : column + 1;
      } else if ((name === 'v' || name === 't') && column >= from && column < to)
        filled ||= hasText(tag) && !(shared && blank.has(tag.slice(tag.indexOf('>') + 1).trim()));
    }
  return rows;
}

async function textOf(member: ZipMember | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  if (member) for await (const chunk of member.source.stream()) pieces.push(chunk);
  return Buffer.concat(pieces).toString('utf8');
}

/** Parts of a workbook that hold its sheets, in their order. */
async function sheetParts(listing: ZipListing): Promise<readonly (ZipMember | undefined)[]> {
  const find = (name: string): ZipMember | undefined =>
    listing.members.find((member) => member.name.toLowerCase() === name.toLowerCase());
  const book = await textOf(find('xl/workbook.xml')),
    rels = await textOf(find('xl/_rels/workbook.xml.rels'));
  const targets = new Map(
    [...rels.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, String.raw`\w+:id`)) ?? '';
    return find(`xl/${target.replace(/^\/?(?:xl\/)?/, '')}`);
  });
}

/** Filled rows of the sheet of that number of an OpenDocument workbook; equal rows stand there once, with their number. */
async function odsRows(
  content: ZipMember,
  { index, from, to = Number.POSITIVE_INFINITY }: SheetPlace,
): Promise<number> {
  let sheet = -1,
    rows = 0,
    times = 1,
    column = 0,
    next = 0,
    filled = false,
    note = false;
  for await (const some of tags(content))
    for (const tag of some) {
      const name = /^\/?[\w:-]*/.exec(tag)?.[0] ?? '';
      const repeated = (of: string): number => Number(attribute(tag, `table:number-${of}-repeated`) ?? 1);
      if (name === 'table:table') sheet++;
      else if (sheet !== index) continue;
      else if (name === 'table:table-row') {
        times = repeated('rows');
        column = next = 0;
        filled = false;
      } else if (name === '/table:table-row') rows += filled ? times : 0;
      else if (name === 'office:annotation' || name === '/office:annotation') note = name[0] !== '/';
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        column = next;
        next += repeated('columns');
      } else if (!note && hasText(tag) && next > from && column < to) filled = true;
    }
  return rows;
}

/** Filled rows of the sheets of a table, their headers left out, counted in the text of the workbook's parts. */
export async function sheetRows(listing: ZipListing, { sheets = [] }: TablePeek): Promise<number> {
  const content = listing.members.find(({ name }) => name === 'content.xml');
  const parts = content ? [] : await sheetParts(listing);
  const blank = await blankStrings(
    listing.members.find(({ name }) => name.toLowerCase() === 'xl/sharedstrings.xml'),
  );
  let rows = 0;
  for (const place of sheets) {
    const part = parts[place.index];
    const filled = content ? await odsRows(content, place) : part && (await filledRows(part, blank, place));
    rows += filled === undefined ? 0 : filled - (place.headerRow > 0 ? 1 : 0);
  }
  return rows;
}
