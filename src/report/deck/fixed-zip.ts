import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { printable } from '../../util/printable.js';

/** 1 January 2000: office files carry dates; ours carry none of the day they were made. */
const fixed = (): Date => new Date(2000, 0, 1);
const FIXED_ISO = '2000-01-01T00:00:00Z';

/**
 * An office file with the same bytes whatever the day: dates of the archive, of its properties and of the workbooks inside are
 * fixed, parts are in the order of their names, types are told of parts that are there, and none holds anything that makes an office program refuse them. `edit` may change the text of a part.
 */
export function fixedZip(
  file: Uint8Array,
  edit: (name: string, text: string) => string = (_, text) => text,
): Uint8Array {
  const parts = unzipSync(file);
  const first = Math.min(
    ...Object.keys(parts).flatMap((name) => Number(/chart(\d+)\.xml$/.exec(name)?.[1] ?? Infinity)),
  );
  // The maker of decks numbers its charts on from one deck to the next of a process: here each deck begins at 1.
  const numbered = (text: string): string =>
    Number.isFinite(first) && first > 1
      ? text.replace(
          /(\bchart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
          (_, stem: string, place: string, end: string) => `${stem}${Number(place) - first + 1}${end}`,
        )
      : text;
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .toSorted();
  const there = new Set(names.map(numbered));
  const ofParts = (types: string): string =>
    types.replace(/<Override PartName="\/([^"]+)"[^>]*>/g, (tag, part: string) =>
      there.has(part) ? tag : '',
    );
  const entries = names.map((name): [string, Uint8Array] => {
    const bytes = parts[name] ?? new Uint8Array();
    const called = numbered(name);
    // The maker of decks leaves a zero out of the workbook of a chart; every value of ours is there.
    if (name.endsWith('.xlsx'))
      return [called, fixedZip(bytes, (_, text) => text.replaceAll('<v></v>', '<v>0</v>'))];
    if (!/\.(xml|rels)$/.test(name)) return [called, bytes];
    const text = strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED_ISO}`);
    const listed = called === '[Content_Types].xml' ? ofParts(numbered(text)) : numbered(text);
    return [called, strToU8(printable(edit(called, listed)))];
  });
  return zipSync(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))), {
    mtime: fixed(),
    level: 6,
  });
}
