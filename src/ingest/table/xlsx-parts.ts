/** The parts of a workbook beside its rows: shared strings, date styles, relations, hyperlinks. */
import { Parser } from 'htmlparser2';
import { DeversoirError } from '../../util/errors.js';
import type { ZipMember } from '../bytes/zip.js';

/** Bytes that one part may have when unpacked and loaded. */
const PART_LIMIT = 512 * 1024 * 1024;

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Feeds a part of the workbook to the handlers, piece by piece. */
export async function* parsePart(member: ZipMember, handlers: Handlers): AsyncGenerator<void> {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handlers.open?.(local(name), attributes),
      ontext: (text) => handlers.text?.(text),
      onclosetag: (name) => handlers.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  let total = 0;
  for await (const chunk of member.source.stream()) {
    total += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    if (total === chunk.length && text.includes('<!ENTITY'))
      throw new DeversoirError('input-hostile', 'the workbook declares entities');
    for (let from = 0; from < text.length; from += 65_536) {
      parser.write(text.slice(from, from + 65_536));
      yield;
    }
  }
  parser.end();
  yield;
}

export async function parseAll(member: ZipMember | undefined, handlers: Handlers): Promise<void> {
  if (!member) return;
  if (member.source.size > PART_LIMIT)
    throw new DeversoirError('input-hostile', `a part of the workbook is larger than ${PART_LIMIT} bytes`);
  const pieces = parsePart(member, handlers);
  while (!(await pieces.next()).done);
}

/** `_x000D_` and the like stand for control characters. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Texts that cells point to by number. */
export async function sharedStrings(member: ZipMember | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = '',
    inText = false,
    phonetic = false,
    size = 0;
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
      if (size > PART_LIMIT / 2)
        throw new DeversoirError('input-hostile', 'the strings of the workbook are too large');
    },
    close(name) {
      if (name === 'si') strings.push(unescapeCell(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
  });
  return strings;
}

const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** Which cell styles show a number as a date. */
export async function dateStyles(member: ZipMember | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>(),
    custom = new Set<number>();
  let inXfs = false,
    index = 0;
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
    close(name) {
      if (name === 'cellXfs') inXfs = false;
    },
  });
  return dates;
}

/** Id → target of the relations of a part. */
export async function relations(member: ZipMember | undefined): Promise<ReadonlyMap<string, string>> {
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
  let index = 0,
    i = 0;
  for (; i < reference.length; i++) {
    const c = reference.charCodeAt(i);
    if (c < 65 || c > 90) break;
    index = index * 26 + c - 64;
  }
  return i === 0 || i > 3 ? -1 : index - 1;
}

/** Cells merged over several rows: the first row and column, and the last row. */
export type MergeDown = readonly [row: number, column: number, last: number];

/** Merged cells of a sheet that are looked at. */
const MAX_MERGES = 100_000;
const MERGED = /mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;
/** What is kept of a tag that goes on in the next chunk. */
const LONGEST_TAG = 40_000;

/** Cells of a sheet that are merged over several rows, in the order of their rows. They stand after the rows: a pass over the text finds them. */
export async function mergesDown(sheet: ZipMember): Promise<readonly MergeDown[]> {
  const found: MergeDown[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const look = (text: string): void => {
    for (const [, column = '', from, to] of text.matchAll(MERGED)) {
      const [first, last] = [Number(from), Number(to)];
      if (last > first && found.length < MAX_MERGES) found.push([first, columnIndex(column), last]);
    }
  };
  for await (const chunk of sheet.source.stream()) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const cut = text.lastIndexOf('<');
    look(text.slice(0, Math.max(0, cut)));
    rest = text.slice(cut).slice(0, LONGEST_TAG);
  }
  look(rest);
  return found.toSorted((a, b) => a[0] - b[0]);
}

/** Hyperlinks stand after the rows: a first pass over the sheet collects them by row. */
export async function hyperlinks(
  sheet: ZipMember,
  targets: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<number, ReadonlyMap<number, string>>> {
  const links = new Map<number, Map<number, string>>();
  if (![...targets.values()].some((target) => /^(?:https?|mailto):/i.test(target))) return links;
  await parseAll(sheet, {
    open(name, attributes) {
      if (name !== 'hyperlink') return;
      const reference = (attributes['ref'] ?? '').split(':')[0] ?? '';
      const target = targets.get(attributes['r:id'] ?? '');
      const row = Number(reference.replace(/^[A-Z]+/, '')),
        column = columnIndex(reference);
      if (!target || !Number.isInteger(row) || column < 0) return;
      const inRow = links.get(row) ?? new Map<number, string>();
      inRow.set(column, target);
      links.set(row, inRow);
    },
  });
  return links;
}
