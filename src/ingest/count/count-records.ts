import { DeversoirError } from '../../util/errors.js';
import type { OpenedFile } from '../bytes/open-file.js';
import { listZip } from '../bytes/zip.js';
import type { Source } from '../source.js';
import type { RecordCounter } from './record-counter.js';
import { JsonCounter } from './json-counter.js';
import { pointersOf } from './json-pointers.js';
import { Unwrapped, docxArticles, pressCounter } from './press-counters.js';
import { RowCounter } from './row-counter.js';
import { sheetRows } from './sheet-rows.js';
import { ChatCounter, OneRecord, PatternCounter, Recoded } from './text-counters.js';

const PATTERNS: Readonly<Record<string, RegExp | undefined>> = {
  mbox: /\n(?:\u00ef\u00bb\u00bf)?From (?![\da-f]{40} )[^\n]{1,500}\d:\d\d[^\n]{0,100}\n[A-Za-z][\w-]*[ \t]*:/g,
  'meta-html': /<div class="_3-94 (?:_a6-o|_2lem)">/g,
  'telegram-html': /<div class="pull_right date details" title=/g,
  feed: /<(?:item|entry)[\s>]/g,
  'google-alerts': /<(?:item|entry)[\s>]/g,
  wordpress: /<wp:comment>/g,
  disqus: /<post[\s>]/g,
  'sms-backup': /<[sm]ms\s/g,
};
/** Things of the Reddit API: comments, submissions, and what else it lists. */
const REDDIT_THING = /"kind"\s{0,20}:\s{0,20}"t[1-6]"/g;
const QUOTED_PRINTABLE = /^Content-Transfer-Encoding:\s*quoted-printable/im;
/** A message of a LINE chat: the time, a tab, who says it. */
const LINE_ENTRY = /^[\p{L}.\s]{0,8}?\d{1,2}:\d{2}[\p{L}.\s]{0,8}?\t/u;

/**
 * What counts the records of a file in another way than its reader, by their simplest mark: filled rows of a table, lines of JSON or items
 * of its lists, `From ` lines of a mailbox, dated lines of a chat, elements of a feed, numbers of documents of the press. `undefined` where
 * nothing simple tells them. Workbooks and Word files are counted by {@link officeRecords}.
 */
export function recordCounter(file: OpenedFile, source: Source): RecordCounter | undefined {
  if (file.container !== 'text') return undefined;
  const wide = file.encoding.startsWith('utf-16');
  const counter = counterOf(file, source, wide);
  return counter && wide ? new Recoded(file.encoding, counter) : counter;
}

function counterOf(file: OpenedFile, { format, rows }: Source, wide: boolean): RecordCounter | undefined {
  if (format === 'eml' || format === 'emlx') return new OneRecord();
  if (format === 'whatsapp' || format === 'signal') return new ChatCounter(wide ? 'utf-8' : file.encoding);
  if (format === 'line-chat') return new ChatCounter(wide ? 'utf-8' : file.encoding, LINE_ENTRY);
  const pattern = PATTERNS[format];
  if (pattern) return new PatternCounter(pattern);
  const press = pressCounter(format);
  if (press) return QUOTED_PRINTABLE.test(file.headText) ? new Unwrapped(press) : press;
  const { table, json } = file;
  const bom = wide ? 0 : file.bom;
  if (json) {
    if (format === 'reddit' && file.headText.search(REDDIT_THING) >= 0)
      return new PatternCounter(REDDIT_THING);
    const pointers = pointersOf(format, table?.json);
    return pointers && new JsonCounter(pointers, json.layout === 'lines');
  }
  const quotes = format === 'gdelt' ? table?.delimiter !== '\t' : rows?.quotes;
  if (!table || quotes === undefined) return undefined;
  const excel = /^\ufeff?sep=.\r?\n/i.test(file.headText) ? 1 : 0;
  return new RowCounter(table.delimiter.charCodeAt(0), quotes, bom, (table.headerRow > 0 ? 1 : 0) + excel);
}

/**
 * Filled rows of the sheets that a table of a workbook is made of, articles of a Word file; `undefined` for other files, and for those
 * that can't be counted: what is wrong with them their reader says.
 */
export async function officeRecords({ container, table, source }: OpenedFile): Promise<number | undefined> {
  try {
    if (container === 'docx') return await docxArticles(listZip(source));
    return container === 'xlsx' && table ? await sheetRows(listZip(source), table) : undefined;
  } catch (error) {
    if (error instanceof DeversoirError) return undefined;
    throw error;
  }
}

/** What is to be told where the count differs from what came of the file. */
export const countDoubt = (found: number | null, items: number): string | undefined =>
  found === null || items >= found
    ? undefined
    : `${found} records counted in the file, ${items} of them read or rejected: ${found - items} may be missing`;
