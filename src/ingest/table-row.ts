import type { MessageRecord } from '../model/index.js';
import type { Draft, Field, Resolved } from './column-map.js';
import type { DateColumn } from './date-column.js';
import { dateTime, readEpoch } from './dates.js';
import type { ExportFile } from './export-file.js';
import { idFromUrl, readId } from './ids.js';
import { languageOf, sentimentOf } from './labels.js';
import { readCount, readRating } from './numbers.js';
import type { RowDoubt } from './source.js';
import type { TableRow } from './table.js';

const EMPTY = /^(?:-|null|none|nan|n\/a|#n\/a|undefined|\\n|\[\])$/i;

/** Reads the fields of one row after another. */
export class RowReader {
  current: TableRow = { row: 0, cells: [] };
  private doubts: RowDoubt[] = [];

  /** `unquoted`: a delimiter inside a text gave one cell too many, put together again. */
  constructor(
    readonly file: ExportFile, private readonly resolved: Resolved, private readonly dates: DateColumn | undefined, private readonly unquoted = false,
  ) {}

  /** Moves to a row. */
  at(row: TableRow): this {
    this.current = this.unquoted ? this.joined(row) : row;
    return this;
  }

  private joined(row: TableRow): TableRow {
    const width = (this.file.table?.names ?? []).findLastIndex((name) => name !== '') + 1;
    const extra = row.cells.findLastIndex((cell) => cell !== '') + 1 - width;
    const text = this.resolved.columns.text?.[0];
    if (extra <= 0 || text === undefined) return row;
    const whole = row.cells.slice(text, text + extra + 1).join(' ').trim();
    return { ...row, cells: [...row.cells.slice(0, text), whole, ...row.cells.slice(text + extra + 1)] };
  }

  private clean(at: number, textual: boolean): string | undefined {
    let cell = this.current.cells[at];
    if (cell === undefined || cell === '') return undefined;
    if (cell.includes('\ufeff')) cell = cell.replaceAll('\ufeff', '');
    const trimmed = cell.trim();
    return trimmed === '' || (!textual && trimmed.length < 10 && EMPTY.test(trimmed)) ? undefined : trimmed;
  }

  /** Trimmed value of a field; empty markers (`-`, `null`, `NaN`) are `undefined` except in texts. */
  get(field: Field): string | undefined {
    const columns = this.resolved.columns[field];
    if (!columns) return undefined;
    const textual = field === 'text' || field === 'title';
    for (const at of columns) {
      const value = this.clean(at, textual);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Value of the first filled column of these names. */
  cell(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const at = this.resolved.index.get(name);
      const value = at === undefined ? undefined : this.clean(at, false);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Sum of the counts of these columns that are filled; `undefined` when none is. */
  sum(...names: readonly string[]): number | undefined {
    const counts = names.map((name) => readCount(this.cell(name))).filter((count) => count !== undefined);
    return counts.length === 0 ? undefined : counts.reduce((total, count) => total + count, 0);
  }

  /** Address of the hyperlink of a cell, workbooks only. */
  link(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const at = this.resolved.index.get(name);
      const target = at === undefined ? undefined : this.current.links?.get(at);
      if (target !== undefined) return target;
    }
    return undefined;
  }

  doubt(doubt: Omit<RowDoubt, 'row'>): void {
    this.doubts.push({ row: this.current.row, ...doubt });
  }

  takeDoubts(): readonly RowDoubt[] {
    if (this.doubts.length === 0) return this.doubts;
    const taken = this.doubts;
    this.doubts = [];
    return taken;
  }

  private readId(field: 'id' | 'threadId' | 'parentId' | 'authorId', url?: string): string | undefined {
    const value = this.get(field);
    const read = value === undefined ? undefined : readId(value);
    if (!read?.damaged) return read?.id;
    const rescued = url === undefined ? undefined : idFromUrl(url);
    this.doubt({
      reason: 'damaged-id', column: field, value: read.id,
      hint: `a spreadsheet has rounded this id: ${rescued === undefined ? 'left out' : 'taken from the address'}; export again and do not open it in a spreadsheet`,
    });
    return rescued;
  }

  private sentAt(): MessageRecord['sentAt'] {
    const epoch = this.get('epoch');
    const instant = epoch === undefined ? undefined : readEpoch(epoch);
    if (instant) return { ...instant, raw: this.get('date') ?? instant.raw };
    const date = this.get('date');
    if (date !== undefined) {
      const time = this.get('time');
      return this.dates?.read(time === undefined || /\d\d?:\d\d/.test(date) ? date : `${date} ${time}`, this.current.row);
    }
    const day = this.get('day'), month = this.get('month'), year = this.get('year');
    if (day === undefined || month === undefined || year === undefined) return undefined;
    const text = [day, month, year].map((part) => part.replace(/\.0$/, '')).join(' ');
    return dateTime(/^\d+$/.test(month) ? text.replaceAll(' ', '/') : text, { order: 'dmy' }) ?? { epochMs: null, raw: text, zone: 'none' };
  }

  private numbers(draft: Draft): void {
    for (const field of ['likes', 'shares', 'replies', 'views', 'reach'] as const) {
      const value = this.get(field);
      if (value === undefined) continue;
      const count = readCount(value);
      if (count === undefined) this.doubt({ reason: 'number-format', column: field, value, hint: 'not readable as a count: left out' });
      else draft[field] = count;
    }
    const rating = this.get('rating');
    if (rating === undefined) return;
    const value = readRating(rating);
    if (!value) this.doubt({ reason: 'number-format', column: 'rating', value: rating, hint: 'not readable as a rating: left out' });
    else {
      draft.rating = value.rating;
      if (value.max !== undefined) draft.ratingMax = value.max;
    }
  }

  /** The record of this row, on top of the values of the format. */
  draft(base: Partial<MessageRecord> & Pick<MessageRecord, 'platform' | 'stage' | 'kind'>): Draft {
    const draft: Draft = { ...base, row: this.current.row };
    const url = this.get('url');
    const set = <K extends keyof Draft>(key: K, value: Draft[K] | undefined): void => { if (value !== undefined) draft[key] = value; };
    set('url', url);
    set('id', this.readId('id', url));
    set('threadId', this.readId('threadId'));
    set('parentId', this.readId('parentId'));
    set('authorId', this.readId('authorId'));
    set('authorName', this.get('authorName'));
    set('authorHandle', this.get('authorHandle'));
    const contact = this.get('authorContact');
    if (contact !== undefined) draft.authorContacts = [contact];
    set('sentAt', this.sentAt());
    set('title', this.get('title'));
    set('text', this.get('text'));
    this.numbers(draft);
    set('givenLanguage', languageOf(this.get('language')));
    set('givenSentiment', sentimentOf(this.get('sentiment')));
    set('givenBrand', this.get('brand'));
    set('sourceName', this.get('sourceName'));
    set('status', this.get('status'));
    return draft;
  }
}
