import type { ExportFile } from '../bytes/export-file.js';
import { dateTime } from '../values/dates.js';
import { languageCode } from '../values/language-names.js';
import { hostOf } from '../values/networks.js';
import type { Parsed } from '../source.js';
import { tableRows } from '../table/table.js';
import { described } from './described.js';

/** Columns of GDELT 2 mentions, in the order of the files without header. */
const MENTIONS = (
  'globaleventid eventtimedate mentiontimedate mentiontype mentionsourcename mentionidentifier ' +
  'sentenceid actor1charoffset actor2charoffset actioncharoffset inrawtext confidence ' +
  'mentiondoclen mentiondoctone mentiondoctranslationinfo extras'
).split(' ');

/** Where the columns of the file stand; `undefined` when it is none of the GDELT tables. */
function layoutOf(
  file: ExportFile,
): { time: number; url: number; source: number; info: number; what: string } | undefined {
  const { table } = file;
  if (!table) return undefined;
  const at = (name: string): number => table.names.indexOf(name);
  if (table.headerRow > 0) {
    return at('mentiontimedate') >= 0 && at('mentionidentifier') >= 0
      ? {
          time: at('mentiontimedate'),
          url: at('mentionidentifier'),
          source: at('mentionsourcename'),
          info: at('mentiondoctranslationinfo'),
          what: 'GDELT mention columns',
        }
      : undefined;
  }
  const rows = table.rows.slice(0, 20);
  const all = (width: number, test: (cells: readonly string[]) => boolean): boolean =>
    table.delimiter === '\t' &&
    rows.length > 0 &&
    rows.every((cells) => cells.length >= width - 1 && cells.length <= width + 1 && test(cells));
  const stamp = (cell: string | undefined): boolean => /^\d{14}$/.test(cell ?? '');
  if (all(16, (cells) => stamp(cells[1]) && stamp(cells[2]))) {
    return {
      time: 2,
      url: MENTIONS.indexOf('mentionidentifier'),
      source: 4,
      info: 14,
      what: 'no header, 16 columns, times of 14 digits in columns 2 and 3',
    };
  }
  if (all(27, (cells) => stamp(cells[1])))
    return { time: 1, url: 4, source: 3, info: 25, what: 'no header, 27 columns: GDELT knowledge graph' };
  if (all(61, (cells) => stamp(cells[59])))
    return { time: 59, url: 60, source: -1, info: -1, what: 'no header, 61 columns: GDELT events' };
  if (all(58, (cells) => /^\d{8}$/.test(cells[1] ?? '') && /^\d{8}$/.test(cells[56] ?? '')))
    return { time: 56, url: 57, source: -1, info: -1, what: 'no header, 58 columns: GDELT 1 events' };
  return undefined;
}

/** GDELT: mentions of articles without their text. */
export const gdelt = described('gdelt', {
  detect(file) {
    const layout = layoutOf(file);
    return layout ? { score: 0.95, why: layout.what } : undefined;
  },
  async *parse(file) {
    const layout = layoutOf(file);
    if (!layout) return;
    for await (const rows of tableRows(file, { quotes: file.table?.delimiter !== '\t' })) {
      yield rows.map(({ row, cells, aside }): Parsed => {
        if (aside) return { reject: { row, reason: 'not-a-message', hint: 'no row of the table' } };
        const url = cells[layout.url]?.trim();
        if (!url)
          return {
            reject: {
              row,
              column: 'MentionIdentifier',
              reason: 'missing-text',
              hint: 'no address of an article',
            },
          };
        const info = /srclc:(\w+)/.exec(cells[layout.info] ?? '')?.[1];
        return {
          record: {
            row,
            platform: 'press',
            stage: 'press',
            kind: 'article',
            url,
            sourceName: cells[layout.source]?.trim() || hostOf(url),
            sentAt: dateTime(cells[layout.time], { utc: true }),
            givenLanguage: languageCode(info),
          },
        };
      });
    }
  },
});
